import { addDays, dayInShanghai, MATTERS, type IsoDate, type RecordedEvent } from '#domain';
import { leadersOf, type Leader, type ListRow, type MatterRow } from '#projections';
import { projectList, type ListPage } from '../lists/show-list.ts';
import type { Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import { showMatters } from '../matters/show-matters.ts';
import { instantPosition } from '../projects/instant.ts';
import type { AsOfQuery } from '../projects/queries.ts';
import { refused } from '../refusals.ts';
import { changesSince, type Changed } from './changes.ts';
import type { LeaderQuery } from './queries.ts';

const MOST_PROJECTS = 200; // of one leader, for one answer
const MOST_ORDERS = 200;
const FORTNIGHT = 14;

export interface LeaderView {
  readonly leader: string;
  readonly since: IsoDate;
  readonly answersFor: number;
  readonly late: ListPage<ListRow>;
  readonly changed: readonly Changed[];
  readonly orders: readonly MatterRow[];
}

/** A fact of these days, or one that somebody told in them of an earlier day. A ledger tells of years at once: what it brought is news of its own days only. */
const happenedOrToldBetween = ({ event, recordedAt, meta }: RecordedEvent, from: IsoDate, to: IsoDate): boolean => {
  const told = dayInShanghai(recordedAt);
  return event.occurredOn >= from || (meta.imported === undefined && told >= from && told <= to);
};

/** What a leader answers for, what of it has changed since a day, and what is late; on a past day, as it stood then. The asker, where nobody is named. */
export const leaderView: Question<LeaderQuery, LeaderView> = {
  upToDate: ['matters'],
  look: ({ leader, since, asKnown }, { name }) => lookAt('leader', leader ?? name, { asOf: since, asKnown }),
  answer: async (asking, asked) => {
    const { store, today, rules } = asking.office;
    const { asOf, asKnown } = asked;
    const day = asOf ?? today();
    const { leader = asking.caller.name, since = addDays(day, -FORTNIGHT) } = asked;
    if (leader.includes(',') || leader.includes('=')) throw refused('invalid-request', 'leader');
    const time = { ...(asOf === undefined ? {} : { asOf }), ...(asKnown === undefined ? {} : { asKnown }) };
    const mine = { ...time, where: [`responsible=${leader}`], limit: MOST_PROJECTS };
    const [held, late] = await Promise.all([projectList(asking, 'live', mine), projectList(asking, 'stalled', mine)]);
    const position = await instantPosition(store, asKnown);
    const changed = await changesSince(store, await rules(), held.rows, {
      from: { day: addDays(since, -1), position },
      to: { day, position },
      isNews: (fact) => happenedOrToldBetween(fact, since, day),
    });
    const orders = await showMatters.answer(asking, {
      ...time,
      matter: MATTERS['order']!,
      open: 'true',
      person: leader,
      limit: MOST_ORDERS,
    });
    return { leader, since, answersFor: held.total, late, changed, orders: orders.rows };
  },
};

/** The responsible leaders of the projects that are live, or were, with how many each answers for. */
export const showLeaders: Question<AsOfQuery, { readonly leaders: readonly Leader[] }> = {
  answer: async ({ office, scope }, { asOf, asKnown }) => ({
    leaders: await leadersOf(office.pool, scope, {
      day: asOf ?? office.today(),
      position: await instantPosition(office.store, asKnown),
    }),
  }),
};

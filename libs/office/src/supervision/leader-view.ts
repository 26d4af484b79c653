import { addDays, MATTERS, type IsoDate } from '#domain';
import { leadersOf, type Leader, type ListRow, type MatterRow } from '#projections';
import { projectList, type ListPage } from '../lists/show-list.ts';
import type { Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import { showMatters } from '../matters/show-matters.ts';
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

/** What a leader answers for, what of it has changed since a day, and what is late. The asker, where nobody is named. */
export const leaderView: Question<LeaderQuery, LeaderView> = {
  upToDate: ['matters'],
  look: ({ leader, since }, { name }) => lookAt('leader', leader ?? name, { asOf: since }),
  answer: async (asking, asked) => {
    const { store, today, rules } = asking.office;
    const { leader = asking.caller.name, since = addDays(today(), -FORTNIGHT) } = asked;
    if (leader.includes(',') || leader.includes('=')) throw refused('invalid-request', 'leader');
    const mine = { where: [`responsible=${leader}`], limit: MOST_PROJECTS };
    const [held, late] = await Promise.all([projectList(asking, 'live', mine), projectList(asking, 'stalled', mine)]);
    const position = await store.positionAt(new Date(Date.parse(`${since}T00:00:00+08:00`) - 1).toISOString());
    const changed = await changesSince(store, await rules(), held.rows, position, addDays(since, -1), today());
    const orders = await showMatters.answer(asking, {
      matter: MATTERS['order']!,
      open: 'true',
      person: leader,
      limit: MOST_ORDERS,
    });
    return { leader, since, answersFor: held.total, late, changed, orders: orders.rows };
  },
};

/** The responsible leaders of live projects, with how many each answers for. */
export const showLeaders: Question<object, { readonly leaders: readonly Leader[] }> = {
  answer: async ({ office, scope }) => ({ leaders: await leadersOf(office.pool, scope, office.today()) }),
};

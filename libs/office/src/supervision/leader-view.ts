import { addDays, MATTERS, type IsoDate } from '#domain';
import type { Caller } from '#identity';
import { leadersOf, type Leader, type ListRow, type MatterRow } from '#projections';
import { projectList, type ListPage } from '../lists/show-list.ts';
import { mattersOf } from '../matters/show-matters.ts';
import type { Office } from '../office.ts';
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

/** What a leader answers for, what of it has changed since a day, and what is late. */
export const leaderView = async (
  office: Office,
  caller: Caller,
  { leader = caller.name, since = addDays(office.today(), -FORTNIGHT) }: LeaderQuery,
): Promise<LeaderView> => {
  const { store } = office;
  if (leader.includes(',') || leader.includes('=')) throw refused('invalid-request', 'leader');
  const mine = { where: [`responsible=${leader}`], limit: MOST_PROJECTS };
  const [held, late] = await Promise.all([
    projectList(office, caller, 'live', mine),
    projectList(office, caller, 'stalled', mine),
  ]);
  const position = await store.positionAt(new Date(Date.parse(`${since}T00:00:00+08:00`) - 1).toISOString());
  const changed = await changesSince(
    store,
    await office.rules(),
    held.rows.map(({ id, name }) => ({ id, name })),
    position,
    addDays(since, -1),
    office.today(),
  );
  const orders = await mattersOf(office, caller, MATTERS['order']!, {
    open: 'true',
    person: leader,
    limit: MOST_ORDERS,
  });
  return { leader, since, answersFor: held.total, late, changed, orders: orders.rows };
};

/** The responsible leaders of live projects, with how many each answers for. */
export const leaders = async (office: Office, caller: Caller): Promise<readonly Leader[]> =>
  leadersOf(office.pool, await office.visibleTo(caller), office.today());

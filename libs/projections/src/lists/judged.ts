import { runningClocks, worstOn, type IsoDate, type RecordedEvent, type Rules } from '#domain';
import { projectAt } from '../projects/explain.ts';
import { rowOf } from '../projects/project-row.ts';
import type { ListRow } from './list-fields.ts';
import type { AsOf } from './list-question.ts';

/** A row of a list with the days from which it is red, orange and yellow: by them it has its place. */
interface Judged {
  readonly row: ListRow;
  readonly place: readonly (IsoDate | null)[];
}

/** A row as its project's history is judged by other rules than those that laid it. */
const judged = (row: ListRow, history: readonly RecordedEvent[], rules: Rules, asOf: AsOf): Judged => {
  const project = projectAt(history, asOf);
  if (project.phase === 'none') return { row, place: [] };
  const clocks = runningClocks(project, rules.policyOn(asOf.day), rules.calendar);
  const { red_from, orange_from, yellow_from } = rowOf(project, 0, asOf.day, clocks, []);
  const worst = project.end === null ? worstOn(clocks, asOf.day) : null;
  const { colour = null, clock = null, alsoAtWorst = [], due = null, daysLate = null } = worst ?? {};
  return { row: { ...row, colour, clock, alsoAtWorst, due, daysLate }, place: [red_from, orange_from, yellow_from] };
};

const before = <Value extends string>(a: Value | null, b: Value | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

/** The order of every list: what turned red first, then what turns red next (project-table.ts). */
const worstFirst = (a: Judged, b: Judged): number =>
  before(a.place[0] ?? null, b.place[0] ?? null) ||
  before(a.place[1] ?? null, b.place[1] ?? null) ||
  before(a.place[2] ?? null, b.place[2] ?? null) ||
  before(a.row.code, b.row.code) ||
  before(a.row.id, b.row.id);

/** Rows of a list judged by other rules than those that laid them, the worst first. Cost: the history of each row. */
export const judgedBy = async (
  rows: readonly ListRow[],
  rules: Rules,
  asOf: AsOf,
  historyOf: (project: string) => Promise<readonly RecordedEvent[]>,
): Promise<readonly ListRow[]> => {
  const found: Judged[] = [];
  for (const row of rows) found.push(judged(row, await historyOf(row.id), rules, asOf));
  return found.sort(worstFirst).map(({ row }) => row);
};

import { POLICY_STREAM, projectStream, rulesOf, sumByCurrency, type Colour, type IsoDate, type Rules } from '#domain';
import { judgedBy, listNamed, readCheckpoint, type ListRow, type ListTotals } from '#projections';
import type { Asking } from '../ask.ts';
import { projectList } from '../lists/show-list.ts';
import type { Office } from '../office.ts';

const ROWS_AT_ONCE = 2_000;

interface WholeList {
  readonly totals: ListTotals;
  readonly rows: readonly ListRow[];
}
interface ListMoment {
  readonly asOf: IsoDate;
  readonly at: bigint;
  readonly where?: readonly string[];
}

/** A list whole, as its rows are laid now. */
const asLaid = async (asking: Asking, name: string, moment: ListMoment): Promise<WholeList> => {
  const asked = { ...moment, limit: ROWS_AT_ONCE };
  const totals = await projectList(asking, name, asked);
  const rows: ListRow[] = [...totals.rows];
  for (let { next } = totals; next !== null;) {
    const page = await projectList(asking, name, { ...asked, cursor: next });
    rows.push(...page.rows);
    next = page.next;
  }
  return { totals, rows };
};

/** The rules as they were published up to a position; null where the rows are laid by these very ones. */
const otherRulesAt = async ({ pool, store }: Office, at: bigint): Promise<Rules | null> => {
  const published = (await store.readStream(POLICY_STREAM)).filter(({ position }) => position <= at);
  const then = rulesOf(published.map(({ event }) => event));
  return then.id === (await readCheckpoint(pool)).rules ? null : then;
};

/** The colours by which a list is narrowed; null: it is not. */
const coloursOf = (name: string): readonly string[] | null => {
  const found = listNamed(name)?.where.find((condition) => 'colour' in condition);
  return found === undefined ? null : found.colour;
};

const totalsOf = (rows: readonly ListRow[]): ListTotals => {
  const colours: Record<Colour, number> = { green: 0, blue: 0, yellow: 0, orange: 0, red: 0 };
  for (const { colour } of rows) if (colour !== null) colours[colour] += 1;
  const contracted = sumByCurrency(rows.flatMap((row) => row.contracted ?? []));
  return { total: rows.length, sums: { contracted }, colours };
};

/**
 * A list whole, as of a day and as known at a position, by the rules as they were known then too: a policy or a calendar that was published since, of
 * whatever first day, changes nothing of what was printed.
 */
export const listOfMoment = async (asking: Asking, name: string, moment: ListMoment): Promise<WholeList> => {
  const rules = await otherRulesAt(asking.office, moment.at);
  if (rules === null) return asLaid(asking, name, moment);
  const colours = coloursOf(name);
  // Which projects stand on a list of colours depends on the rules: all that are live are looked at.
  const { rows: laid } = await asLaid(asking, colours === null ? name : 'live', moment);
  const asOf = { day: moment.asOf, position: moment.at };
  const judged = await judgedBy(laid, rules, asOf, (project) =>
    asking.office.projects.historyOf(projectStream(project)),
  );
  const rows = judged.filter(({ colour }) => colours === null || (colour !== null && colours.includes(colour)));
  return { totals: totalsOf(rows), rows };
};

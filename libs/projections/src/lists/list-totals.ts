import type { Pool, PoolClient } from 'pg';
import { sumByCurrency, type Colour, type Money } from '#domain';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import { colourOn } from './colour-on.ts';
import { narrowing, values } from './list-filter.ts';
import { conditionsOf, isOpen, rowsSql, type ListQuestion } from './list-question.ts';

export interface ListTotals {
  readonly total: number;
  readonly sums: { readonly contracted: readonly Money[] };
  readonly colours: Readonly<Record<Colour, number>>;
}

/** The part of a list whose rows have the same value of a field; null: those that have none. */
export interface ListGroup extends ListTotals {
  readonly key: string | null;
}

interface Tallied {
  readonly key: string | null;
  readonly colour: Colour | null;
  readonly currency: string | null;
  readonly count: string;
  readonly contracted: string | null;
}

const totalsOf = (rows: readonly Tallied[]): ListTotals => {
  const colours: Record<Colour, number> = { green: 0, blue: 0, yellow: 0, orange: 0, red: 0 };
  const amounts: Money[] = [];
  let total = 0;
  for (const { colour, currency, count, contracted } of rows) {
    total += Number(count);
    if (colour !== null) colours[colour] += Number(count);
    if (currency !== null && contracted !== null) amounts.push({ amount: contracted, currency });
  }
  return { total, sums: { contracted: sumByCurrency(amounts) }, colours };
};

/** One pass over the rows; `by`: the field they are told apart by. Throws UnknownField. */
const tallied = async (
  on: Pool | PoolClient,
  question: ListQuestion,
  by: string | null,
): Promise<readonly Tallied[]> => {
  const collected = values();
  const sql = rowsSql(question, await isOpen(on, question.asOf), conditionsOf(question), collected);
  const key = by === null ? 'null' : narrowing(by).sql(sql.day);
  const { rows } = await on.query<Tallied>(
    `select (${key})::text as key, ${colourOn(sql.day)} as colour, currency, count(*) as count, sum(contracted)::text as contracted
     from ${PROJECT_TABLE} where ${sql.known} and ${sql.span} and ${sql.rest} group by 1, 2, 3`,
    collected.list,
  );
  return rows;
};

/** Count, money and colours of the whole list, whatever page is shown. */
export const listTotals = async (on: Pool | PoolClient, question: ListQuestion): Promise<ListTotals> =>
  totalsOf(await tallied(on, question, null));

const inOrder = (a: string | null, b: string | null, down: boolean): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return (a < b ? -1 : a > b ? 1 : 0) * (down ? -1 : 1);
};

/** The same of the whole list and of each of its groups, in the order of their rows. `by`: a field, `-field` downwards. Throws UnknownField. */
export const listGroups = async (
  on: Pool | PoolClient,
  question: ListQuestion,
  by: string,
): Promise<{ readonly totals: ListTotals; readonly groups: readonly ListGroup[] }> => {
  const down = by.startsWith('-');
  const rows = await tallied(on, question, down ? by.slice(1) : by);
  const keys = [...new Set(rows.map(({ key }) => key))].sort((a, b) => inOrder(a, b, down));
  const groups = keys.map((key) => ({ key, ...totalsOf(rows.filter((row) => row.key === key)) }));
  return { totals: totalsOf(rows), groups };
};

import type { Pool, PoolClient } from 'pg';
import { sumByCurrency, worstOn, type Colour, type Money } from '#domain';
import type { UnitNames } from '../organisation/units.ts';
import { unpackClocks } from '../projects/packed-clocks.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import { LATEST } from '../projects/project-table.ts';
import { colourOn } from './colour-on.ts';
import { listRow, type ListRow, type StoredRow } from './list-fields.ts';
import { narrowing, values } from './list-filter.ts';
import { cursorOf, pageSql } from './list-page.ts';
import { conditionsOf, isOpen, questionSql, type ListQuestion } from './list-question.ts';

export interface ListTotals {
  readonly total: number;
  readonly sums: { readonly contracted: readonly Money[] };
  readonly colours: Readonly<Record<Colour, number>>;
}

interface Stored extends StoredRow {
  readonly clocks: string;
  readonly colour: Colour | null;
}

const rowIn =
  ({ list, asOf }: ListQuestion, units: UnitNames) =>
  (row: Stored): ListRow => {
    const worst = row.colour === null ? null : worstOn(unpackClocks(row.clocks), asOf.day);
    return listRow(row, { asOf: asOf.day, units, age: narrowing(list.age).sql(''), worst });
  };

/** A page of a list, worst first: what turned red first, then what turns red next. `position`: what the cursor is to say that the pages stand on. */
export const listRows = async (
  on: Pool | PoolClient,
  question: ListQuestion,
  units: UnitNames,
  position = LATEST,
): Promise<{ readonly rows: readonly ListRow[]; readonly next: string | null }> => {
  const { limit = 50, after = null } = question;
  const collected = values();
  const sql = await pageSql(on, question, after, limit === null ? null : Number(limit) + 1, collected);
  const { rows } = await on.query<Stored>(sql, collected.list);
  const shown = limit === null ? rows : rows.slice(0, limit);
  return {
    rows: shown.map(rowIn(question, units)),
    next: shown.length < rows.length ? cursorOf(shown.at(-1)!, position) : null,
  };
};

/** Count, money and colours of the whole list, whatever page is shown. */
export const listTotals = async (on: Pool | PoolClient, question: ListQuestion): Promise<ListTotals> => {
  const collected = values();
  const {
    known,
    span,
    rest,
    day: asOfDay,
  } = questionSql(question, await isOpen(on, question.asOf), conditionsOf(question), collected);
  const { rows } = await on.query<{
    colour: Colour | null;
    currency: string | null;
    count: string;
    contracted: string | null;
  }>(
    `select ${colourOn(asOfDay)} as colour, currency, count(*) as count, sum(contracted)::text as contracted from ${PROJECT_TABLE} where ${known} and ${span} and ${rest} group by 1, 2`,
    collected.list,
  );
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

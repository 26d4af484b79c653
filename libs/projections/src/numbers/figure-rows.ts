import type { Pool } from 'pg';
import type { IsoDate, Money, Part } from '#domain';
import { values } from '../lists/list-filter.ts';
import { countedSql, titleSql } from './counted-rows.ts';
import { keySql } from './dimensions.ts';
import { amountSql, partSql } from './parts-sql.ts';
import { sourceOf, type FigureQuestion } from './tally.ts';

/** One project, one arrival on it, or one piece of outreach in the place of a project, that a figure is made of. `version`: of the event that reported the arrival or began the outreach; null for projects. */
export interface FigureRow {
  readonly project: { readonly id: string; readonly code: string; readonly name: string };
  readonly version: number | null;
  readonly amount: Money | null;
  readonly on: IsoDate | null;
  readonly key: string | null; // of the dimension, as it is written
}

interface Stored {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly version: number | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly on: IsoDate | null;
  readonly key: string | null;
}

export interface FigurePage {
  /** Keys of the dimension, all ways in which a unit is written; null: every row. */
  readonly written: readonly (string | null)[] | null;
  readonly limit: number;
  readonly after: number;
}

/** The rows behind a part, by project code: what its count counts and its sum adds up. */
export const figureRows = async (
  pool: Pool,
  part: Part,
  question: FigureQuestion,
  { written, limit, after }: FigurePage,
): Promise<readonly FigureRow[]> => {
  const collected = values();
  const rowsAsked = await countedSql(pool, question, collected, part.of);
  const counted = partSql(part, { ...question, known: rowsAsked.known }, collected);
  const arrivals = part.of === 'arrival';
  const outreach = part.of === 'outreach';
  const mine =
    written === null
      ? ''
      : `where key = any(${collected.value(written)}::text[]) ${written.includes(null) ? 'or key is null' : ''}`;
  const { rows } = await pool.query<Stored>(
    `select id, code, ${outreach ? 'page.title' : titleSql(rowsAsked, 'page.id')} as name, version, amount, currency, "on", key from (
       select * from (
         select r.project_id as id, r.code, ${outreach ? 'r.title, 1' : arrivals ? 'a.version' : 'null::integer'} as version,
           (${amountSql(part, question.definition)})::text as amount, ${arrivals ? 'a.currency' : 'r.currency'} as currency,
           ${arrivals ? 'a.on_day' : outreach ? 'r.registered_on' : 'null::date'} as "on", ${keySql(question.by, part.of, question.definition, collected)} as key
         from ${sourceOf(part.of, rowsAsked)}
         where ${counted}
       ) as row ${mine}
       order by code, id, version
       limit ${collected.value(limit)} offset ${collected.value(after)}
     ) as page
     order by code, id, version`,
    collected.list,
  );
  return rows.map(({ id, code, name, version, amount, currency, on, key }) => ({
    project: { id, code, name },
    version,
    amount: amount === null ? null : { amount, currency: currency ?? 'CNY' },
    on,
    key,
  }));
};

import type { Pool } from 'pg';
import type { IsoDate, Money, Part } from '#domain';
import { values } from '../lists/list-filter.ts';
import { isOpen } from '../lists/list-question.ts';
import { keySql } from './dimensions.ts';
import { amountSql, partSql } from './parts-sql.ts';
import { sourceOf, type FigureQuestion } from './tally.ts';

/** One project, or one arrival on it, that a figure is made of. `version`: of the event that reported the arrival; null for projects. */
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
  const source = sourceOf(part.of, question, await isOpen(pool, question.asOf), collected);
  const counted = partSql(part, { ...question, known: source.known }, collected);
  const arrivals = part.of === 'arrival';
  const mine =
    written === null
      ? ''
      : `where key = any(${collected.value(written)}::text[]) ${written.includes(null) ? 'or key is null' : ''}`;
  const { rows } = await pool.query<Stored>(
    `select id, code, name, version, amount, currency, "on", key from (
       select r.project_id as id, r.code, r.title as name, ${arrivals ? 'a.version' : 'null::integer'} as version,
         (${amountSql(part, question.definition)})::text as amount, ${arrivals ? 'a.currency' : 'r.currency'} as currency,
         ${arrivals ? 'a.on_day' : 'null::date'} as "on", ${keySql(question.by, part.of)} as key
       from ${source.sql}
       where ${counted}
     ) as row ${mine}
     order by code, id, version
     limit ${collected.value(limit)} offset ${collected.value(after)}`,
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

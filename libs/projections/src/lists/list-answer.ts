import type { Pool } from 'pg';
import { inSnapshot } from '#database';
import type { UnitNames } from '../organisation/units.ts';
import { momentOf } from '../projects/moment.ts';
import { positionIn } from './list-page.ts';
import type { ListRow } from './list-fields.ts';
import { listRows, listTotals, type ListTotals } from './list-query.ts';
import type { ListQuestion } from './list-question.ts';

/** A page of a list with the totals of the whole list, all of one moment. */
export interface ListAnswer extends ListTotals {
  readonly position: bigint; // up to which facts are in it
  readonly rows: readonly ListRow[];
  readonly next: string | null;
}

/**
 * A page, the totals and the position they stand on, as one moment of the database has them. The pages that follow stand on the position of
 * the first, whatever is recorded meanwhile: the rows of all pages are as many as the first one says.
 */
export const listAnswer = (pool: Pool, question: ListQuestion, units: UnitNames): Promise<ListAnswer> =>
  inSnapshot(pool, async (tx) => {
    const wanted = question.asOf.position ?? (question.after == null ? null : positionIn(question.after));
    const { position, asked } = await momentOf(tx, wanted);
    const at: ListQuestion = { ...question, asOf: { ...question.asOf, position: asked } };
    const { rows, next } = await listRows(tx, at, units, position);
    return { position, rows, next, ...(await listTotals(tx, at)) };
  });

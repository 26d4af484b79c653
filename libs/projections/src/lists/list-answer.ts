import type { Pool } from 'pg';
import { inSnapshot } from '#database';
import type { UnitNames } from '../organisation/units.ts';
import { momentOf } from '../projects/moment.ts';
import { positionIn } from './cursor.ts';
import type { ListRow } from './list-fields.ts';
import { listRows } from './list-query.ts';
import type { ListQuestion } from './list-question.ts';
import { listGroups, listTotals, type ListGroup, type ListTotals } from './list-totals.ts';

/** A page of a list with the totals of the whole list, all of one moment. */
export interface ListAnswer extends ListTotals {
  readonly position: bigint; // up to which facts are in it
  readonly rows: readonly ListRow[];
  readonly next: string | null;
  readonly groups: readonly ListGroup[]; // none where the list is not told apart
}

/**
 * A page, the totals and the position they stand on, as one moment of the database has them. The pages that follow stand on the position of
 * the first, whatever is recorded meanwhile: the rows of all pages are as many as the first one says. `counted`: what the first one said, where
 * it is known, so that not every page counts the whole list.
 */
export const listAnswer = (
  pool: Pool,
  question: ListQuestion,
  units: UnitNames,
  { group = null, counted = null }: { readonly group?: string | null; readonly counted?: ListTotals | null } = {},
): Promise<ListAnswer> =>
  inSnapshot(pool, async (tx) => {
    const wanted = question.asOf.position ?? (question.after == null ? null : positionIn(question.after));
    const { position, asked } = await momentOf(tx, wanted);
    const at: ListQuestion = { ...question, asOf: { ...question.asOf, position: asked } };
    const { rows, next } = await listRows(tx, at, units, position);
    if (counted !== null) return { position, rows, next, groups: [], ...counted };
    const { totals, groups } =
      group === null ? { totals: await listTotals(tx, at), groups: [] } : await listGroups(tx, at, group);
    return { position, rows, next, groups, ...totals };
  });

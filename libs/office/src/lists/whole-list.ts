import { listRows, listTotals, type ListQuestion, type ListRow, type ListTotals } from '#projections';
import type { Office } from '../office.ts';

/** All rows of a list with its totals. The project model must be up to date. */
export const wholeList = async (
  { pool, organisation }: Office,
  question: Omit<ListQuestion, 'limit'>,
): Promise<{ readonly rows: readonly ListRow[]; readonly totals: ListTotals }> => {
  const units = await organisation.names();
  const { rows } = await listRows(pool, { ...question, limit: null }, units);
  return { rows, totals: await listTotals(pool, { ...question, limit: null }) };
};

import type { Part } from '#domain';
import { numbersEdition, tally, type FigureQuestion, type Tallies } from '#projections';
import type { Office } from '../office.ts';

/**
 * What each part makes, key by key, found once for as long as nothing new is recorded and no other rules lay the rows: the table and each figure opened
 * from it stand on the same sums. Throws UnknownField.
 */
export const keptTallies = async (
  { pool, numbers }: Office,
  parts: readonly Part[],
  question: FigureQuestion,
): Promise<Tallies> => {
  const { asOf, ...asked } = question;
  const named = JSON.stringify([parts, asked, asOf.day, String(asOf.position)]);
  return numbers.tallies(await numbersEdition(pool), named, () => tally(pool, parts, question));
};

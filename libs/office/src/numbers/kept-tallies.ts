import type { Part } from '#domain';
import {
  NOTHING,
  outreachStanding,
  rowsOf,
  tally,
  type FigureQuestion,
  type PartTallies,
  type Tally,
} from '#projections';
import type { Office } from '../office.ts';

/** Key of the dimension (null where a project has none) → what each part makes there. */
export type Tallies = ReadonlyMap<string | null, readonly Tally[]>;

const sideBySide = (made: readonly PartTallies[]): Tallies =>
  new Map(made.flatMap((one) => [...one.keys()]).map((key) => [key, made.map((one) => one.get(key) ?? NOTHING)]));

/**
 * What each part makes, key by key, found once for as long as no row changes: the table and each figure opened
 * from it stand on the same sums. What is not known yet is found together. Throws UnknownField.
 */
export const keptTallies = async (
  { pool, projects, numbers }: Office,
  parts: readonly Part[],
  question: FigureQuestion,
): Promise<Tallies> => {
  const { asOf, ...asked } = question;
  const { edition } = await projects.standing();
  const told = parts.some(({ of }) => of === 'outreach') ? await outreachStanding(pool) : ''; // no row of a project moves with it
  const wanted: Part[] = [];
  let found: Promise<readonly PartTallies[]> | null = null;
  const together = async (part: Part): Promise<PartTallies> => {
    const at = wanted.push(part) - 1;
    found ??= Promise.resolve().then(() => tally(pool, wanted, question)); // once all are named
    return (await found)[at]!;
  };
  const made = parts.map((part) => {
    const stands = part.of === 'outreach' ? told : '';
    const named = JSON.stringify([rowsOf(part, question.definition), asked, asOf.day, String(asOf.position), stands]);
    return numbers.tallies(edition, named, () => together(part));
  });
  return sideBySide(await Promise.all(made));
};

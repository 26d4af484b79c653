import type { Condition, UnitNames } from '#projections';
import { condition } from './condition.ts';

/** What the asker narrows a list to, whatever the list. */
interface Narrowed {
  readonly unit?: string;
  readonly where?: readonly string[];
  readonly colour?: readonly string[];
  readonly q?: string;
}

/** As conditions; a unit stands for those below it too. Throws Rejected 'invalid-request' naming the parameter. */
export const narrowedTo = (names: UnitNames, { unit, where = [], colour, q }: Narrowed): readonly Condition[] => [
  ...where.map(condition),
  ...(colour === undefined ? [] : [{ colour }]),
  ...(unit === undefined ? [] : [{ field: 'unit', is: names.subtree(unit) ?? [unit] }]),
  ...(q === undefined ? [] : [{ search: q.trim() }]),
];

import { clean, isEmpty } from '../cells/text.ts';
import type { Row } from '../files/sheet.ts';
import { isWords, textIn } from './headers.ts';
import type { FieldName } from './field-names.ts';
import { ENDLESS, type Layout } from './layout.ts';
import { fits, mostly, profileOf, type KnownNames } from './values.ts';

const WIDE = 3; // cells a row of a table has at the least
const SHIFTS = [0, 1, -1, 2, -2]; // columns by which a page may stand beside the one before
const SAYS_SO = /^[(（【]?(续|接上)(表|页|前|上)?|[(（]续[\d一二三四五六七八九十]*[)）]/;

const filledIn = ({ cells }: Row): number =>
  cells.filter((cell) => !isEmpty(cell) && cell!.merged !== 'covered').length;

/** The table with its columns moved sideways. */
const shifted = (before: Layout, by: number): Layout => ({
  ...before,
  columns: before.columns.map((one) => ({ ...one, column: one.column + by })),
  headers: before.headers.map((one) => ({ ...one, column: one.column + by })),
  unmapped: before.unmapped.map((one) => ({ ...one, column: one.column + by })),
});

const ofDays = (field: FieldName): boolean => field.endsWith('On');
const ofAmounts = (field: FieldName): boolean => ['contracted', 'amount', 'intendedAmount'].includes(field);

/** Whether a row names a day or an amount where the table has them: it is none of heads, even if all of it is typed as words. */
const tells = ({ columns }: Layout, { cells }: Row, names: KnownNames): boolean =>
  columns.some(({ column, field }) => {
    const { dated, numbers } = profileOf([cells[column]], names);
    return (ofDays(field) && dated > 0) || (ofAmounts(field) && numbers > 0);
  });

/** How many columns hold what only theirs can: days and amounts. Null where a value belongs to no such column. */
const sureIn = ({ columns }: Layout, rows: readonly Row[], names: KnownNames): number | null => {
  const profiles = columns.map(({ column, field }) => ({
    field,
    profile: profileOf(
      rows.map(({ cells }) => cells[column]),
      names,
    ),
  }));
  const named = profiles.some(({ field, profile }) => field === 'name' && profile.filled * 2 > rows.length);
  if (!named || profiles.some(({ field, profile }) => !fits(field, profile))) return null;
  return profiles.filter(
    ({ field, profile }) =>
      (ofDays(field) && mostly(profile.days, profile)) || (ofAmounts(field) && mostly(profile.numbers, profile)),
  ).length;
};

/** Whether the first row's number in the list is a later one: pages go on counting. */
const countsOn = ({ columns }: Layout, { cells }: Row): boolean => {
  const own = columns.find(({ field }) => field === 'sequence');
  const number = own === undefined ? NaN : Number(clean(cells[own.column]?.text ?? ''));
  return Number.isInteger(number) && number > 1;
};

interface Page {
  readonly name: string;
  readonly head: readonly Row[];
}

/** Whether the sheet's name, or a line down to its first row, says that the table goes on: 续表. */
const saysSo = ({ name, head }: Page, first: Row): boolean =>
  SAYS_SO.test(clean(name)) ||
  head.some((row) => row.number <= first.number && row.cells.some((cell) => SAYS_SO.test(textIn(cell))));

/** Whether a row may stand under these columns: none of them lies left of the sheet, and it is no row of heads. */
const standsUnder = (layout: Layout, row: Row, names: KnownNames): boolean =>
  layout.columns.every(({ column }) => column >= 0) && (!isWords(row) || tells(layout, row, names));

/** The page of a table that goes on where the sheet before ended, without heads of its own: its values must fit those columns. Null where it is none. */
export const continued = (before: Layout | null, page: Page, names: KnownNames): Layout | null => {
  const { head } = page;
  const rows = head.filter((row) => filledIn(row) >= WIDE);
  const [first] = rows;
  if (before === null || before.kind === 'notes' || first === undefined) return null;
  const from = head.find((row) => filledIn(row) >= 2)!.number; // what stands alone above is a title
  const said = saysSo(page, first);
  for (const by of SHIFTS) {
    const layout = shifted(before, by);
    if (!standsUnder(layout, first, names)) continue;
    const sure = sureIn(layout, rows, names);
    const told = said || countsOn(layout, first);
    if (sure !== null && sure >= (told ? 1 : 2) && (by === 0 || told))
      return { ...layout, headerTop: null, headerRow: null, firstData: from, lastData: ENDLESS };
  }
  return null;
};

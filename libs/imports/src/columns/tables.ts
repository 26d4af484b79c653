import { clean } from '../cells/text.ts';
import type { Row } from '../files/sheet.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';
import { cardsOf } from './cards.ts';
import { isWords } from './headers.ts';
import { ENDLESS, layoutOf, NOTES, type Layout, type SavedMapping } from './layout.ts';
import { stripsOf } from './strips.ts';
import { fits, mostly, profileOf, type KnownNames } from './values.ts';

/** One table of a sheet. Its rows are the sheet's, or those that were made of a card. */
export interface Table {
  readonly sheet: StoredSheet;
  readonly layout: Layout;
}

const HEAD = 65; // header rows and samples below them
const ABOVE = 3; // rows above a header that may belong to it
const MOST_OF_CARDS = 20_000; // rows of a sheet of cards
const MOST = 40; // tables on one sheet
const HEADER_WORD = /(名称|项目|日期|时间|金额|额|单位|编号|投资方|凭证号?|资金|区域|进展|情况|备注)$/;

/** Cheap: whether a row may be the header of another table further down. */
const mayBeHeader = (row: Row): boolean => {
  const texts = row.cells.flatMap((cell) =>
    cell?.kind === 'text' && cell.merged !== 'covered' && cell.text.length <= 40 ? [clean(cell.text)] : [],
  );
  return texts.length >= 3 && texts.filter((text) => HEADER_WORD.test(text)).length >= 2 && isWords(row);
};

/** The same columns under the same names: a header printed again, no new table. */
const sameHeaders = (a: Layout, b: Layout): boolean => {
  const at = new Map(a.headers.map(({ column, text }) => [column, clean(text)]));
  const same = b.headers.filter(({ column, text }) => at.get(column) === clean(text)).length;
  return same * 2 > Math.max(a.headers.length, b.headers.length);
};

/** The rows around each of these numbers, from a few above it to enough samples below. One walk over the sheet. */
const around = (sheet: StoredSheet, numbers: readonly number[]): readonly (readonly Row[])[] => {
  const windows: Row[][] = numbers.map(() => []);
  for (const row of sheet.rows())
    numbers.forEach((number, index) => {
      if (row.number >= number - ABOVE && windows[index]!.length < HEAD) windows[index]!.push(row);
    });
  return windows;
};

/** Sheets that go on where the one before ended have no header of their own: their values must fit its columns. */
const continues = (before: Layout | null, head: readonly Row[], names: KnownNames): Layout | null => {
  if (before === null || before.kind === 'notes' || head.length === 0) return null;
  const profiles = before.columns.map(({ column, field }) => ({
    field,
    profile: profileOf(
      head.map(({ cells }) => cells[column]),
      names,
    ),
  }));
  const sure = profiles.filter(
    ({ field, profile }) =>
      (field.endsWith('On') && mostly(profile.days, profile)) ||
      (['contracted', 'amount', 'intendedAmount'].includes(field) && mostly(profile.numbers, profile)),
  ).length;
  const named = profiles.some(({ field, profile }) => field === 'name' && profile.filled * 2 > head.length);
  const alike = named && sure >= 2 && profiles.every(({ field, profile }) => fits(field, profile));
  return alike ? { ...before, headerRow: null, firstData: head[0]!.number, lastData: ENDLESS, title: '' } : null;
};

/** Tables below the first, each from its header on. */
const further = (
  sheet: StoredSheet,
  first: Layout,
  found: readonly number[],
  mapping: SavedMapping | null,
  names: KnownNames,
): readonly Layout[] => {
  const tables: Layout[] = [first];
  for (const [index, rows] of around(sheet, found.slice(0, MOST)).entries()) {
    const number = found[index]!;
    const current = tables.at(-1)!;
    if (current.headerRow !== null && number < current.firstData) continue;
    const own = rows.filter((row) => row.number >= number);
    const layout = layoutOf({ ...sheet, rows: own }, mapping, names);
    if (layout.kind === 'notes' || layout.headerRow === null || layout.headerRow >= number + 3) continue;
    if (current.kind !== 'notes' && sameHeaders(current, layout)) continue;
    // What stands right above, a unit or a title, belongs to the new table.
    const withTitle = layoutOf({ ...sheet, rows }, mapping, names);
    const chosen = withTitle.headerRow === layout.headerRow ? withTitle : layout;
    tables[tables.length - 1] = { ...current, lastData: number - 1 };
    tables.push(chosen);
  }
  return tables[0]!.kind === 'notes' && tables.length > 1 ? tables.slice(1) : tables;
};

/** The tables of a sheet, one below the other; a card of one project; the continuation of the sheet before; or one that nobody understands. */
export const tablesOf = (
  sheet: StoredSheet,
  mapping: SavedMapping | null,
  names: KnownNames,
  before: Layout | null,
): readonly Table[] => {
  const head: Row[] = [];
  const found: number[] = [];
  let rows = 0;
  for (const row of sheet.rows()) {
    rows += 1;
    if (head.length < HEAD) head.push(row);
    if (mayBeHeader(row)) found.push(row.number);
  }
  const first = layoutOf({ ...sheet, rows: head }, mapping, names);
  const strips = stripsOf(sheet, first);
  if (strips !== null) return strips.flatMap((strip) => tablesOf(strip, mapping, names, null));
  const below = found.filter((number) => first.headerRow === null || number > first.headerRow);
  const layouts = below.length === 0 ? [first] : further(sheet, first, below, mapping, names);
  if (layouts[0]!.kind !== 'notes') return layouts.map((layout) => ({ sheet, layout }));
  if (cardsOf(sheet, head) !== null && rows <= MOST_OF_CARDS) return [cardsOf(sheet, [...sheet.rows()])!];
  const continued = continues(before, head, names);
  return [{ sheet, layout: continued ?? { ...NOTES, firstData: head[0]?.number ?? 1 } }];
};

import { clean } from '../cells/text.ts';
import type { Unit } from '../cells/units.ts';
import type { Row } from '../files/sheet.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';
import { cardsOf, takesHeadsForValues } from './cards.ts';
import { continued } from './continued.ts';
import { isWords, textIn } from './headers.ts';
import { layoutOf, NOTES, theirColumns, unitsNamed, type Layout, type SavedMapping } from './layout.ts';
import { isLabel } from './labels.ts';
import { monthNamed } from './month-names.ts';
import { ofFurther, savedFor, savedUnit, withSaved, type SavedSheet } from './saved.ts';
import { stripsOf } from './strips.ts';
import { unitNotesIn, withNotes, type UnitNote } from './unit-notes.ts';
import type { KnownNames } from './values.ts';

/** One table of a sheet. Its rows are the sheet's, or those that were made of a card. */
export interface Table {
  readonly sheet: StoredSheet;
  readonly layout: Layout;
}

const HEAD = 65; // header rows and samples below them
const ABOVE = 3; // rows above a header that may belong to it
const MOST_OF_CARDS = 20_000; // rows of a sheet of cards
const MOST = 40; // tables on one sheet
const YEAR_SIGNS = 4; // a figure of any other length stands in no head
const LONGEST_NAME = 12; // signs, without brackets
/** How names of columns end; names of projects and firms do, too, but seldom half a row. */
const NAME_ENDS =
  /(名称|全称|项目|工程|日期|时间|年月|节点|签约|开工|投产|竣工|额|资金|资本|投资|固投|规模|单位|部门|企业|公司|主体|客商|业主|方|者|商|号|编码|代码|区|镇|街道?|园|属地|地点?|载体|行业|产业|领导|人|专员|管家|进展|进度|动态|情况|备注|说明|币种|状态|阶段|类别|类型|性质)$/;

/** Cheap for most rows, which hold a figure, a day or words of their own: whether a row may be the header of another table further down. */
const mayBeHeader = (row: Row): boolean => {
  if (row.cells.some((cell) => cell?.kind === 'number' && cell.text.length !== YEAR_SIGNS)) return false;
  const texts = row.cells.flatMap((cell) => {
    if (cell?.kind !== 'text' || cell.merged === 'covered') return [];
    const plain = clean(cell.text).replace(/[(（].*$|\s/g, '');
    return plain === '' ? [] : [plain];
  });
  const named = texts.filter((text) => text.length <= LONGEST_NAME && NAME_ENDS.test(text));
  if (named.length < 2 || named.length * 2 < texts.length || texts.length < 3 || !isWords(row)) return false;
  const months = new Set(
    row.cells.flatMap((cell, column) => (monthNamed(cell?.text ?? '')?.year == null ? [] : [column])),
  );
  if ([...months].some((column) => !months.has(column - 1) && !months.has(column + 1))) return false; // a month told, no head
  return named.filter(isLabel).length >= 2;
};

/** The same columns under the same names: a header printed again, no new table. One that calls a column something else, 开工日期 for 签约日期, is. */
const sameHeaders = (a: Layout, b: Layout): boolean => {
  const at = new Map(a.headers.map(({ column, text }) => [column, clean(text)]));
  const renamed = b.headers.filter(({ column, text }) => at.get(column) !== clean(text));
  const same = b.headers.length - renamed.length;
  const meant = ({ columns }: Layout, own: number) => columns.find(({ column }) => column === own)?.field;
  return (
    same * 2 > Math.max(a.headers.length, b.headers.length) &&
    renamed.every(({ column }) => meant(a, column) === meant(b, column))
  );
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

/** The first row of a table's heads: also the groups right above them, merged over columns, that add nothing to the names. */
const topOf = ({ headerTop }: Layout, rows: readonly Row[], number: number): number => {
  let top = Math.min(headerTop ?? number, number);
  for (let at = rows.findIndex((row) => row.number === top) - 1; at >= 0; at -= 1) {
    const row = rows[at]!;
    const texts = new Set(row.cells.map(textIn).filter((text) => text !== ''));
    const grouped = row.cells.some((cell) => cell?.across === true && cell.mergedRows === 1);
    if (row.number !== top - 1 || texts.size < 2 || !grouped || !isWords(row)) break;
    top = row.number;
  }
  return top;
};

/** A table known anew by its own rows: those of the next table under it say nothing of its columns. */
const withoutRowsBelow = (
  sheet: StoredSheet,
  layout: Layout,
  seen: readonly Row[],
  lastData: number,
  mapping: SavedMapping | null,
  names: KnownNames,
): Layout => {
  const rows = seen.filter(({ number }) => number <= lastData);
  if (layout.kind === 'notes' || rows.length === seen.length) return layout;
  const again = layoutOf({ ...sheet, rows }, mapping, names);
  return again.headerRow === layout.headerRow ? again : layout;
};

const HEADS_WITHIN = 3; // rows from where a header may begin to its last

/** Whether rows from this one on begin with a table: one that is read, or that a person leaves out. */
const beginsAt = ({ kind, leftOut, headerRow }: Layout, number: number): boolean =>
  (kind !== 'notes' || leftOut === true) && headerRow !== null && headerRow < number + HEADS_WITHIN;

/** A title over a first section, 招商周报（2026年第47周） 一、新签约项目: it is that of all sections. */
const OF_ALL = /^(.+?)\s[（(]?一[、.．)）]/;
const titleOfAll = ({ title }: Layout): Pick<Layout, 'titleOfAll'> => {
  const [, words] = OF_ALL.exec(title) ?? [];
  return words === undefined ? {} : { titleOfAll: words };
};

/** Tables below the first, each from its header on. */
const further = (
  sheet: StoredSheet,
  first: Layout,
  head: readonly Row[],
  found: readonly number[],
  said: SavedMapping | null,
  names: KnownNames,
): readonly Layout[] => {
  const mapping = ofFurther(said, sheet.name);
  const tables: Layout[] = [first];
  let seen: readonly Row[] = head; // around the last table
  for (const [index, rows] of around(sheet, found.slice(0, MOST)).entries()) {
    const number = found[index]!;
    const current = tables.at(-1)!;
    if (current.headerRow !== null && number < current.firstData) continue;
    const own = rows.filter((row) => row.number >= number);
    const layout = layoutOf({ ...sheet, rows: own }, mapping, names);
    if (!beginsAt(layout, number)) continue;
    if (current.kind !== 'notes' && sameHeaders(current, layout)) continue;
    // What stands right above, a unit or a title, belongs to the new table.
    const withTitle = layoutOf({ ...sheet, rows }, mapping, names);
    const chosen = withTitle.headerRow === layout.headerRow ? withTitle : layout;
    const lastData = topOf(chosen, rows, number) - 1;
    tables[tables.length - 1] = { ...withoutRowsBelow(sheet, current, seen, lastData, mapping, names), lastData };
    seen = withTitle.headerRow === layout.headerRow ? rows : own;
    tables.push(chosen);
  }
  const under = tables.map((one, index) => (index === 0 ? one : { ...one, ...titleOfAll(first) }));
  return under[0]!.kind === 'notes' && under.length > 1 ? under.slice(1) : under;
};

/** A unit that a note under a table names. */
interface Noted {
  readonly row: number;
  readonly unit: Unit | null; // of all columns that it does not name
  readonly notes: readonly UnitNote[];
  readonly isNote: boolean; // says that it is one: a bare 单位：亿元 may stand over the next table
}
const FEW = 3; // cells of a note
const IS_NOTE = /^[(【]?(附|备)?(注|说明|本表|表内|表中)/;
const SAYS_UNIT = /单位|(为|以|按|是)(亿|千万|百万|万|千)?.{0,4}元/;

/** 注：投资额单位为亿元, under a table: cheap for rows of data, which hold more. */
const unitNoted = ({ number, cells }: Row): Noted | null => {
  const own = cells.filter((cell) => cell !== undefined && cell.merged !== 'covered');
  if (own.length > FEW) return null;
  const text = own.map(textIn).find((one) => one.length > 2 && SAYS_UNIT.test(one));
  if (text === undefined) return null;
  const { notes, rest } = unitNotesIn(text);
  const others = notes.find(({ words }) => words === null)?.unit ?? null;
  const unit = others ?? (/单位/.test(rest) ? unitsNamed(rest)[0] : undefined) ?? null;
  return unit === null && notes.length === 0 ? null : { row: number, unit, notes, isNote: IS_NOTE.test(clean(text)) };
};

/** The table in the units of the notes under it: the columns that they name, and the others where nothing else names their unit. */
const inUnitNoted = (layout: Layout, noted: readonly Noted[]): Layout => {
  const own = noted.filter(({ row }) => row >= layout.firstData && row <= layout.lastData);
  const told = own.find((one) => one.unit !== null && (one.isNote || layout.unitFrom === 'assumed'));
  const unit = told?.unit ?? null;
  const notes = own.flatMap((one) => one.notes).filter(({ words }) => words !== null);
  const all = unit === null ? notes : [...notes, { words: null, unit }];
  const columns = withNotes(layout.columns, layout.headers, all, 'below');
  if (unit === null || layout.unitFrom === 'saved') return { ...layout, columns };
  if (layout.unitFrom === 'assumed') return { ...layout, columns, unit, unitFrom: 'below' };
  const differs = unit.currency === layout.unit.currency && unit.unit !== layout.unit.unit;
  return { ...layout, columns, unitsDiffer: layout.unitsDiffer || differs };
};

/** A page that goes on where the sheet before ended, with what a person said of it by its own name. */
const asSaid = (page: Layout, saved: SavedSheet | null): Layout => {
  const own = savedUnit(saved);
  return {
    ...page,
    kind: saved?.kind ?? page.kind,
    ...theirColumns(withSaved(page.columns, page.headers, saved), page.headers),
    ...(own === null ? {} : { unit: own, unitFrom: 'saved' as const }),
  };
};

/** What one walk over a sheet tells of its tables. */
interface Overview {
  readonly head: readonly Row[];
  readonly headers: readonly number[]; // rows that may be the header of a table further down
  readonly notes: readonly Noted[];
  readonly rows: number; // how many
}

const overviewOf = (sheet: StoredSheet): Overview => {
  const head: Row[] = [];
  const headers: number[] = [];
  const notes: Noted[] = [];
  let rows = 0;
  for (const row of sheet.rows()) {
    rows += 1;
    if (head.length < HEAD) head.push(row);
    if (mayBeHeader(row)) headers.push(row.number);
    const noted = notes.length < MOST ? unitNoted(row) : null;
    if (noted !== null) notes.push(noted);
  }
  return { head, headers, notes, rows };
};

/** A sheet without heads that anybody understands: left out by a person, the continuation of the sheet before, or nothing but notes. */
const withoutHeads = (
  { name }: StoredSheet,
  head: readonly Row[],
  mapping: SavedMapping | null,
  names: KnownNames,
  before: Layout | null,
): Layout => {
  const none: Layout = { ...NOTES, firstData: head[0]?.number ?? 1 };
  const saved = savedFor(mapping, name);
  if (saved?.kind === 'notes') return { ...none, leftOut: true };
  const page = continued(before, { name, head }, names);
  return page === null ? none : asSaid(page, saved);
};

/** The tables of a sheet, one below the other; a card of one project; the continuation of the sheet before; or one that nobody understands. */
export const tablesOf = (
  sheet: StoredSheet,
  mapping: SavedMapping | null,
  names: KnownNames,
  before: Layout | null,
): readonly Table[] => {
  const { head, headers, notes, rows } = overviewOf(sheet);
  const first = layoutOf({ ...sheet, rows: head }, mapping, names);
  const strips = stripsOf(sheet, first);
  if (strips !== null) return strips.flatMap((strip) => tablesOf(strip, mapping, names, null));
  const below = headers.filter((number) => first.headerRow === null || number > first.headerRow);
  const layouts = below.length === 0 ? [first] : further(sheet, first, head, below, mapping, names);
  const cards = rows <= MOST_OF_CARDS ? cardsOf(sheet, head, mapping) : null;
  if (cards !== null && cards.layout.score > first.score && !takesHeadsForValues(cards.sheet, first))
    return [cardsOf(sheet, [...sheet.rows()], mapping)!];
  if (layouts[0]!.kind !== 'notes') return layouts.map((layout) => ({ sheet, layout: inUnitNoted(layout, notes) }));
  if (layouts[0]!.leftOut === true) return [{ sheet, layout: layouts[0]! }];
  return [{ sheet, layout: withoutHeads(sheet, head, mapping, names, before) }];
};

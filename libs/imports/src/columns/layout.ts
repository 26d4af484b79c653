import { unitsIn, type Unit } from '../cells/units.ts';
import { clean, isEmpty } from '../cells/text.ts';
import type { Row, Sheet } from '../files/sheet.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';
import { columnName } from '../files/workbook.ts';
import type { SheetKind } from './field-names.ts';
import { coveredBelow, findHeader, kindOf, titleOver, type Found } from './find-header.ts';
import { headerOf, textIn, type Header } from './headers.ts';
import { listSigns, type ListSigns } from './list-signs.ts';
import type { Mapped, Profiles } from './mapped.ts';
import { inPlace } from './misplaced.ts';
import { columnsAs, tableKind, type Recognised } from './recognise.ts';
import {
  fingerprintOf,
  NO_HEADER,
  saidOf,
  savedFor,
  savedRegions,
  savedUnit,
  withSaved,
  type SavedMapping,
  type SavedSheet,
} from './saved.ts';
import { withUnitBeside } from './unit-beside.ts';
import { unitNotesIn, withNotes, type UnitNote } from './unit-notes.ts';
import { ASSUMED, unitFor, type UnitFrom } from './units.ts';
import { NO_NAMES, profileOf, type KnownNames } from './values.ts';

export type { SavedMapping, SavedSheet } from './saved.ts';

/** Where a table stands on its sheet, what kind it is and what its columns are. */
export interface Layout extends ListSigns {
  readonly kind: SheetKind;
  readonly headerTop: number | null; // the first row of its heads
  readonly headerRow: number | null; // the row with the columns' own names
  readonly firstData: number;
  readonly lastData: number; // what lies below belongs to another table
  readonly columns: readonly Mapped[];
  readonly headers: readonly Header[];
  readonly hiddenColumns: readonly number[];
  readonly unmapped: readonly { readonly column: number; readonly text: string }[];
  readonly unit: Unit; // of money columns whose header names none
  readonly units: readonly Unit[]; // all that the lines above name
  readonly unitFrom: UnitFrom;
  readonly unitsDiffer: boolean; // the lines above name two of one currency
  readonly title: string; // what stands above the table
  readonly titleOfAll?: string; // of a further table under 二、: what stands above 一、 and all of them
  readonly fingerprint: string | null;
  readonly score: number;
  readonly regions: Readonly<Record<string, string>>; // what a person said of lines by district: the line's name → its region, or none
  readonly leftOut?: true; // a person says that nobody is to read the sheet
  readonly addresses?: Readonly<Record<number, readonly string[]>>; // of a card: the cells of each record, by its row and column
}

const SAMPLE = 60;
export const ENDLESS = Number.MAX_SAFE_INTEGER;

/** Amounts in a line above a table, 共签约35个、总投资120亿元, are no unit of it. */
const AMOUNT = /\d[\d,.]*\s*(多|余)?(亿|千万|百万|万|千)?(元|美元|欧元|港元|日元)?/g;

/** The units that a line names: 单位：万元 in a corner, or in the title. */
export const unitsNamed = (text: string): readonly Unit[] => {
  if (!/单位|金额|元/.test(text)) return [];
  const words = text.replace(AMOUNT, '');
  const units = unitsIn(words.replace(/^.*?单位[:：]?/, ''));
  return units.length > 0 ? units : unitsIn(words);
};

/** The units that the lines above the table name, and whether two of them contradict: 单位：万元 over a title in 亿元. The nearest counts. */
const unitAbove = (
  rows: readonly Row[],
  top: number,
): { readonly units: readonly Unit[]; readonly differ: boolean; readonly notes: readonly UnitNote[] } => {
  const texts = rows.slice(0, top).flatMap(({ cells }) => [...new Set(cells.map(textIn))]);
  const lines = texts.map((text) => ({ text, ...unitNotesIn(text) }));
  const general = lines.map(({ rest }) => unitsNamed(rest)).filter((units) => units.length > 0);
  const notes = lines.flatMap((line) => line.notes);
  const others = notes.flatMap(({ words, unit }) => (words === null ? [[unit]] : []));
  const all = [...general, ...others];
  // Where every line speaks of some columns only, the others are counted alike.
  const named = all.length > 0 ? all : lines.map(({ text }) => unitsNamed(text)).filter((units) => units.length > 0);
  const scales = named.flatMap((units) => units.filter(({ currency }) => currency === 'CNY').map(({ unit }) => unit));
  return { units: named.at(-1) ?? [], differ: new Set(scales).size > 1, notes };
};

const profilesOf = (headers: readonly Header[], below: readonly Row[], names: KnownNames): Profiles =>
  new Map(
    headers.map(({ column }) => [
      column,
      profileOf(
        below.map(({ cells }) => cells[column]),
        names,
      ),
    ]),
  );

export const NOTES: Omit<Layout, 'firstData'> = {
  kind: 'notes',
  headerTop: null,
  headerRow: null,
  lastData: ENDLESS,
  columns: [],
  headers: [],
  hiddenColumns: [],
  unmapped: [],
  unit: ASSUMED,
  units: [],
  unitFrom: 'assumed',
  unitsDiffer: false,
  title: '',
  fingerprint: null,
  score: 0,
  regions: {},
};

/** Columns of money take the unit that their words mean, where the lines above name several. */
const withUnits = (columns: readonly Mapped[], above: readonly Unit[]): readonly Mapped[] =>
  above.length < 2
    ? columns
    : columns.map((one) => (one.unit === null ? { ...one, unit: unitFor(one.header, above), unitFrom: 'above' } : one));

/** Columns that are fields, and the others. */
export const theirColumns = (
  columns: readonly Mapped[],
  headers: readonly Header[],
): Pick<Layout, 'columns' | 'unmapped'> => {
  const mapped = new Set(columns.map(({ column }) => column));
  const others = headers.filter(({ column, across }) => !mapped.has(column) && across !== true);
  return { columns, unmapped: others.map(({ column, text }) => ({ column, text: clean(text) })) };
};

/** Who tells the unit of a table: whoever saved it, the lines above, the sheet's name, or nobody. */
export const whereFrom = (own: Unit | null, above: readonly Unit[], inName: readonly Unit[]): UnitFrom => {
  if (own !== null) return 'saved';
  if (above.length > 0) return 'above';
  return inName.length > 0 ? 'sheet' : 'assumed';
};

/** The unit of a table's amounts whose header names none, and who tells it. */
const unitTold = (
  saved: SavedSheet | null,
  above: readonly Unit[],
  inName: readonly Unit[],
): Pick<Layout, 'unit' | 'units' | 'unitFrom'> => {
  const own = savedUnit(saved);
  const unit = own ?? unitFor('', above) ?? inName[0] ?? ASSUMED;
  return { unit, units: above, unitFrom: whereFrom(own, above, inName) };
};

/** A table of which a person says that it has no heads: its columns are called by their letters. */
const withoutHeader = ({ rows }: Pick<Sheet, 'rows'>, saved: SavedSheet): Layout => {
  const top = rows.findIndex(({ cells }) => cells.filter((cell) => !isEmpty(cell)).length > 1);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const headers = Array.from({ length: width }, (_, column) => headerOf(column, columnName(column)));
  const { units } = unitAbove(rows, Math.max(0, top));
  return {
    ...NOTES,
    kind: tableKind(saved.kind ?? 'notes'),
    firstData: rows[top]?.number ?? 1,
    headers,
    ...theirColumns(withSaved([], headers, saved), headers),
    ...unitTold(saved, units, []),
  };
};

/** What a table is once its values are looked at, too: where these say nothing, its heads alone decide; what a person said goes before both. */
const seenWith = (
  profiles: Profiles,
  { headers, found: byHeads }: Pick<Found, 'headers' | 'found'>,
  title: string,
  saved: SavedSheet | null,
): Recognised => {
  const found = kindOf(headers, profiles, saved, title);
  const kind = saved?.kind ?? (found.kind === 'notes' ? byHeads : found).kind;
  const told = found.columns.length === 0 ? columnsAs(kind, headers, profiles) : found.columns;
  return { kind, columns: kind === 'targets' ? told : inPlace(told, profiles), score: found.score };
};

/** Where a sheet's first table begins, what kind it is and what its columns are. A sheet that is no table is `notes`. */
export const layoutOf = (
  sheet: Pick<Sheet, 'name' | 'rows'> & Partial<Pick<StoredSheet, 'hiddenColumns'>>,
  mapping: SavedMapping | null,
  names: KnownNames = NO_NAMES,
): Layout => {
  const { rows, hiddenColumns = [] } = sheet;
  const named = savedFor(mapping, sheet.name);
  if (named?.headerRow === NO_HEADER) return withoutHeader(sheet, named);
  const header = findHeader(rows, sheet.name, mapping);
  if (header === null) return { ...NOTES, firstData: rows[0]?.number ?? 1 };
  const { top, bottom } = header;
  const headers = header.headers.map((one): Header =>
    hiddenColumns.includes(one.column) ? { ...one, hidden: true } : one,
  );
  const row = rows[bottom]!;
  const firstData = row.number + 1 + coveredBelow(row);
  const below = rows.slice(bottom + 1).filter(({ number }) => number >= firstData);
  const fingerprint = fingerprintOf(headers);
  const saved = saidOf(mapping, sheet.name, { fingerprint, headerRow: row.number });
  const place = { headerTop: rows[top]!.number, headerRow: row.number, firstData, headers, fingerprint };
  if (saved?.kind === 'notes') return { ...NOTES, ...place, leftOut: true };
  const title = titleOver(rows, top, bottom);
  const profiles = profilesOf(headers, below.slice(0, SAMPLE), names);
  const found = seenWith(profiles, { ...header, headers }, `${sheet.name} ${title}`, saved);
  const { units: above, differ, notes } = unitAbove(rows, top);
  const unit = unitTold(saved, above, unitsIn(sheet.name));
  const noted = withNotes(withUnits(withSaved(found.columns, headers, saved), above), headers, notes, 'above');
  const columns = withUnitBeside(noted, headers, unit.unitFrom);
  return {
    kind: found.kind,
    ...place,
    lastData: ENDLESS,
    ...theirColumns(columns, headers),
    hiddenColumns,
    ...unit,
    unitsDiffer: differ && unit.unitFrom !== 'saved',
    title,
    score: found.score,
    regions: savedRegions(saved),
    ...listSigns({ kind: found.kind, columns, headers, profiles, below: below.slice(0, SAMPLE) }),
  };
};

import { unitsIn, type Unit } from '../cells/units.ts';
import { clean } from '../cells/text.ts';
import type { Row, Sheet } from '../files/sheet.ts';
import type { SheetKind } from './field-names.ts';
import { headersOf, isWords, normalised, textIn, type Header } from './headers.ts';
import type { Mapped, Profiles } from './match.ts';
import { recognise, type Recognised } from './recognise.ts';
import { fingerprintOf, savedFor, savedUnit, withSaved, type SavedMapping, type SavedSheet } from './saved.ts';
import { recogniseTargets } from './targets.ts';
import { ASSUMED, unitFor, type UnitFrom } from './units.ts';
import { NO_NAMES, profileOf, type KnownNames } from './values.ts';

export type { SavedMapping, SavedSheet } from './saved.ts';

/** Where a table stands on its sheet, what kind it is and what its columns are. */
export interface Layout {
  readonly kind: SheetKind;
  readonly headerRow: number | null; // the row with the columns' own names
  readonly firstData: number;
  readonly lastData: number; // what lies below belongs to another table
  readonly columns: readonly Mapped[];
  readonly headers: readonly Header[];
  readonly unmapped: readonly { readonly column: number; readonly text: string }[];
  readonly unit: Unit; // of money columns whose header names none
  readonly units: readonly Unit[]; // all that the lines above name
  readonly unitFrom: UnitFrom;
  readonly title: string; // what stands above the table
  readonly fingerprint: string | null;
  readonly score: number;
  readonly addresses?: Readonly<Record<number, readonly string[]>>; // of a card: the cells of each record, by its row and column
}

const HEADER_ROWS = 25;
const DEEPEST = 4;
const SAMPLE = 60;
const KNOWN = 1_000; // a header that a person mapped before goes before any other
export const ENDLESS = Number.MAX_SAFE_INTEGER;

interface Found {
  readonly top: number;
  readonly bottom: number; // places among the rows looked at
  readonly headers: readonly Header[];
  readonly found: Recognised;
}

/** The rows from `top` to `bottom` where they follow each other and are words: what can be one header. */
const block = (rows: readonly Row[], top: number, bottom: number): readonly Row[] | null => {
  const found = rows.slice(top, bottom + 1);
  const joined = found.every((row, index) => row.number === found[0]!.number + index && isWords(row));
  return joined ? found : null;
};

/** What these headers make: lists of projects, leads, arrivals, lines of progress, or targets. */
export const kindOf = (
  headers: readonly Header[],
  profiles?: Profiles,
  saved: SavedSheet | null = null,
  title = '',
): Recognised => {
  const found = recognise(headers, profiles, saved?.kind);
  const targets = recogniseTargets(headers, title);
  if (saved?.kind === 'targets' || targets.score > found.score) return targets;
  if (found.kind === 'notes' && saved?.kind !== undefined) return { ...found, kind: saved.kind };
  return found;
};

const wordsOf = ({ cells }: Row): readonly string[] => [...new Set(cells.map(textIn))].filter((text) => text !== '');

/** What stands above a table: the lines over its head, and a title that is merged over the table as the first line of it. */
const titleOver = (rows: readonly Row[], top: number, bottom: number): string => {
  const lines = rows.slice(0, bottom).map(wordsOf);
  return [...new Set(lines.filter((words, index) => index < top || words.length === 1).flat())].join(' ');
};

/** Whether a mapping speaks of these headers. */
const names = (columns: Readonly<Record<string, string>>, headers: readonly Header[]): boolean => {
  const known = new Set(Object.keys(columns).map((header) => clean(header).replace(/\s/g, '')));
  return headers.some(({ text }) => known.has(clean(text).replace(/\s/g, '')));
};

/** The header among these rows: the first that explains at least half as much as the best one, in as few rows as say the same. */
const findHeader = (
  rows: readonly Row[],
  saved: SavedSheet | null,
  name: string,
  layouts: Readonly<Record<string, SavedSheet>>,
): Found | null => {
  const candidates: Found[] = [];
  for (let bottom = 0; bottom < Math.min(rows.length, HEADER_ROWS); bottom += 1) {
    if (saved?.headerRow !== undefined && rows[bottom]!.number !== saved.headerRow) continue;
    for (let top = bottom; top >= Math.max(0, bottom - DEEPEST + 1); top -= 1) {
      const header = block(rows, top, bottom);
      if (header === null) break;
      const headers = headersOf(header);
      if (headers.length < 2) continue;
      const found = kindOf(headers, undefined, saved, `${name} ${titleOver(rows, top, bottom)}`);
      const remembered = layouts[fingerprintOf(headers)];
      const mapped = saved?.columns !== undefined && names(saved.columns, headers);
      if (remembered !== undefined)
        candidates.push({
          top,
          bottom,
          headers,
          found: { ...found, kind: remembered.kind ?? found.kind, score: KNOWN },
        });
      else if (found.kind !== 'notes') candidates.push({ top, bottom, headers, found });
      else if (mapped)
        candidates.push({
          top,
          bottom,
          headers,
          found: { ...found, kind: saved?.kind ?? 'projects', score: Math.max(found.score, 1) },
        });
    }
  }
  const most = Math.max(0, ...candidates.map(({ found }) => found.score));
  const first = candidates.find(({ found }) => found.score * 2 >= most);
  if (first === undefined) return null;
  const near = candidates.filter(({ bottom }) => bottom >= first.bottom && bottom < first.bottom + DEEPEST);
  return withUnitLine(
    rows,
    near.reduce((best, one) => (explainsMore(one, best) ? one : best), first),
  );
};

/** More columns understood; of targets the years above them, too. */
const explainsMore = (one: Found, best: Found): boolean =>
  one.found.score > best.found.score ||
  (one.found.score === best.found.score &&
    one.found.kind === 'targets' &&
    one.bottom === best.bottom &&
    one.top < best.top);

/** A line under the names that holds nothing but units, （万元）, is part of the header. */
const withUnitLine = (rows: readonly Row[], found: Found): Found => {
  const { top, bottom } = found;
  const below = rows[bottom + 1];
  const texts = below?.cells.map(textIn).filter((text) => text !== '') ?? [];
  const units = texts.length > 0 && texts.every((text) => normalised(text) === '' && unitsIn(text).length > 0);
  const header = units && bottom - top + 1 < DEEPEST ? block(rows, top, bottom + 1) : null;
  return header === null ? found : { ...found, bottom: bottom + 1, headers: headersOf(header) };
};

/** Rows of the header that a merged block still covers. */
const coveredBelow = ({ cells }: Row): number =>
  Math.max(
    0,
    ...cells.map((cell) => (cell?.merged === 'master' && (cell.mergedRows ?? 1) <= 3 ? (cell.mergedRows ?? 1) - 1 : 0)),
  );

/** The unit that the lines above the table name: 单位：万元 in a corner, or in the title. */
const unitAbove = (rows: readonly Row[], top: number): readonly Unit[] => {
  for (const { cells } of rows.slice(0, top))
    for (const text of new Set(cells.map(textIn)))
      if (/单位|金额|元/.test(text)) {
        const units = unitsIn(text.replace(/^.*?单位[:：]?/, ''));
        const found = units.length > 0 ? units : unitsIn(text);
        if (found.length > 0) return found;
      }
  return [];
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
  headerRow: null,
  lastData: ENDLESS,
  columns: [],
  headers: [],
  unmapped: [],
  unit: ASSUMED,
  units: [],
  unitFrom: 'assumed',
  title: '',
  fingerprint: null,
  score: 0,
};

/** Columns of money take the unit that their words mean, where the lines above name several. */
const withUnits = (columns: readonly Mapped[], above: readonly Unit[]): readonly Mapped[] =>
  above.length < 2
    ? columns
    : columns.map((one) => (one.unit === null ? { ...one, unit: unitFor(one.header, above), unitFrom: 'above' } : one));

/** Where a sheet's first table begins, what kind it is and what its columns are. A sheet that is no table is `notes`. */
export const layoutOf = (
  sheet: Pick<Sheet, 'name' | 'rows'>,
  mapping: SavedMapping | null,
  names: KnownNames = NO_NAMES,
): Layout => {
  const { rows } = sheet;
  const named = savedFor(mapping, sheet.name);
  const header = findHeader(rows, named, sheet.name, mapping?.layouts ?? {});
  if (header === null) return { ...NOTES, firstData: rows[0]?.number ?? 1 };
  const { top, bottom, headers } = header;
  const row = rows[bottom]!;
  const firstData = row.number + 1 + coveredBelow(row);
  const below = rows.slice(bottom + 1).filter(({ number }) => number >= firstData);
  const fingerprint = fingerprintOf(headers);
  const remembered = mapping?.layouts?.[fingerprint] ?? null;
  const saved = named?.columns === undefined && remembered !== null ? { ...named, ...remembered } : named;
  const title = titleOver(rows, top, bottom);
  const profiles = profilesOf(headers, below.slice(0, SAMPLE), names);
  const found = kindOf(headers, profiles, saved, `${sheet.name} ${title}`);
  const { kind } = found.kind === 'notes' ? header.found : found;
  const above = unitAbove(rows, top);
  const inName = unitsIn(sheet.name);
  const columns = withUnits(withSaved(found.columns, headers, saved), above);
  const mapped = new Set(columns.map(({ column }) => column));
  const own = savedUnit(saved);
  const unitFrom: UnitFrom =
    own !== null ? 'saved' : above.length > 0 ? 'above' : inName.length > 0 ? 'sheet' : 'assumed';
  return {
    kind: saved?.kind ?? kind,
    headerRow: row.number,
    firstData,
    lastData: ENDLESS,
    columns,
    headers,
    unmapped: headers
      .filter(({ column }) => !mapped.has(column))
      .map(({ column, text }) => ({ column, text: clean(text) })),
    unit: own ?? unitFor('', above) ?? inName[0] ?? ASSUMED,
    units: above,
    unitFrom,
    title,
    fingerprint,
    score: found.score,
  };
};

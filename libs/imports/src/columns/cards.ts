import { unitsIn } from '../cells/units.ts';
import { clean, isEmpty } from '../cells/text.ts';
import type { Row } from '../files/sheet.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';
import { columnName } from '../files/workbook.ts';
import { entriesOf, INLINE, VALUE_WORDS, type IsLabel } from './card-entries.ts';
import type { Entry } from './card-entry.ts';
import { headerOf, textIn, type Header } from './headers.ts';
import { isLabel, isNameFor, namesProject } from './labels.ts';
import { labelsAbove } from './labels-above.ts';
import { NOTES, theirColumns, whereFrom, type Layout } from './layout.ts';
import { columnsAs, recognise, tableKind, type Recognised } from './recognise.ts';
import {
  fingerprintOf,
  namedBy,
  saidOf,
  savedFor,
  savedUnit,
  withSaved,
  type SavedMapping,
  type SavedSheet,
} from './saved.ts';
import { withUnitBeside } from './unit-beside.ts';
import { ASSUMED } from './units.ts';

const FEWEST = 4;
const FORM = 60; // rows that show all labels of a form
const MOST_LABELS = 1_000; // of a form
const FEWEST_SAID = 2; // labels of which one was mapped by a person
const FEWEST_HEADS = 3; // of a table among the values of a card; one or two a card may say: 阶段 签约
const REMEMBERED = 1_000; // a form that a person mapped before goes before any table
const keyOf = (label: string): string => clean(label).replace(/\s/g, '');

/** What each card of a sheet begins with: its first label where that comes again, or the project's name where that does. Null for a single card. */
const beginningOf = (entries: readonly Entry[]): string | null => {
  const count = (key: string): number => entries.filter(({ label }) => keyOf(label) === key).length;
  const named = entries.find(({ label }) => namesProject(label));
  const candidates = [entries[0], named].flatMap((entry) => (entry === undefined ? [] : [keyOf(entry.label)]));
  return candidates.find((key) => count(key) > 1) ?? null;
};

/** The cards of a sheet, each with its labels once: a label that comes again within a card gets a number. */
const recordsOf = (entries: readonly Entry[]): readonly (readonly Entry[])[] => {
  const begins = beginningOf(entries);
  const records: Entry[][] = [];
  let seen = new Map<string, number>();
  for (const entry of entries) {
    const key = keyOf(entry.label);
    if (records.length === 0 || key === begins) {
      records.push([]);
      seen = new Map();
    }
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    records.at(-1)!.push(times === 1 ? entry : { ...entry, label: `${entry.label}（${times}）` });
  }
  return records;
};

/** Labels down the first column, a project in each column beside it: a table that lies on its side. */
const sideways = (rows: readonly Row[], isLabel: IsLabel): readonly (readonly Entry[])[] | null => {
  const label = ({ cells }: Row): string => (cells[0]?.kind === 'text' ? clean(cells[0].text) : '');
  const known = rows.filter((row) => isLabel(label(row)));
  const beside = ({ cells }: Row): number =>
    cells.slice(1).filter((cell) => !isEmpty(cell) && cell!.merged !== 'covered').length;
  const inner = known.some(({ cells }) =>
    cells.slice(1).some((cell) => isLabel(textIn(cell)) && !isNameFor(textIn(cells[0]), textIn(cell))),
  );
  if (known.length < FEWEST || known.filter((row) => beside(row) >= 2).length * 2 < known.length || inner) return null;
  const first = rows.indexOf(known[0]!);
  const lines = rows.filter((row, at) => beside(row) > 0 && (at >= first || !/[:：]/.test(label(row))));
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  return Array.from({ length: width - 1 }, (_, index) =>
    lines.flatMap((row): Entry[] => {
      const value = row.cells[index + 1];
      const address = `${columnName(index + 1)}${row.number}`;
      return value === undefined ? [] : [{ label: label(row) || `${row.number}行`, value, address, row: index + 2 }];
    }),
  ).filter((record) => record.length > 0);
};

/** The cards of some rows, whichever way their labels stand. `said`: labels that a person named, and which of them names a project. */
const cardsIn = (rows: readonly Row[], said: Readonly<Record<string, string>>): readonly (readonly Entry[])[] => {
  const own = new Map(Object.entries(said).map(([label, field]) => [keyOf(label), field]));
  const label: IsLabel = (text) => isLabel(text) || own.has(keyOf(text));
  const names: IsLabel = (text) => namesProject(text) || own.get(keyOf(text)) === 'name';
  return sideways(rows, label) ?? labelsAbove(rows, label, names) ?? recordsOf(entriesOf(rows, label));
};

/** Tells a form by the labels that are printed on it, filled in or not: next month's card is of the same. */
const formOf = (rows: readonly Row[]): string => {
  const texts = rows.flatMap(({ cells }) => cells.map(textIn)).map((text) => INLINE.exec(text)?.[1] ?? text);
  const labels = new Set(texts.filter((text) => isLabel(text) && !VALUE_WORDS.test(text)).map(keyOf));
  return fingerprintOf([...labels].sort().map((text) => ({ text })));
};

/** The cards as a table of one row each; where each value stands is told apart. Null where they have more labels than a table has columns. */
const asRows = (records: readonly (readonly Entry[])[]) => {
  const first = new Map<string, Entry>(); // by label
  for (const entry of records.flat()) if (!first.has(keyOf(entry.label))) first.set(keyOf(entry.label), entry);
  if (first.size > MOST_LABELS) return null;
  const labels = [...first.keys()];
  const lines = records.flatMap((record) => {
    if (record.length === 0) return [];
    const byLabel = new Map(record.map((entry) => [keyOf(entry.label), entry]));
    return [{ number: record[0]!.row, entries: labels.map((label) => byLabel.get(label)) }];
  });
  const headers = [...first.values()].map(({ label, address }, column): Header => ({
    ...headerOf(column, label),
    place: address,
  }));
  return {
    headers,
    records: lines.map(({ number, entries }): Row => ({
      number,
      hidden: false,
      cells: entries.map((one) => one?.value),
    })),
    addresses: Object.fromEntries(
      lines.map(({ number, entries }) => [number, entries.map((one) => one?.address ?? '')]),
    ),
  };
};

/** The kind of these labels and their columns, with what a person said of them. Null where they make no card. */
const columnsOfCard = (headers: readonly Header[], saved: SavedSheet | null): Recognised | null => {
  const told = namedBy(saved?.columns ?? {}, headers);
  const found = recognise(headers, undefined, saved?.kind);
  const kind = saved?.kind ?? (told > 0 ? tableKind(found.kind) : found.kind);
  const columns = withSaved(found.kind === 'notes' ? columnsAs(kind, headers) : found.columns, headers, saved);
  if (kind === 'notes' || kind === 'targets' || columns.length < (told > 0 ? FEWEST_SAID : FEWEST)) return null;
  return { kind, columns, score: found.score + told };
};

/** Cards of single projects (项目信息表): labels with their values beside them become one row a card. Null where the sheet is none, or a person says in which row the heads of its table stand. */
export const cardsOf = (
  sheet: StoredSheet,
  rows: readonly Row[],
  mapping: SavedMapping | null,
): { sheet: StoredSheet; layout: Layout } | null => {
  if (savedFor(mapping, sheet.name)?.headerRow !== undefined) return null;
  const fingerprint = formOf(rows.slice(0, FORM));
  const saved = saidOf(mapping, sheet.name, { fingerprint, headerRow: null });
  const table = asRows(cardsIn(rows, saved?.columns ?? {}));
  if (table === null) return null;
  const found = columnsOfCard(table.headers, saved);
  if (found === null) return null;
  const { headers, records, addresses } = table;
  const above = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell && /单位[::]/.test(clean(cell.text)) ? unitsIn(cell.text) : [])),
  );
  const own = savedUnit(saved);
  const unitFrom = whereFrom(own, above, []);
  const layout: Layout = {
    ...NOTES,
    kind: found.kind,
    ...theirColumns(withUnitBeside(found.columns, headers, unitFrom), headers),
    headers,
    firstData: 1,
    unit: own ?? above[0] ?? ASSUMED,
    units: above,
    unitFrom,
    fingerprint,
    score: mapping?.layouts?.[fingerprint] === undefined ? found.score : REMEMBERED,
    addresses,
  };
  return { sheet: { ...sheet, rows: () => records }, layout };
};

/** Whether labels and values were told apart wrongly: heads of the table would be values of the card. */
export const takesHeadsForValues = (card: StoredSheet, { headers, columns }: Layout): boolean => {
  const values = new Set([...card.rows()].flatMap(({ cells }) => cells.map(textIn)));
  const heads = headers.filter(({ column, text }) => columns.some((one) => one.column === column) && values.has(text));
  return heads.length >= FEWEST_HEADS;
};

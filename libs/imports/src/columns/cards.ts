import { unitsIn } from '../cells/units.ts';
import { clean, isEmpty } from '../cells/text.ts';
import type { Cell, Row } from '../files/sheet.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';
import { columnName } from '../files/workbook.ts';
import type { Entry } from './card-entry.ts';
import { headerOf, normalised } from './headers.ts';
import { labelsAbove } from './labels-above.ts';
import { NOTES, type Layout } from './layout.ts';
import { matchColumns } from './match.ts';
import { withUnitBeside } from './unit-beside.ts';
import { recognise } from './recognise.ts';

const FEWEST = 4;
const LONGEST_LABEL = 20;
const INLINE = /^([^:]{2,20}):(.+)$/;
const HEADING = /^[一二三四五六七八九十]+[、.]|(表|卡|情况|信息|概况)$/; // what stands alone between the lines of a card
const ANSWERS = /^(未|尚未|暂未|已|正在)/; // 未投产: what stands beside a label
const known = new Map<string, boolean>();

/** Whether a text names a field, as heads and labels do. */
export const isLabel = (text: string): boolean => {
  const plain = normalised(text);
  if (plain === '' || plain.length > 20 || ANSWERS.test(plain)) return false;
  const found = known.get(plain) ?? matchColumns([headerOf(0, text)], 'projects').some(({ weight }) => weight >= 5);
  if (known.size > 5_000) known.clear();
  known.set(plain, found);
  return found;
};

interface Placed {
  readonly cell: Cell;
  readonly column: number;
}
/** The column right of a cell, or of the block that it begins. */
const rightOf = (cells: Row['cells'], { column }: Placed): number => {
  let right = column + 1;
  while (cells[right]?.across === true) right += 1;
  return right;
};

/** Whether the place beside a label is blank, and what stands further right is another label with its own value. */
const leftBlank = (cells: Row['cells'], label: Placed, next: Placed, after: Placed | undefined): boolean =>
  next.column > rightOf(cells, label) &&
  next.cell.kind === 'text' &&
  clean(next.cell.text).length <= LONGEST_LABEL &&
  after !== undefined &&
  after.column === rightOf(cells, next);

/** The filled cells of a line. */
interface Line extends Pick<Row, 'number' | 'cells'> {
  readonly own: readonly Placed[];
}
/** What a cell of a line begins, and how many of its cells that is. */
interface Taken {
  readonly entry: Entry | null;
  readonly cells: number;
  readonly labelled?: true; // a label stands in the line
}
const NOTHING: Taken = { entry: null, cells: 1 };

const entryIn = ({ number }: Line, label: string, { column }: Placed, value: Cell): Entry => ({
  label,
  value,
  address: `${columnName(column)}${number}`,
  row: number,
});

/** A label and what stands right of it; nothing where that is the next label, or blank. */
const besideLabel = (line: Line, index: number): Taken => {
  const [label, next, after] = line.own.slice(index, index + 3);
  if (next === undefined || (next.cell.kind === 'text' && isLabel(clean(next.cell.text)))) return NOTHING;
  if (leftBlank(line.cells, label!, next, after)) return { ...NOTHING, labelled: true };
  return { entry: entryIn(line, clean(label!.cell.text), next, next.cell), cells: 2, labelled: true };
};

/** A label that nobody knows is kept with its value; what stands alone is kept by its place. */
const unknownAt = (line: Line, index: number): Taken => {
  const [one, next] = line.own.slice(index, index + 2);
  const { cell, column } = one!;
  const text = clean(cell.text);
  const heads = HEADING.test(text) || (cell.mergedRows ?? 1) > 1; // 基本情况 over the lines beside it
  if (next?.cell.kind === 'text' && heads && isLabel(clean(next.cell.text))) return NOTHING;
  if (next !== undefined && text.length <= LONGEST_LABEL)
    return { entry: entryIn(line, text, next, next.cell), cells: 2 };
  if (line.own.length === 1 && HEADING.test(text)) return NOTHING;
  return { entry: entryIn(line, `${columnName(column)}${line.number}`, one!, cell), cells: 1 };
};

/** What begins at a place of a line. `known`: labels were met in it. */
const takenAt = (line: Line, index: number, known: boolean): Taken => {
  const one = line.own[index]!;
  const text = clean(one.cell.text);
  const [, label, value] = INLINE.exec(text) ?? [];
  if (label !== undefined && isLabel(label))
    return { entry: entryIn(line, label, one, { kind: 'text', text: value! }), cells: 1 };
  if (one.cell.kind === 'text' && isLabel(text)) return besideLabel(line, index);
  return known || index % 2 === 0 ? unknownAt(line, index) : NOTHING;
};

/** Labels and the values right of them, or behind a colon in the same cell. */
const entriesOf = (rows: readonly Row[]): readonly Entry[] =>
  rows.flatMap(({ number, cells }) => {
    const own = cells.flatMap((cell, column) =>
      cell === undefined || cell.merged === 'covered' || clean(cell.text) === '' ? [] : [{ cell, column }],
    );
    const entries: Entry[] = [];
    let labelled = false;
    for (let index = 0; index < own.length;) {
      const taken = takenAt({ number, cells, own }, index, labelled || entries.length > 0);
      if (taken.entry !== null) entries.push(taken.entry);
      labelled ||= taken.labelled === true;
      index += taken.cells;
    }
    return entries;
  });

const keyOf = (label: string): string => clean(label).replace(/\s/g, '');

const namesProject = (label: string): boolean => matchColumns([headerOf(0, label)], 'projects')[0]?.field === 'name';

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
const sideways = (rows: readonly Row[]): readonly (readonly Entry[])[] | null => {
  const label = ({ cells }: Row): string => (cells[0]?.kind === 'text' ? clean(cells[0].text) : '');
  const known = rows.filter((row) => isLabel(label(row)));
  const beside = ({ cells }: Row): number =>
    cells.slice(1).filter((cell) => !isEmpty(cell) && cell!.merged !== 'covered').length;
  const inner = known.some(({ cells }) => cells.slice(1).some((cell) => cell?.kind === 'text' && isLabel(cell.text)));
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

/** Cards of single projects (项目信息表): labels with their values beside them become one row a card. Null where the sheet is none. */
export const cardsOf = (sheet: StoredSheet, head: readonly Row[]): { sheet: StoredSheet; layout: Layout } | null => {
  const records = sideways(head) ?? labelsAbove(head, isLabel, namesProject) ?? recordsOf(entriesOf(head));
  const labels = [...new Set(records.flatMap((record) => record.map(({ label }) => keyOf(label))))];
  const words = new Map(records.flatMap((record) => record.map(({ label }) => [keyOf(label), label] as const)));
  const headers = labels.map((label, column) => headerOf(column, words.get(label)!));
  const { kind, columns, score } = recognise(headers);
  if (kind === 'notes' || columns.length < FEWEST) return null;
  const rows = records.map((record): Row => {
    const cells = labels.map((label) => record.find((entry) => keyOf(entry.label) === label)?.value);
    return { number: record[0]!.row, hidden: false, cells };
  });
  const addresses = Object.fromEntries(
    records.map((record, index) => [
      rows[index]!.number,
      labels.map((label) => record.find((entry) => keyOf(entry.label) === label)?.address ?? ''),
    ]),
  );
  const mapped = new Set(columns.map(({ column }) => column));
  const above = head.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell && /单位[::]/.test(clean(cell.text)) ? unitsIn(cell.text) : [])),
  );
  const layout: Layout = {
    ...NOTES,
    kind,
    columns: withUnitBeside(columns, headers, above.length > 0 ? 'above' : 'assumed'),
    headers,
    firstData: 1,
    unmapped: headers.filter(({ column }) => !mapped.has(column)).map(({ column, text }) => ({ column, text })),
    ...(above[0] === undefined ? {} : { unit: above[0], units: above, unitFrom: 'above' as const }),
    score,
    addresses,
  };
  return { sheet: { ...sheet, rows: () => rows }, layout };
};

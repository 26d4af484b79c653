import { unitsIn } from '../cells/units.ts';
import { clean } from '../cells/text.ts';
import type { Cell, Row } from '../files/sheet.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';
import { columnName } from '../files/workbook.ts';
import { headerOf, normalised } from './headers.ts';
import { NOTES, type Layout } from './layout.ts';
import { matchColumns } from './match.ts';
import { recognise } from './recognise.ts';

/** A label of a card with the value beside it. */
interface Entry {
  readonly label: string;
  readonly value: Cell;
  readonly address: string;
  readonly row: number;
}

const FEWEST = 4;
const LONGEST_LABEL = 20;
const INLINE = /^([^:]{2,20}):(.+)$/;
const known = new Map<string, boolean>();

const isLabel = (text: string): boolean => {
  const plain = normalised(text);
  if (plain === '' || plain.length > 20) return false;
  const found = known.get(plain) ?? matchColumns([headerOf(0, text)], 'projects').some(({ weight }) => weight >= 5);
  if (known.size > 5_000) known.clear();
  known.set(plain, found);
  return found;
};

/** Labels and the values right of them, or behind a colon in the same cell. */
const entriesOf = (rows: readonly Row[]): readonly Entry[] =>
  rows.flatMap(({ number, cells }) => {
    const entries: Entry[] = [];
    const own = cells.flatMap((cell, column) =>
      cell === undefined || cell.merged === 'covered' || clean(cell.text) === '' ? [] : [{ cell, column }],
    );
    for (let index = 0; index < own.length; index += 1) {
      const { cell, column } = own[index]!;
      const text = clean(cell.text);
      const [, label, value] = INLINE.exec(text) ?? [];
      if (label !== undefined && isLabel(label)) {
        const said: Cell = { kind: 'text', text: value! };
        entries.push({ label, value: said, address: `${columnName(column)}${number}`, row: number });
      } else if (cell.kind === 'text' && isLabel(text)) {
        const next = own[index + 1];
        if (next === undefined || (next.cell.kind === 'text' && isLabel(clean(next.cell.text)))) continue;
        entries.push({ label: text, value: next.cell, address: `${columnName(next.column)}${number}`, row: number });
        index += 1;
      } else if (entries.length > 0 || index % 2 === 0) {
        // A label that nobody knows is kept with its value; what stands alone is kept by its place.
        const next = own[index + 1];
        const paired = next !== undefined && text.length <= LONGEST_LABEL;
        const at = `${columnName(paired ? next.column : column)}${number}`;
        if (paired) entries.push({ label: text, value: next.cell, address: at, row: number });
        else if (own.length > 1) entries.push({ label: at, value: cell, address: at, row: number });
        if (paired) index += 1;
      }
    }
    return entries;
  });

/** A card names each thing once; where one comes again, the next project begins. */
const recordsOf = (entries: readonly Entry[]): readonly (readonly Entry[])[] => {
  const records: Entry[][] = [];
  let seen = new Set<string>();
  for (const entry of entries) {
    const key = normalised(entry.label);
    if (records.length === 0 || seen.has(key)) {
      records.push([]);
      seen = new Set();
    }
    seen.add(key);
    records.at(-1)!.push(entry);
  }
  return records;
};

/** Labels down the first column, a project in each column beside it: a table that lies on its side. */
const sideways = (rows: readonly Row[]): readonly (readonly Entry[])[] | null => {
  const labelled = rows.filter(({ cells }) => cells[0]?.kind === 'text' && isLabel(clean(cells[0].text)));
  const width = Math.max(0, ...labelled.map(({ cells }) => cells.length));
  const wide = labelled.filter(({ cells }) => cells.slice(1).filter((cell) => cell !== undefined).length >= 2);
  const inner = labelled.some(({ cells }) =>
    cells.slice(1).some((cell) => cell?.kind === 'text' && isLabel(cell.text)),
  );
  if (labelled.length < FEWEST || wide.length * 2 < labelled.length || inner) return null;
  return Array.from({ length: width - 1 }, (_, index) =>
    labelled.flatMap(({ cells, number }): Entry[] => {
      const value = cells[index + 1];
      const address = `${columnName(index + 1)}${number}`;
      return value === undefined ? [] : [{ label: clean(cells[0]!.text), value, address, row: index + 2 }];
    }),
  ).filter((record) => record.length > 0);
};

/** Cards of single projects (项目信息表): labels with their values beside them become one row a card. Null where the sheet is none. */
export const cardsOf = (sheet: StoredSheet, head: readonly Row[]): { sheet: StoredSheet; layout: Layout } | null => {
  const records = sideways(head) ?? recordsOf(entriesOf(head));
  const labels = [...new Set(records.flatMap((record) => record.map(({ label }) => normalised(label))))];
  const words = new Map(records.flatMap((record) => record.map(({ label }) => [normalised(label), label] as const)));
  const headers = labels.map((label, column) => headerOf(column, words.get(label)!));
  const { kind, columns, score } = recognise(headers);
  if (kind === 'notes' || columns.length < FEWEST) return null;
  const rows = records.map((record): Row => {
    const cells = labels.map((label) => record.find((entry) => normalised(entry.label) === label)?.value);
    return { number: record[0]!.row, hidden: false, cells };
  });
  const addresses = Object.fromEntries(
    records.map((record, index) => [
      rows[index]!.number,
      labels.map((label) => record.find((entry) => normalised(entry.label) === label)?.address ?? ''),
    ]),
  );
  const mapped = new Set(columns.map(({ column }) => column));
  const above = head.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell && /单位[::]/.test(clean(cell.text)) ? unitsIn(cell.text) : [])),
  );
  const layout: Layout = {
    ...NOTES,
    kind,
    columns,
    headers,
    firstData: 1,
    unmapped: headers.filter(({ column }) => !mapped.has(column)).map(({ column, text }) => ({ column, text })),
    ...(above[0] === undefined ? {} : { unit: above[0], units: above, unitFrom: 'above' as const }),
    score,
    addresses,
  };
  return { sheet: { ...sheet, rows: () => rows }, layout };
};

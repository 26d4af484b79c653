import type { Cell } from '../../files/sheet.ts';
import { BOUNDS } from '../bounds.ts';
import type { Merge } from '../merges.ts';
import type { RowsOut, SheetRead } from '../rows-out.ts';
import { unreadable } from '../unreadable.ts';
import { cellOf, type Workbook } from './cell.ts';
import { sheetComments } from './comments.ts';
import type { Listed } from './package.ts';
import { columnOf } from './places.ts';
import { richText } from './rich-text.ts';
import type { Style } from './styles.ts';
import { isTrue, walk, type Attributes, type Walker } from './xml.ts';
import type { Archive } from './zip.ts';

const MOST_FORMULA = 60; // only whether it shows a picture is asked

/** A reference such as "A3:B7" as a block, its columns within the bounds; none where it names no rows. */
const mergeOf = (reference: string): readonly Merge[] => {
  const [first = '', last = first] = reference.split(':');
  const [left, right] = [columnOf(first), Math.min(columnOf(last), BOUNDS.columns - 1)];
  const [top, bottom] = [Number(/\d+/.exec(first)?.[0]), Number(/\d+/.exec(last)?.[0])];
  return bottom >= top && right >= left && left >= 0 ? [{ left, right, top, bottom }] : [];
};

const hiddenIn = (attributes: Attributes, size: string): boolean =>
  isTrue(attributes['hidden']) || (attributes[size] !== undefined && Number(attributes[size]) === 0);

/** Reads one sheet's part as it streams by. */
export const readSheet = async (
  archive: Archive,
  { name, hidden, part }: Listed,
  workbook: Workbook & { readonly styleOf: (style: number) => Style },
  out: RowsOut,
): Promise<SheetRead> => {
  const sheet = out.sheet(name);
  const merges: Merge[] = [];
  const hiddenColumns: number[] = [];
  let row = { number: 0, hidden: false, cells: [] as (Cell | undefined)[] };
  let [column, type, style] = [-1, 'n', 0];
  let [raw, formula, stored, beside] = ['', null as string | null, false, false];
  let into: 'value' | 'formula' | null = null;
  const rich = richText();

  const beginRow = (attributes: Attributes): void => {
    const number = attributes['r'] === undefined ? row.number + 1 : Number(attributes['r']);
    if (!Number.isInteger(number) || number < 1) unreadable('file-broken', `${name} ${attributes['r'] ?? ''}`);
    row = { number, hidden: hiddenIn(attributes, 'ht'), cells: [] };
    column = -1;
  };
  const beginCell = (attributes: Attributes): void => {
    column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
    [type, style] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0)];
    [raw, formula, stored, beside] = ['', null, false, attributes['vm'] !== undefined];
  };
  const endCell = (): void => {
    const { format, struck } = workbook.styleOf(style);
    const written = rich.take();
    const cell = cellOf({ type, raw, written, stored, formula, rich: beside, format, struck }, workbook);
    if (cell === undefined || column < 0) return;
    if (column < BOUNDS.columns) row.cells[column] = cell;
    else if (cell.text.trim() !== '' || cell.doubt !== undefined)
      unreadable('too-many-columns', `${name} ${row.number}`);
  };
  const noteColumns = (attributes: Attributes): void => {
    if (!hiddenIn(attributes, 'width')) return;
    const last = Math.min(Number(attributes['max']), BOUNDS.columns);
    for (let at = Math.max(Number(attributes['min']), 1); at <= last; at += 1) hiddenColumns.push(at - 1);
    if (hiddenColumns.length > BOUNDS.columns) unreadable('file-broken', name);
  };
  const begin: Readonly<Record<string, (attributes: Attributes) => void>> = {
    row: beginRow,
    c: beginCell,
    f: () => {
      [into, formula] = ['formula', ''];
    },
    v: () => {
      [into, stored] = ['value', true];
    },
    t: () => {
      stored = true;
    },
    col: noteColumns,
    mergeCell: (attributes) => {
      merges.push(...mergeOf(attributes['ref'] ?? ''));
      if (merges.length > BOUNDS.merges) unreadable('too-many-merges', name);
    },
  };
  const end: Readonly<Record<string, () => void>> = {
    v: () => {
      into = null;
    },
    f: () => {
      into = null;
    },
    c: endCell,
    row: () => {
      if (row.cells.length > 0) sheet.row(row);
    },
  };
  const walker: Walker = {
    open: (tag, attributes) => {
      rich.open(tag, attributes);
      begin[tag]?.(attributes);
    },
    text: (text) => {
      rich.text(text);
      if (into === 'value') raw += text;
      else if (into === 'formula' && formula!.length < MOST_FORMULA) formula += text.slice(0, MOST_FORMULA);
    },
    close: (tag) => {
      rich.close(tag);
      end[tag]?.();
    },
  };
  await walk(archive, part, walker);
  return sheet.finish(
    {
      name,
      hidden,
      date1904: workbook.date1904,
      hiddenColumns,
      ...(await sheetComments(archive, part)),
    },
    merges,
  );
};

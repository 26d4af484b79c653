import { readFile } from 'node:fs/promises';
import type { Cell } from '../../files/sheet.ts';
import { BOUNDS } from '../bounds.ts';
import { asShown } from '../cells.ts';
import type { Merge } from '../merges.ts';
import type { RowsOut, SheetRead } from '../rows-out.ts';
import type { Encoding } from '../text/encoding.ts';
import { struckCell, writtenOf, type Run, type Written } from '../struck.ts';
import { unreadable } from '../unreadable.ts';
import { cellText, strikes, struckClasses } from './struck-tags.ts';
import { attribute, hear } from './tags.ts';

/** A table as it is heard. */
interface Heard {
  readonly begin: (attributes: string, struck: boolean) => void; // a cell
  readonly inside: (tag: string, struck: boolean) => void; // a tag within it
  readonly outside: (tag: string) => void;
  readonly text: (text: string) => void;
  readonly endCell: () => void;
  readonly beginRow: (attributes: string) => void;
  readonly endRow: () => void;
  readonly finish: () => SheetRead | null; // null where nothing stands in it
}

const span = (attributes: string, name: 'colspan' | 'rowspan', most: number): number => {
  const value = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : 1;
};
const isHidden = (attributes: string): boolean => /display\s*:\s*none/i.test(attribute(attributes, 'style') ?? '');

/** Runs as a page shows them: blanks and its own line breaks are one blank, none at the ends. */
const spaced = (runs: readonly Run[]): Written => {
  let blank = true; // what stands before is blank
  const shown = runs.map(({ text, struck }): Run => {
    let plain = text.replace(/[ \t\r\n]+/g, ' ').replace(/ ?\v ?/g, '\n');
    if (blank) plain = plain.trimStart();
    if (plain !== '') blank = /\s$/.test(plain);
    return { text: plain, struck };
  });
  const written = writtenOf(shown);
  if (typeof written === 'string') return asShown(written.trim());
  return written.map((run, index) => (index === written.length - 1 ? { ...run, text: run.text.trimEnd() } : run));
};

const hearTable = (name: string, out: RowsOut): Heard => {
  const sheet = out.sheet(name);
  const merges: Merge[] = [];
  const takenTo: number[] = []; // of each column the last row that a cell from above reaches into
  let [row, hidden, filled] = [0, false, false];
  let cells: (Cell | undefined)[] = [];
  let open: { readonly column: number; readonly said: ReturnType<typeof cellText>; signs: number } | null = null;

  const endCell = (): void => {
    if (open === null) return;
    const cell = struckCell(spaced(open.said.runs()), false);
    if (cell !== undefined) cells[open.column] = cell;
    open = null;
  };
  const endRow = (): void => {
    endCell();
    if (cells.length > 0) sheet.row({ number: row, hidden, cells });
    filled ||= cells.length > 0;
    cells = [];
  };
  return {
    endCell,
    endRow,
    beginRow: (attributes) => {
      endRow();
      row += 1;
      hidden = isHidden(attributes);
    },
    begin: (attributes, struck) => {
      endCell();
      if (row === 0) row = 1;
      let column = 0;
      while ((takenTo[column] ?? 0) >= row) column += 1;
      const right = column + span(attributes, 'colspan', BOUNDS.columns) - 1;
      const bottom = row + span(attributes, 'rowspan', BOUNDS.rows) - 1;
      if (right >= BOUNDS.columns) unreadable('too-many-columns', `${name} ${row}`);
      takenTo.length = Math.max(takenTo.length, right + 1);
      takenTo.fill(bottom, column, right + 1);
      if (right > column || bottom > row) merges.push({ left: column, right, top: row, bottom });
      if (merges.length > BOUNDS.merges) unreadable('too-many-merges', name);
      open = { column, said: cellText(struck), signs: 0 };
    },
    inside: (tag, struck) => open?.said.open(tag, struck),
    outside: (tag) => open?.said.close(tag),
    text: (text) => {
      if (open === null) return;
      open.said.text(text);
      open.signs += text.length;
      if (open.signs > BOUNDS.cell * 4) unreadable('cell-too-long', `${name} ${row}`);
    },
    finish: () => {
      endRow();
      return filled
        ? sheet.finish({ name, hidden: false, date1904: false, hiddenColumns: [], comments: [] }, merges)
        : null;
    },
  };
};

/**
 * The tables of an HTML page, one sheet each; web systems hand such pages out under the name .xls. A table within a cell of another is a sheet of its own,
 * and what follows it in the outer table one more.
 */
export const readHtml = async (
  path: string,
  name: string,
  encoding: Encoding,
  out: RowsOut,
): Promise<readonly SheetRead[]> => {
  const title = name.replace(/\.[^.]*$/, '');
  const read: SheetRead[] = [];
  let depth = 0;
  let table: Heard | null = null;
  const finish = (): void => {
    const sheet = table?.finish() ?? null;
    if (sheet !== null) read.push(sheet);
    table = null;
  };
  const begin = (): Heard => hearTable(read.length === 0 ? title : `${title} ${read.length + 1}`, out);
  const opening: Readonly<Record<string, (attributes: string) => void>> = {
    table: () => {
      finish();
      depth += 1;
    },
    tr: (attributes) => {
      if (depth > 0) (table ??= begin()).beginRow(attributes);
    },
    td: (attributes) => {
      if (depth > 0) (table ??= begin()).begin(attributes, strikes('td', attributes, classes));
    },
    br: () => table?.text('\v'), // what the page itself breaks is a blank
  };
  const closing: Readonly<Record<string, () => void>> = {
    table: () => {
      finish();
      depth = Math.max(0, depth - 1);
    },
    tr: () => table?.endRow(),
    td: () => table?.endCell(),
  };
  const plain = (tag: string): string => (tag === 'th' ? 'td' : tag);
  const html = new TextDecoder(encoding).decode(await readFile(path));
  const classes = struckClasses(html);
  hear(html, {
    open: (tag, attributes) => {
      const opens = opening[plain(tag)];
      if (opens !== undefined) opens(attributes);
      else table?.inside(tag, strikes(tag, attributes, classes));
    },
    close: (tag) => {
      const closes = closing[plain(tag)];
      if (closes !== undefined) closes();
      else table?.outside(tag);
    },
    text: (text) => table?.text(text),
  });
  finish();
  return read;
};

import { readFile } from 'node:fs/promises';
import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Cell } from '../../files/sheet.ts';
import { formatOf } from '../../formats/format.ts';
import { BOUNDS } from '../bounds.ts';
import { booleanCell, errorCell, isPicture, pictureCell, textCell } from '../cells.ts';
import { commentsOf } from '../comments.ts';
import type { RowsOut, SheetRead } from '../rows-out.ts';
import { struckCell, wholeText } from '../struck.ts';
import { Unreadable, unreadable } from '../unreadable.ts';
import { drawsLines } from './lines.ts';
import { markedUp } from './marked-up.ts';

/** Excel's errors as binary workbooks number them. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

const cellOf = ({ t, v, z, f, r }: CellObject, date1904: boolean): Cell | undefined => {
  if (v === undefined && t !== 'e') return undefined;
  if (f !== undefined && isPicture(f)) return pictureCell();
  const format = formatOf(typeof z === 'string' ? z : 'General');
  const read = {
    b: () => booleanCell(v === true),
    e: () => errorCell(ERRORS[Number(v)] ?? '#VALUE!'),
    n: () => format.number(String(v), date1904),
    d: () => textCell(String(v)),
    // Of rich text the reader gives a piece only: its markup has all of it.
    s: () => struckCell(typeof r === 'string' && r !== v ? markedUp(r) : String(v), false, format),
    z: () => undefined,
  }[t]();
  return read === undefined || f === undefined ? read : { ...read, formula: true };
};

/** Behind the text of a comment the reader hands on its fonts, which begin with a zero. */
const bareText = (text: string): string => text.split('\0', 1)[0]!;

/** What the workbook says of a sheet; `inXml`: it writes rich text as markup. */
interface OfSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly inXml: boolean;
  readonly hasLines: boolean; // through text somewhere in the workbook
}

const readSheet = ({ name, hidden, date1904, inXml, hasLines }: OfSheet, sheet: WorkSheet, out: RowsOut): SheetRead => {
  const written = out.sheet(name);
  const lines = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  const comments = commentsOf();
  lines.forEach((line, index) => {
    if (line === undefined) return;
    if (line.length > BOUNDS.columns) unreadable('too-many-columns', `${name} ${index + 1}`); // before it is walked: it may be a billion blanks
    const { hidden: away = false, hpx = 1 } = sheet['!rows']?.[index] ?? {};
    const cells = Array.from(line, (cell) => (cell === undefined ? undefined : cellOf(cell, date1904)));
    line.forEach((cell, column) => {
      for (const { t = '' } of cell?.c ?? [])
        comments.add({ row: index + 1, column, text: inXml ? wholeText(markedUp(t)) : bareText(t) });
    });
    while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
    if (cells.length > 0) written.row({ number: index + 1, hidden: away || hpx === 0, cells });
  });
  const hiddenColumns = (sheet['!cols'] ?? []).flatMap((column, index) => (column?.hidden ? [index] : []));
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    left: s.c,
    right: Math.min(e.c, BOUNDS.columns - 1),
    top: s.r + 1,
    bottom: e.r + 1,
  }));
  if (hasLines) comments.miss('lines-of-old-workbooks');
  if (merges.length > BOUNDS.merges) unreadable('too-many-merges', name);
  return written.finish({ name, hidden, date1904, hiddenColumns, ...comments.finish() }, merges);
};

const opened = (bytes: Buffer): WorkBook => {
  try {
    // A bound of rows one above ours: whoever has more is told, not cut.
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellStyles: true,
      cellFormula: true,
      sheetRows: BOUNDS.rows + 1,
    });
  } catch (error) {
    const { message } = error as Error;
    if (/password|ECMA-376 Encrypted|encryption scheme/i.test(message)) throw new Unreadable('file-protected');
    throw new Unreadable(
      /unsupported(?! zip)|not a spreadsheet|cannot find/i.test(message) ? 'file-unknown-kind' : 'file-broken',
    );
  }
};

/** Binary workbooks (xls, et) and those of Excel 2003 in XML, read whole: they cannot be had piece by piece. */
export const readOld = async (path: string, out: RowsOut): Promise<readonly SheetRead[]> => {
  const bytes = await readFile(path);
  const book = opened(bytes);
  const inXml = book.bookType === 'xlml';
  const hasLines = drawsLines(bytes, inXml);
  const listed = book.Workbook?.Sheets ?? [];
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined || sheet['!type'] === 'chart') return [];
    const hidden = (listed[index]?.Hidden ?? 0) !== 0;
    return [readSheet({ name, hidden, date1904, inXml, hasLines }, sheet, out)];
  });
};

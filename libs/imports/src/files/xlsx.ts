import { Rejected } from '#domain';
import { refuseFile } from '../refusals.ts';
import { sheetWriter, type Merge, type StoredSheet } from './stored-sheet.ts';
import type { Cell } from './workbook.ts';
import { dateStyles, listSheets, sharedStrings, walk, type Listed } from './xlsx-parts.ts';
import { openArchive, type Archive } from './zip.ts';

const columnOf = (reference: string): number => {
  let column = 0;
  for (const letter of reference) {
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
};

/** Excel keeps 17 digits of a binary number; people see 15. */
const decimalText = (raw: string): string => {
  const number = Number(raw);
  if (!Number.isFinite(number)) return raw;
  const text = Number(number.toPrecision(15)).toString();
  return text.includes('e') ? number.toFixed(10).replace(/\.?0+$/, '') : text;
};

const cellOf = (
  type: string,
  raw: string,
  style: number,
  formula: boolean,
  strings: readonly string[],
  dates: readonly boolean[],
): Cell | undefined => {
  const mark = formula ? { formula: true } : {};
  switch (type) {
    case 's': {
      const text = strings[Number(raw)] ?? '';
      return text === '' ? undefined : { text, kind: 'text', ...mark };
    }
    case 'str':
    case 'inlineStr':
      return raw === '' ? undefined : { text: raw, kind: 'text', ...mark };
    case 'e':
      return { text: raw, kind: 'error', ...mark };
    case 'b':
      return { text: raw === '1' ? '是' : '否', kind: 'boolean', ...mark };
    case 'd':
      return { text: raw.slice(0, 10), kind: 'text', ...mark };
    default:
      return raw === '' ? undefined : { text: decimalText(raw), kind: dates[style] ? 'date' : 'number', ...mark };
  }
};

const MOST_COLUMNS = 400;

const readSheet = async (
  archive: Archive,
  { name, hidden, part }: Listed,
  date1904: boolean,
  strings: readonly string[],
  dates: readonly boolean[],
): Promise<StoredSheet> => {
  const rows = sheetWriter();
  try {
    const merges: Merge[] = [];
    let [number, rowHidden, cells] = [0, false, [] as (Cell | undefined)[]];
    let [column, type, style, formula] = [-1, '', 0, false];
    let raw = '';
    let inValue = false;
    await walk(archive, part, {
      open: (tag, attributes) => {
        if (tag === 'row') {
          number = Number(attributes['r'] ?? number + 1);
          rowHidden = /^(1|true)$/.test(attributes['hidden'] ?? '') || attributes['ht'] === '0';
          cells = [];
          column = -1;
        } else if (tag === 'c') {
          column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
          [type, style, formula, raw] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), false, ''];
        } else if (tag === 'f') formula = true;
        else if (tag === 'v' || tag === 't') inValue = true;
        else if (tag === 'mergeCell') merges.push(...mergeOf(attributes['ref'] ?? ''));
      },
      text: (text) => {
        if (inValue) raw += text;
      },
      close: (tag) => {
        if (tag === 'v' || tag === 't') inValue = false;
        if (tag === 'c' && column >= 0 && column < MOST_COLUMNS) {
          const cell = cellOf(type, raw, style, formula, strings, dates);
          if (cell !== undefined) cells[column] = cell;
        }
        if (tag === 'row' && cells.length > 0) rows.push({ number, hidden: rowHidden, cells });
      },
    });
    return rows.finish({ name, hidden, date1904 }, merges);
  } catch (error) {
    rows.close();
    throw error;
  }
};

/** A reference such as "A3:B7" as a block; none where it names no rows, or more cells than any ledger merges. */
const mergeOf = (reference: string): readonly Merge[] => {
  const [first = '', last = first] = reference.split(':');
  const [left, right] = [columnOf(first), Math.min(columnOf(last), MOST_COLUMNS - 1)];
  const [top, bottom] = [Number(/\d+/.exec(first)?.[0]), Number(/\d+/.exec(last)?.[0])];
  return !(bottom >= top) || (bottom - top) * (right - left + 1) > 5_000_000 ? [] : [{ left, right, top, bottom }];
};

/** The sheets of an xlsx in their order, their rows set down on disk as they come. */
export const readXlsx = async (path: string): Promise<readonly StoredSheet[]> => {
  const read: StoredSheet[] = [];
  let archive: Archive | null = null;
  try {
    archive = await openArchive(path);
    if (!archive.names.includes('xl/workbook.xml')) refuseFile('file-unknown-kind');
    const [strings, dates, { sheets, date1904 }] = [
      await sharedStrings(archive),
      await dateStyles(archive),
      await listSheets(archive),
    ];
    for (const sheet of sheets) read.push(await readSheet(archive, sheet, date1904, strings, dates));
    return read;
  } catch (error) {
    for (const sheet of read) sheet.close();
    if (error instanceof Rejected || (error as NodeJS.ErrnoException).syscall !== undefined) throw error; // a full disk is no fault of the file
    return refuseFile('file-broken', (error as Error).message.split('\n')[0]);
  } finally {
    archive?.close();
  }
};

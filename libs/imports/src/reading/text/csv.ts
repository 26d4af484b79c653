import type { Cell } from '../../files/sheet.ts';
import { asShown, textCell } from '../cells.ts';
import type { RowsOut, SheetRead } from '../rows-out.ts';
import { unreadable } from '../unreadable.ts';
import { textOf, type Encoding } from './encoding.ts';
import { separatorOf, splitter } from './fields.ts';

const SAMPLE = 64 * 1024; // signs
const CLAIMS_WORKBOOK = /\.(xlsx?|xlsm|et|ett)$/i;

const sampleOf = async (path: string, encoding: Encoding): Promise<string> => {
  let sample = '';
  for await (const text of textOf(path, encoding)) {
    sample += text;
    if (sample.length >= SAMPLE) break;
  }
  return sample.slice(0, SAMPLE);
};

/** Bytes of programs and pictures decode to signs that nobody types. */
const isTyped = (sample: string): boolean => {
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32 && code !== 26)) odd += 1;
  }
  return odd * 200 <= sample.length;
};

/** Excel's own first line `sep=;`. */
const declared = (sample: string): string | null => /^sep=([^\r\n])\r?\n/i.exec(sample)?.[1] ?? null;

/** '0012: the sign by which a spreadsheet marks text is no part of it. */
const unmarked = (field: string): string => field.replace(/^'(?=[\d=+@-])/, '');

/** Separated text as one sheet, named as the file is. A file that claims to be a workbook must at least part its lines into fields. */
export const readCsv = async (
  path: string,
  name: string,
  encoding: Encoding,
  out: RowsOut,
): Promise<readonly SheetRead[]> => {
  const sample = await sampleOf(path, encoding);
  const separator = declared(sample) ?? separatorOf(sample);
  if (!isTyped(sample) || (separator === null && CLAIMS_WORKBOOK.test(name))) unreadable('file-unknown-kind');
  const title = name.replace(/\.[^.]*$/, '');
  const sheet = out.sheet(title);
  let number = 0;
  const { feed, end } = splitter(separator ?? ',', (fields) => {
    number += 1;
    if (number === 1 && declared(sample) !== null) return;
    const cells = fields.map((field): Cell | undefined =>
      field.trim() === '' ? undefined : textCell(asShown(unmarked(field))),
    );
    while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
    if (cells.length > 0) sheet.row({ number, hidden: false, cells });
  });
  for await (const text of textOf(path, encoding)) feed(text);
  end();
  return [sheet.finish({ name: title, hidden: false, date1904: false, hiddenColumns: [], comments: [] }, [])];
};

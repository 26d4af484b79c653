import type { Cell } from '../files/sheet.ts';
import { emptyIs, stopped, valueIs, type Reading } from './reading.ts';

/** Plain figures, letters and Chinese characters, without a blank: most cells. Nothing in them can be cleaned. */
const PLAIN = /^[\x21-\x7E\u4E00-\u9FFF]*$/;

/** Text as a person means it: full-width signs folded, zero-width characters and line breaks gone, blanks trimmed. */
export const clean = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/g, '')
        .replace(/[\r\n\t\v\f]+/g, '')
        .replace(/ {2,}/g, ' ')
        .trim();

/** The sign by which a spreadsheet was told that figures are text, '001230, where an export left it. */
export const untyped = (text: string): string => text.replace(/^['‘’`](?=\d)/, '');

/** Without the marks of footnotes behind it, 5①, 6², 7*: ① is no figure one, however it is folded. */
export const unmarked = (text: string): string =>
  text.replace(/[\s*＊※\u00B2\u00B3\u00B9\u2070-\u2079\u2460-\u2473]+$/u, '');

/** Names keep their own brackets: only what cannot be seen is taken out. */
export const cleanName = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replace(/[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/g, '')
        .replace(/[\r\n\t\v\f]+/g, '')
        .replace(/[\u00A0\u3000 ]+/g, ' ')
        .trim();

const EMPTY = new Set([
  '',
  '/',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '–',
  '无',
  '暂无',
  '空',
  '无。',
  'n/a',
  'na',
  'null',
  '//',
  '*',
]);

/** A cell that says nothing: blank, a dash, 无. */
export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.kind !== 'error' && EMPTY.has(clean(cell.text).toLowerCase()));

/** What every kind of reading says of a cell that it takes no value from: what stops it, or that it says nothing; null where there is something to read. */
export const nothingToRead = (cell: Cell): Reading<never> | null =>
  stopped(cell) ?? (isEmpty(cell) ? emptyIs(clean(cell.text) || null) : null);

/** Commas between the digits of a number are its format's, not its own: a code 2,023,001 is 2023001. */
const ungrouped = ({ kind }: Cell, text: string): string =>
  kind === 'number' && /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;

/** What a cell says in words, for callers that do not tell what it said from what it did not. */
export const textOf = (cell: Cell | undefined): string | null => {
  const reading = readText(cell);
  return reading.is === 'value' ? reading.value : null;
};

/** What a cell says in words, as a person means it (README, "Import verdicts"). */
export const readText = (cell: Cell | undefined): Reading<string> => {
  if (cell === undefined) return emptyIs();
  const nothing = nothingToRead(cell);
  if (nothing !== null) return nothing;
  const text = untyped(ungrouped(cell, cleanName(cell.text)));
  return text === '' ? emptyIs() : valueIs(text);
};

const YES = /^(是|有|√|✓|✔|☑|y|yes|true|1|对|属于|已[^未]*)$/i;
const NO = /^(否|无|×|✗|✘|x|n|no|false|0|不|不是|不属于|未.*|没有)$/i;

/** 是/√ → true, 否/× → false, anything else → null. */
export const readFlag = (text: string | null): boolean | null => {
  if (text === null) return null;
  const plain = clean(text);
  return NO.test(plain) ? false : YES.test(plain) ? true : null;
};

import type { Cell } from '../files/sheet.ts';
import type { Format } from '../formats/format.ts';

/** A long number that a spreadsheet program wrote as 2.02303E+11: what follows the first digits is lost. */
const SCIENTIFIC = /^[+-]?\d(?:\.\d{1,15})?E\+\d{1,3}$/i;
/** A picture in a cell: WPS keeps a formula with the picture's id, Excel an error with a value beside it. */
const PICTURE = /^\s*(?:=\s*)?(?:_xlfn\.)?(?:DISPIMG|IMAGE)\s*\(/i; // one way to read a run of blanks: two would try each length of a long one

export const isPicture = (text: string): boolean => PICTURE.test(text);

/** ="0012": so web systems keep a code from becoming a number; a spreadsheet shows what stands within. */
export const asShown = (field: string): string => /^\s*="([^"]*)"\s*$/.exec(field)?.[1] ?? field;

const PICTURED: Cell = { text: '', kind: 'text', doubt: 'picture' };
export const pictureCell = (): Cell => PICTURED;

/** A formula whose result no program has stored. */
export const uncalculatedCell = (shown: string = ''): Cell => ({
  text: shown,
  kind: 'text',
  doubt: 'uncalculated',
  formula: true,
});

/** Text as its cell shows it; undefined where it shows nothing. */
export const textCell = (text: string, format?: Format): Cell | undefined => {
  if (text === '') return undefined;
  if (isPicture(text)) return PICTURED;
  const cell = format === undefined ? ({ text, kind: 'text' } as const) : format.text(text);
  return cell !== undefined && SCIENTIFIC.test(text.trim()) ? { ...cell, doubt: 'digits-lost' } : cell;
};

/** Excel's codes of errors as old workbooks number them. */
export const errorCell = (text: string): Cell => ({ text, kind: 'error' });
export const booleanCell = (holds: boolean): Cell => ({ text: holds ? '是' : '否', kind: 'boolean' });

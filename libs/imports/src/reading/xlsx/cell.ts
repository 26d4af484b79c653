import type { Cell } from '../../files/sheet.ts';
import type { Format } from '../../formats/format.ts';
import { booleanCell, errorCell, isPicture, pictureCell, textCell, uncalculatedCell } from '../cells.ts';
import { isTrue, unescaped } from './xml.ts';
import { struckCell, type Written } from '../struck.ts';
import { unreadable } from '../unreadable.ts';

/** A cell as the part of its sheet writes it (ECMA-376 part 1, 18.3.1.4). */
interface RawCell {
  readonly type: string;
  readonly raw: string;
  readonly written: Written; // its own text, in runs
  readonly stored: boolean; // whether a value stands there at all, be it empty
  readonly formula: string | null; // "" for a cell that shares another's formula
  readonly rich: boolean; // a value beside the value: a picture, a stock …
  readonly format: Format;
  readonly struck: boolean; // by its style
}

export interface Workbook {
  readonly strings: readonly Written[];
  readonly date1904: boolean;
  readonly uncalculated: boolean;
}

type Read = (cell: RawCell, workbook: Workbook) => Cell | undefined;

const shared: Read = ({ raw, format, struck }, { strings }) => {
  if (raw.trim() === '') return undefined; // a cell of this type may be without a value
  const text = /^\d+$/.test(raw.trim()) ? strings[Number(raw)] : undefined;
  return text === undefined ? unreadable('file-broken', `shared string ${raw}`) : struckCell(text, struck, format);
};
const own: Read = ({ raw, written, format, struck }) =>
  struckCell(written === '' ? unescaped(raw) : written, struck, format);
const iso: Read = ({ raw }) =>
  /^\d{4}-\d{2}-\d{2}/.test(raw) ? { text: raw.slice(0, 10), kind: 'date', value: raw.slice(0, 10) } : textCell(raw);

const BY_TYPE: Readonly<Record<string, Read>> = {
  s: shared,
  str: own,
  inlineStr: own,
  d: iso,
  b: ({ raw }) => (raw === '' ? undefined : booleanCell(isTrue(raw))),
  e: ({ raw, rich }) => (rich ? pictureCell() : errorCell(raw === '' ? '#VALUE!' : raw)),
};
const TEXTS: ReadonlySet<string> = new Set(['s', 'str', 'inlineStr']); // what is struck of these their runs say, too
const number: Read = ({ raw, format }, { date1904 }) => format.number(raw, date1904);

/** A program that writes formulas leaves their results out, or writes an empty one where the type does not say text. */
const isUncalculated = ({ type, raw, written, stored }: RawCell): boolean =>
  raw === '' && written === '' && !(type === 'str' && stored);

const formulaCell: Read = (cell, workbook) => {
  if (isPicture(cell.formula ?? '')) return pictureCell();
  if (isUncalculated(cell)) return uncalculatedCell();
  const read = plainCell(cell, workbook);
  if (read === undefined || read.doubt === 'picture') return read;
  const waiting = workbook.uncalculated && read.kind !== 'text' && Number(cell.raw) === 0;
  return waiting ? uncalculatedCell(read.text) : { ...read, formula: true };
};

const plainCell: Read = (cell, workbook) => (BY_TYPE[cell.type] ?? number)(cell, workbook);

/** What a cell shows; undefined where it shows nothing and holds nothing. */
export const cellOf: Read = (cell, workbook) => {
  const read = cell.formula === null ? plainCell(cell, workbook) : formulaCell(cell, workbook);
  const byStyle = read !== undefined && cell.struck && !TEXTS.has(cell.type);
  return byStyle ? { ...read, struck: true } : read;
};

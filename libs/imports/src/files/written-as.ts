import type { CellErrorValue } from 'exceljs';
import { harmless } from '#domain';
import type { Cell } from './sheet.ts';

/** What is written into a cell, and the number format under which it shows what it showed. */
interface Written {
  readonly value: string | number | Date | CellErrorValue | null;
  readonly format?: string;
}

const EXACT = 15; // digits that a number in a workbook holds
const NUMBER = /^([^\d.-]*)(-?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([^\d]*)$/;
const quoted = (text: string): string => (text === '' ? '' : `"${text}"`);

/** The figures of a format under which a number shows as it did: with its thousands, the zeros before it and its places. */
const figuresLike = (whole: string, part: string): string => {
  const places = part === '' ? '' : `.${'0'.repeat(part.length - 1)}`;
  if (whole.includes(',')) return `#,##0${places}`;
  return `${'0'.repeat(whole.startsWith('0') ? whole.length : 1)}${places}`;
};

/** A number with all its digits, under a format that shows as many as it showed, with the words around it; null where it is none, or has too many. */
const asNumber = ({ text, value = text }: Cell): Written | null => {
  const [, before, minus, whole, part = '', behind] = NUMBER.exec(text) ?? [];
  const digits = value.replace(/[-.,]/g, '').length;
  if (whole === undefined || /"/.test(text) || digits > EXACT) return null;
  const number = Number(value === text ? `${minus}${whole.replaceAll(',', '')}${part}` : value);
  if (!Number.isFinite(number) || (minus !== '' && number >= 0)) return null;
  if (text === String(number)) return { value: number };
  return { value: number, format: `${quoted(before!)}${figuresLike(whole, part)}${quoted(behind!)}` };
};

const ERRORS = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'] as const;
const isError = (text: string): text is CellErrorValue['error'] => ERRORS.some((one) => one === text);

/** A cell as it showed: a number or a day as such, so that the sheet is read again as it was; anything else as its text. */
export const writtenAs = (cell: Cell | undefined): Written => {
  if (cell === undefined) return { value: null };
  if (cell.kind === 'date' && cell.value?.length === 10)
    return { value: new Date(`${cell.value}T00:00:00Z`), format: 'yyyy-mm-dd' };
  if (cell.kind === 'error' && isError(cell.text)) return { value: { error: cell.text } };
  const number = cell.kind === 'number' ? asNumber(cell) : null;
  return number ?? { value: cell.text === '' ? null : harmless(cell.text) };
};

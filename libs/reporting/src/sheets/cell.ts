import { byReference, daysBetween, harmless, type IsoDate } from '#domain';
import { escaped } from '../package/xml.ts';

/**
 * What a cell can hold: text, a number (exact decimal text), a percentage (40.15), a day, or nothing. There is no way of writing a formula or a link.
 */
export type Cell =
  string | { readonly number: string } | { readonly percent: string } | { readonly day: IsoDate } | null;

export type Look = 'title' | 'note' | 'header' | 'text' | 'day' | 'percent' | 'total';
const LOOKS: readonly Look[] = ['title', 'note', 'header', 'text', 'day', 'percent', 'total'];
const MOST_PLACES = 6; // of 元 in 万元
const BORDER = 'applyBorder="1" borderId="1"';

const numberFormat = (places: number): string => (places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`);
const styleOf = (look: Look): number => LOOKS.indexOf(look) + 1;
const numberStyle = (places: number): number => LOOKS.length + 1 + places;

const FORMATS = ['yyyy-mm-dd', '0.00"%"', ...Array.from({ length: MOST_PLACES + 1 }, (_none, n) => numberFormat(n))];
const format = (index: number): string => `numFmtId="${200 + index}" applyNumberFormat="1"`;
const xf = (more: string, alignment: string): string =>
  `<xf xfId="0" ${more} applyAlignment="1"><alignment vertical="center" ${alignment}/></xf>`;

// prettier-ignore
const XFS: Readonly<Record<Look, string>> = {
  title: xf('numFmtId="0" fillId="0" borderId="0" fontId="1" applyFont="1"', 'horizontal="left"'),
  note: xf('numFmtId="0" fillId="0" borderId="0" fontId="2" applyFont="1"', 'horizontal="left"'),
  header: xf(`numFmtId="0" fontId="3" applyFont="1" fillId="2" applyFill="1" ${BORDER}`, 'horizontal="center" wrapText="1"'),
  text: xf(`numFmtId="49" applyNumberFormat="1" fontId="0" fillId="0" ${BORDER}`, 'wrapText="1"'),
  day: xf(`${format(0)} fontId="0" fillId="0" ${BORDER}`, 'horizontal="center"'),
  percent: xf(`${format(1)} fontId="0" fillId="0" ${BORDER}`, 'horizontal="right"'),
  total: xf(`numFmtId="49" applyNumberFormat="1" fontId="3" applyFont="1" fillId="0" ${BORDER}`, 'wrapText="1"'),
};
const fonts = ['', '<b/>', '', '<b/>'].map(
  (bold, index) => `<font>${bold}<sz val="${[11, 16, 10, 11][index]}"/><name val="宋体"/><charset val="134"/></font>`,
);
const SIDES = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
  .join('');

/** styles.xml within its root. */
export const STYLES = [
  `<numFmts count="${FORMATS.length}">${FORMATS.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`).join('')}</numFmts>`,
  `<fonts count="4">${fonts.join('')}</fonts>`,
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill></fills>',
  `<borders count="2"><border/><border>${SIDES}</border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${LOOKS.length + MOST_PLACES + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
  ...LOOKS.map((look) => XFS[look]),
  ...Array.from({ length: MOST_PLACES + 1 }, (_none, places) =>
    xf(`${format(2 + places)} fontId="0" fillId="0" ${BORDER}`, 'horizontal="right"'),
  ),
  '</cellXfs>',
].join('');

/** Column 0 → "A", 26 → "AA". */
export const columnName = (column: number): string => {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
};

const LONGEST = 32_767; // characters that a cell holds
const EXACT_DIGITS = 15; // a spreadsheet counts in floating point: longer numbers go as text, whole

/** "_x0041_" would be read as an escape, so its first sign is escaped. */
const cellText = (text: string): string =>
  harmless(byReference(text).slice(0, LONGEST)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

export const textCell = (at: string, text: string, look: Look): string =>
  `<c r="${at}" t="inlineStr" s="${styleOf(look)}"><is><t xml:space="preserve">${escaped(cellText(text))}</t></is></c>`;

const numberCell = (at: string, number: string, look: Look): string => {
  const [, places = ''] = number.split('.');
  const digits = number.replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length > EXACT_DIGITS || places.length > MOST_PLACES) return textCell(at, number, look);
  return `<c r="${at}" s="${numberStyle(places.length)}"><v>${number}</v></c>`;
};

/** A cell of a table at an address. */
export const cellAt = (at: string, cell: Cell, look: 'text' | 'total' = 'text'): string => {
  if (cell === null || cell === '') return `<c r="${at}" s="${styleOf(look)}"/>`;
  if (typeof cell === 'string') return textCell(at, cell, look);
  if ('number' in cell) return numberCell(at, cell.number, look);
  if ('percent' in cell) return `<c r="${at}" s="${styleOf('percent')}"><v>${cell.percent}</v></c>`;
  return `<c r="${at}" s="${styleOf('day')}"><v>${daysBetween('1899-12-30' as IsoDate, cell.day)}</v></c>`;
};

import { simplified } from '../cells/simplified.ts';
import type { Cell, Row } from '../files/sheet.ts';
import { clean, cleanName } from '../cells/text.ts';
import { monthNamed } from './month-names.ts';

/** The number of a heading, 3.投资主体, （二）签约时间; a month, 3月, is none. */
const NUMBERED =
  /^(\d{1,2}[.、:)]|\(\d{1,2}\)|[一二三四五六七八九十]{1,3}[.、]|\([一二三四五六七八九十]{1,3}\))\s*(?=[\u4e00-\u9fa5])/;

/** A heading without the number before it. */
export const unnumbered = (header: string): string => clean(header).replace(NUMBERED, '');

/** A header as its rules read it: no number, no units, no brackets, no blanks. "3.其中：固投\n（亿元）" → "固投". */
export const normalised = (header: string): string =>
  simplified(unnumbered(header))
    .replace(
      /[(【[][^)】\]]{0,60}(元|亿|万|USD|RMB|CNY|million|必填|选填|格式|例如|如:|yyyy|填写|单选|下拉|%|亩|个)[^)】\]]{0,60}[)】\]]/gi,
      '',
    )
    .replace(/^(其中|其)[:：]?/, '')
    .replace(/[\s*:、,。.·"“”'‘’_\-—/\\|]/g, '')
    .replace(/[()【】[\]]/g, '')
    .replace(/(万|亿)元$/, '');

/** What stands over a column: its own name, the group right above it, and every level from the top. */
export interface Header {
  readonly column: number;
  readonly text: string;
  readonly group: string | null;
  readonly path: readonly string[];
  readonly hidden?: true;
  readonly across?: true; // one name merged over several columns: this one is not its first
  readonly place?: string; // of a card's label: the cell of its value, in the first card
}

export const headerOf = (column: number, text: string, group: string | null = null): Header => ({
  column,
  text,
  group,
  path: group === null ? [text] : [group, text],
});

const LONGEST_GROUP = 20;
export const textIn = (cell: Cell | undefined): string =>
  cell === undefined || cell.kind !== 'text' ? '' : clean(cell.text);

const YEAR = /^20\d{2}(年|年度)?$/;
const VALUE = /^[-¥￥$]?\d[\d,.]*%?$|^(19|20)?\d{2}[.\-/年]\d{1,2}([.\-/月]\d{0,2}日?)?$/;

/** The months that stand one after the other over columns: 2024年1月, 2024年2月 …, typed or as days that show their month. */
const monthsAmong = (cells: readonly Cell[]): ReadonlySet<Cell> => {
  const named = cells.flatMap((cell) => {
    const found = cell.kind === 'number' ? null : monthNamed(cell.text);
    return found?.year == null ? [] : [{ cell, at: Number(found.year) * 12 + found.month }];
  });
  const rising = named.length >= 2 && named.every(({ at }, index) => index === 0 || at > named[index - 1]!.at);
  return new Set(rising ? named.map(({ cell }) => cell) : []);
};

/** Whether a row can be part of a header: words, hardly ever figures or days; years and months may stand over columns. */
export const isWords = ({ cells }: Row): boolean => {
  const filled = cells.filter((cell) => cell !== undefined && clean(cell.text) !== '') as Cell[];
  const months = monthsAmong(filled);
  const values = filled.filter(
    (cell) =>
      !months.has(cell) && !YEAR.test(clean(cell.text)) && (cell.kind !== 'text' || VALUE.test(clean(cell.text))),
  );
  return filled.length > 0 && values.length === 0;
};

/** The words of each row over each column; a group that is not merged reaches over the blanks to its right, as far as the row below goes on. */
const levels = (rows: readonly Row[]): readonly (readonly string[])[] => {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const told = rows.map(({ cells }) =>
    Array.from({ length: width }, (_, column) => {
      const cell = cells[column];
      const words =
        cell?.kind === 'text' ||
        (cell?.kind === 'number' && YEAR.test(clean(cell.text))) ||
        (cell?.kind === 'date' && monthNamed(cell.text) !== null);
      return words ? cleanName(cell.text) : '';
    }),
  );
  for (let level = 0; level + 1 < rows.length; level += 1) {
    if (rows[level]!.cells.some((cell) => cell?.merged !== undefined && (cell.mergedRows ?? 1) === 1)) continue;
    let group = '';
    for (let column = 0; column < width; column += 1) {
      const below = told[level + 1]![column]!;
      if (told[level]![column] !== '') group = below === '' ? '' : told[level]![column]!;
      else if (below === '') group = '';
      else told[level]![column] = group;
    }
  }
  return told;
};

/** A line over nearly all columns is the title of the table, no group in it. */
const isTitle = (text: string, level: readonly string[], width: number): boolean =>
  text.length > LONGEST_GROUP ||
  (width > 3 && !YEAR.test(text) && level.filter((one) => one === text).length >= width * 0.8);

/** The headers that these rows make, one under the other. */
export const headersOf = (rows: readonly Row[]): readonly Header[] => {
  const told = levels(rows);
  const bottom = told.at(-1)!;
  const width = bottom.filter((text) => text !== '').length;
  return bottom.flatMap((_, column): Header[] => {
    const path: string[] = [];
    told.forEach((level, depth) => {
      const text = level[column]!;
      const last = depth === told.length - 1;
      if (text !== '' && text !== path.at(-1) && (last || !isTitle(text, level, width))) path.push(text);
    });
    // A last line that names only the unit, （万元）, belongs to the name above it.
    const named = path.filter((text) => normalised(text) !== '');
    const text = named.at(-1);
    if (text === undefined) return [];
    const across = rows.every(({ cells }, depth) => cells[column]?.across === true || told[depth]![column] === '');
    return [{ column, text, group: named.at(-2) ?? null, path, ...(across ? { across } : {}) }];
  });
};

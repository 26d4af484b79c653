import { clean, isEmpty } from '../cells/text.ts';
import type { Cell, Row } from '../files/sheet.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';

/** Columns that tell one day together: 年, 月 and 日 side by side, or 月 and 日 under a year. */
interface DayInParts {
  readonly year: number | string; // its column, or the year that stands over the months
  readonly month: number;
  readonly day: number | null;
  readonly header: string; // what the day is called once it is one
}
interface Found {
  readonly headerRow: number;
  readonly days: readonly DayInParts[];
}

const HEADER_ROWS = 25;
const SAMPLE = 60;
const YEAR = /^(.{0,12}?)\(?年(?:份|度)?\)?$/;
const THIS = /[本当今去上明同近]$/; // 本年 beside 本月 are sums of money
const OVER = /^((?:19|20)\d{2})年?$/;
const NAMES_DAY = /(日期|时间|年月日?)$/;

const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : clean(cell.text));
const isPart = (text: string, prefix: string, part: '月' | '日'): boolean =>
  text.startsWith(prefix) && new RegExp(`^\\(?${part}(?:份|期)?\\)?$`).test(text.slice(prefix.length));

/** The figure of a part, 2024年 or 2024; null where none stands there. */
const figure = (text: string): number | null => {
  const [, digits] = /^(\d{1,4})[年月日号]?$/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
};
const isYear = (value: number | null): boolean => value !== null && value >= 1950 && value <= 2100;
const isSmall = (value: number | null): boolean => value !== null && value <= 31; // a month, or one that is mistyped

/** What the day is called: by the group over its parts, 签约时间, or by what stands before each, 签约年 → 签约日期. */
const nameOf = (prefix: string, over: string): string => {
  const own = prefix.replace(NAMES_DAY, '');
  return own === '' && NAMES_DAY.test(over) ? over : `${own}日期`;
};

/** Days in parts among the heads of this row; `above` is the row over it. */
const partsIn = ({ cells }: Row, above: Row | undefined): readonly DayInParts[] =>
  cells.flatMap((cell, column): readonly DayInParts[] => {
    const [text, next, third] = [cell, cells[column + 1], cells[column + 2]].map(textOf) as [string, string, string];
    const over = textOf(above?.cells[column]);
    const year = OVER.exec(over)?.[1];
    if (text === '月' && next === '日' && year !== undefined)
      return [{ year, month: column, day: column + 1, header: '日期' }];
    const prefix = YEAR.exec(text)?.[1];
    if (prefix === undefined || THIS.test(prefix) || !isPart(next, prefix, '月')) return [];
    const day = isPart(third, prefix, '日') ? column + 2 : null;
    return [{ year: column, month: column + 1, day, header: nameOf(prefix, over) }];
  });

const partAt = (column: number | string | null, { cells }: Row): string => {
  if (typeof column === 'string') return column;
  const cell = column === null ? undefined : cells[column];
  return isEmpty(cell) ? '' : textOf(cell);
};

/** Whether the values below are years, and what can be months. */
const isSo = (days: DayInParts, rows: readonly Row[]): boolean => {
  const filled = rows.filter((row) => partAt(days.month, row) !== '');
  const sound = filled.filter(
    (row) => isYear(figure(partAt(days.year, row))) && isSmall(figure(partAt(days.month, row))),
  );
  return sound.length > 0 && sound.length * 2 >= filled.length;
};

const foundIn = (sheet: StoredSheet): Found | null => {
  const head: Row[] = [];
  for (const row of sheet.rows()) {
    head.push(row);
    if (head.length >= HEADER_ROWS + SAMPLE) break;
  }
  for (const [index, row] of head.slice(0, HEADER_ROWS).entries()) {
    const below = head.slice(index + 1);
    const days = partsIn(row, head[index - 1]).filter((one) => isSo(one, below));
    if (days.length > 0) return { headerRow: row.number, days };
  }
  return null;
};

const SUFFIX = ['年', '月', '日'] as const;
/** 2024, 3 and 15 as 2024年3月15日; what is no figure stays as it stands. */
const joined = ({ year, month, day }: DayInParts, row: Row): string =>
  [year, month, day]
    .map((column, part) => {
      const text = partAt(column, row);
      const value = figure(text);
      return value === null ? text : `${value}${SUFFIX[part]!}`;
    })
    .join('');

/** The column in which a day stands once it is one. */
const firstOf = ({ year, month }: DayInParts): number => (typeof year === 'string' ? month : year);
/** Whether a row tells a month or a day: a year alone, or a line without a day, tells none. */
const tellsDay = ({ month, day }: DayInParts, row: Row): boolean =>
  [month, day].some((column) => partAt(column, row) !== '');

const together = (row: Row, { headerRow, days }: Found): Row => {
  if (row.number < headerRow) return row;
  const cells = [...row.cells];
  for (const one of days) {
    if (row.number > headerRow && !tellsDay(one, row)) continue;
    const first = firstOf(one);
    const text = row.number === headerRow ? one.header : joined(one, row);
    for (const column of [one.month, one.day]) if (column !== null) cells[column] = undefined;
    const { merged, mergedRows } = row.cells[first] ?? {};
    cells[first] = { kind: 'text', text, ...(merged && { merged }), ...(mergedRows && { mergedRows }) };
  }
  return { ...row, cells: Array.from(cells) };
};

/** The sheet with each day that stands in columns of its own for year, month and day read as one, in the first of them. */
export const withDaysTogether = (sheet: StoredSheet): StoredSheet => {
  const found = foundIn(sheet);
  if (found === null) return sheet;
  return {
    ...sheet,
    written: sheet.rows,
    rows: function* (): Iterable<Row> {
      for (const row of sheet.rows()) yield together(row, found);
    },
  };
};

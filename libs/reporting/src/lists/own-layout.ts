import { inUnit, type LayoutColumn, type LayoutUnit, type Money } from '#domain';
import { LIST_FIELDS, type FieldName, type ListRow } from '#projections';
import type { Cell } from '../sheets/cell.ts';
import { sayMoney } from '../reports/say-figure.ts';
import { LIST_COLUMN_NAMES, listColumn, type Language, type ListColumnName } from './list-columns.ts';

/** A column of a sheet of projects; `number`: of the row, from 1 on. */
export interface SheetColumn {
  readonly header: string;
  readonly width: number;
  readonly cell: (row: ListRow, number: number, language: Language) => Cell;
}

const SERIAL = 'serial';
/** What a bureau's form can ask of a list: its columns, and the number of the row. */
export const LAYOUT_COLUMN_NAMES: readonly string[] = [SERIAL, ...LIST_COLUMN_NAMES];
export const MONEY_COLUMN_NAMES: readonly string[] = LIST_FIELDS.filter(
  ({ kind }) => kind === 'money' || kind === 'yuan',
).map(({ name }) => name);

const BLANK_WIDTH = 16;
const EDGE = 2; // of a cell, in characters
/** A Han character is as wide as two others. */
const widthOf = (header: string): number =>
  Array.from(header).reduce((width, one) => width + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), EDGE);

const serial = (header: string): SheetColumn => ({
  header,
  width: widthOf(header),
  cell: (_row, number) => ({ number: String(number) }),
});

const money =
  (name: FieldName, unit: LayoutUnit) =>
  (row: ListRow): Cell => {
    const value = row[name] as Money | null;
    if (value === null) return null;
    return value.currency === 'CNY' ? { number: inUnit(value, unit) } : sayMoney(value, unit); // words: the sum of the column has no dollars in it
  };

/** A column of a bureau's form, under its own header and in its own unit; blank where a person fills it in. */
export const ownColumn = ({ header, column, unit }: LayoutColumn): SheetColumn => {
  if (column === SERIAL) return serial(header);
  if (column === null) return { header, width: Math.max(BLANK_WIDTH, widthOf(header)), cell: () => null };
  const { width, cell } = listColumn(column as ListColumnName);
  return {
    header,
    width: Math.max(width, widthOf(header)),
    cell: unit === undefined ? (row, _number, language) => cell(row, language) : money(column as FieldName, unit),
  };
};

/** The columns of the product's own layouts, after the number of the row. */
export const plainColumns = (
  names: readonly ListColumnName[],
  number: string,
  language: Language,
): readonly SheetColumn[] => [
  { ...serial(number), width: 6 },
  ...names.map(listColumn).map(({ header, width, cell }) => ({
    header: header[language],
    width,
    cell: (row: ListRow) => cell(row, language),
  })),
];

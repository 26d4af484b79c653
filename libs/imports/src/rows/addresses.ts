import type { Layout } from '../columns/layout.ts';
import { columnName } from '../files/workbook.ts';

/** "B7": where a cell stands; of a card, where its value does. */
export const addressOf = ({ addresses }: Pick<Layout, 'addresses'>, column: number, row: number): string =>
  addresses?.[row]?.[column] ?? `${columnName(column)}${row}`;

import type { TableColumnType, TableProps } from 'antd';
import { WideTable } from './wide-table.tsx';
import './stacking-table.css';

type Titled<Row> = TableColumnType<Row> & { readonly title: string };

/** A table of single things with answers to give: on a phone each row is a block of its own, every cell under its column's name, and nothing is pushed sideways. A column of the class `not-stacked` is left out there. */
export const StackingTable = <Row extends object>({
  columns,
  className = '',
  ...table
}: Omit<TableProps<Row>, 'columns'> & {
  readonly about: string;
  readonly width: number;
  readonly columns: readonly Titled<Row>[];
}) => (
  <WideTable<Row>
    {...table}
    className={`stacking ${className}`}
    columns={columns.map((one) => ({ ...one, onCell: (): object => ({ 'data-column': one.title }) }))}
  />
);

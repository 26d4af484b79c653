import { Table, type TableProps } from 'antd';
import { useChosen } from '../parts/chosen.ts';
import { useTableColumns } from './list-columns.tsx';
import type { ListColumn, ListRow } from './list-queries.ts';

export const keyOf = (row: ListRow): string => row.id ?? `${row.importId ?? ''} ${row.row ?? ''} ${row.code ?? ''}`;

/** The rows as a table: ordered by a click on a title, opened by a click anywhere, chosen one by one. */
export const ListTable = ({
  rows,
  shown,
  at,
  picked,
  onPick,
  onOpen,
}: {
  rows: readonly ListRow[];
  shown: readonly ListColumn[];
  at: ListRow | undefined;
  picked: readonly string[];
  onPick: (keys: readonly string[]) => void;
  onOpen: (row: ListRow) => void;
}) => {
  const { chosen, set } = useChosen();
  const { columns, width } = useTableColumns(shown, chosen.get('sort'));
  const own = rows.map(keyOf);
  const order: TableProps<ListRow>['onChange'] = (_pages, _filters, sorter) => {
    const { columnKey, order: direction } = [sorter].flat()[0] ?? {};
    set('sort', direction ? `${direction === 'descend' ? '-' : ''}${String(columnKey)}` : null);
  };
  return (
    <Table<ListRow>
      rowKey={keyOf}
      dataSource={[...rows]}
      pagination={false}
      size="small"
      sticky
      scroll={{ x: width + 40 }}
      onChange={order}
      rowSelection={{
        fixed: true,
        columnWidth: 40,
        selectedRowKeys: [...picked],
        onChange: (keys) => {
          onPick([...picked.filter((key) => !own.includes(key)), ...keys.map(String)]);
        },
      }}
      rowClassName={(row) => (row === at ? 'chosen row' : 'row')}
      onRow={(row) => ({
        onClick: (event) => {
          if (!(event.target as HTMLElement).closest('a, button, input, label')) onOpen(row);
        },
      })}
      columns={columns}
    />
  );
};

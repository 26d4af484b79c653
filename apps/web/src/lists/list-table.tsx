import { Table, type TableProps } from 'antd';
import { memo, useDeferredValue } from 'react';
import { useChosen } from '../parts/chosen.ts';
import { useTableColumns } from './list-columns.tsx';
import type { ListColumn, ListRow } from './list-queries.ts';

const ON_SCREEN = 14; // rows that a screen shows: drawn first, so that the page answers before the others are there

export const keyOf = (row: ListRow): string => row.id ?? `${row.importId ?? ''} ${row.row ?? ''} ${row.code ?? ''}`;

/** The rows as a table: ordered by a click on a title, opened by a click anywhere, chosen one by one. Drawn anew only where one of these changes. */
export const ListTable = memo(
  ({
    rows,
    whole,
    shown,
    at,
    picked,
    onPick,
    onOpen,
  }: {
    rows: readonly ListRow[];
    whole: boolean; // drawn at once: who comes back finds the place where they left
    shown: readonly ListColumn[];
    at: ListRow | undefined;
    picked: readonly string[];
    onPick: (keys: readonly string[]) => void;
    onOpen: (row: ListRow) => void;
  }) => {
    const { chosen, set } = useChosen();
    const { columns, width } = useTableColumns(shown, chosen.get('sort'));
    const own = rows.map(keyOf);
    const drawn = useDeferredValue(rows, whole ? rows : rows.slice(0, ON_SCREEN));
    const order: TableProps<ListRow>['onChange'] = (_pages, _filters, sorter) => {
      const { columnKey, order: direction } = [sorter].flat()[0] ?? {};
      set('sort', direction ? `${direction === 'descend' ? '-' : ''}${String(columnKey)}` : null);
    };
    return (
      <Table<ListRow>
        rowKey={keyOf}
        dataSource={[...drawn]}
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
  },
);
ListTable.displayName = 'ListTable';

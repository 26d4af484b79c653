import type { TableColumnType } from 'antd';
import { useLists } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';
import { Cell, WIDTHS } from './cell.tsx';
import { Next, ProjectLink, Stuck } from './deciding-cells.tsx';
import type { ColumnName, ListColumn, ListRow } from './list-queries.ts';

/** Columns that show more of a row than their own field. */
const COMPOSED: Readonly<Partial<Record<ColumnName, { readonly width: number; readonly render: typeof Stuck }>>> = {
  name: { width: 260, render: ProjectLink },
  clock: { width: 140, render: Stuck },
  nextStep: { width: 200, render: Next },
};

const NUMBERS: readonly ListColumn['kind'][] = ['money', 'yuan', 'count', 'ratio'];
const directionOf = (name: ColumnName, sort: string | null): 'ascend' | 'descend' | null =>
  sort === name ? 'ascend' : sort === `-${name}` ? 'descend' : null;

const STAY = 2; // columns at the left stay where they are while the others are pushed aside

/** The columns that a list shows: those chosen, or its own, in its order. */
export const useShownColumns = (list: string, chosen: string | null): readonly ListColumn[] => {
  const { lists, columns } = useLists();
  const own = lists.find(({ name }) => name === list)?.columns ?? [];
  const wanted = chosen === null ? own : chosen.split(',');
  return wanted.flatMap((one) => columns.find(({ name }) => name === one) ?? []);
};

/** These columns, as the table wants them, and how wide they are together. */
export const useTableColumns = (shown: readonly ListColumn[], sort: string | null) => {
  const { say } = useWords();
  const columns = shown.map((column, index): TableColumnType<ListRow> => {
    const { name, kind, title, orders } = column;
    const { width = WIDTHS[kind], render: Composed } = COMPOSED[name] ?? {};
    return {
      key: name,
      title: say(title),
      width,
      ...(index < STAY ? { fixed: 'left' as const } : {}),
      ...(orders ? { sorter: true, sortOrder: directionOf(name, sort) } : {}),
      ...(NUMBERS.includes(kind) ? { align: 'right' as const } : {}),
      render: (_, row) => (Composed ? <Composed row={row} /> : <Cell column={column} row={row} />),
    };
  });
  return { columns, width: columns.reduce((sum, { width = 0 }) => sum + Number(width), 0) };
};

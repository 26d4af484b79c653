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
const STAY = 2; // columns at the left stay where they are while the others are pushed aside

/** The columns that a list shows to who has not chosen others, in its order. */
export const useOwnColumns = (list: string): readonly ListColumn[] => {
  const { lists, columns } = useLists();
  const own = lists.find(({ name }) => name === list)?.columns ?? [];
  return own.flatMap((wanted) => columns.find(({ name }) => name === wanted) ?? []);
};

/** These columns, as the table wants them, and how wide they are together. */
export const useTableColumns = (shown: readonly ListColumn[]) => {
  const { say } = useWords();
  const columns = shown.map(({ name, kind, title }, index): TableColumnType<ListRow> => {
    const { width = WIDTHS[kind], render: Composed } = COMPOSED[name] ?? {};
    return {
      key: name,
      title: say(title),
      width,
      ...(index < STAY ? { fixed: 'left' as const } : {}),
      ...(NUMBERS.includes(kind) ? { align: 'right' as const } : {}),
      render: (_, row) => (Composed ? <Composed row={row} /> : <Cell name={name} kind={kind} value={row[name]} />),
    };
  });
  return { columns, width: columns.reduce((sum, { width = 0 }) => sum + Number(width), 0) };
};

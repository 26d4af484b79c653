import type { TableColumnType } from 'antd';
import { useMemo } from 'react';
import { useLists } from '../app/known-to-all.ts';
import { useWords, type Language } from '../words/words.ts';
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
  return useMemo(() => {
    const own = lists.find(({ name }) => name === list)?.columns ?? [];
    const wanted = chosen === null ? own : chosen.split(',');
    return wanted.flatMap((one) => columns.find(({ name }) => name === one) ?? []);
  }, [lists, columns, list, chosen]);
};

const asColumn = (
  column: ListColumn,
  index: number,
  sort: string | null,
  language: Language,
): TableColumnType<ListRow> => {
  const { name, kind, title, orders } = column;
  const { width = WIDTHS[kind], render: Composed } = COMPOSED[name] ?? {};
  return {
    key: name,
    title: title[language],
    width,
    ...(index < STAY ? { fixed: 'left' as const } : {}),
    ...(orders ? { sorter: true, sortOrder: directionOf(name, sort) } : {}),
    ...(NUMBERS.includes(kind) ? { align: 'right' as const } : {}),
    render: (_, row) => (Composed ? <Composed row={row} /> : <Cell column={column} row={row} />),
  };
};

/** These columns, as the table wants them, and how wide they are together. The same ones as long as nothing else is asked, so that no cell is drawn anew. */
export const useTableColumns = (shown: readonly ListColumn[], sort: string | null) => {
  const { language } = useWords();
  return useMemo(() => {
    const columns = shown.map((column, index) => asColumn(column, index, sort, language));
    return { columns, width: columns.reduce((sum, { width = 0 }) => sum + Number(width), 0) };
  }, [shown, sort, language]);
};

import { useMemo, type ReactNode } from 'react';
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

/** The columns that a list shows: those chosen, or its own, in its order. */
export const useShownColumns = (list: string, chosen: string | null): readonly ListColumn[] => {
  const { lists, columns } = useLists();
  return useMemo(() => {
    const own = lists.find(({ name }) => name === list)?.columns ?? [];
    const wanted = chosen === null ? own : chosen.split(',');
    return wanted.flatMap((one) => columns.find(({ name }) => name === one) ?? []);
  }, [lists, columns, list, chosen]);
};

/** A column as it is drawn. */
export interface TableColumn {
  readonly name: ColumnName;
  readonly title: string;
  readonly width: number; // pixels; the columns share what the screen has beyond their sum
  readonly left: number | undefined; // pixels from the left edge at which it stays while the others are pushed aside
  readonly orders: boolean;
  readonly isNumber: boolean;
  readonly draw: (row: ListRow) => ReactNode;
}

/** These columns, and how wide they are together, in pixels. The same ones as long as nothing else is asked, so that no cell is drawn anew. `first`: pixels before the first of them. */
export const useTableColumns = (shown: readonly ListColumn[], first: number) => {
  const { language } = useWords();
  return useMemo(() => {
    let width = first;
    const columns = shown.map((column, index): TableColumn => {
      const { name, kind, title, orders } = column;
      const { width: own = WIDTHS[kind], render: Composed } = COMPOSED[name] ?? {};
      const left = index < STAY ? width : undefined;
      width += own;
      return {
        name,
        title: title[language],
        width: own,
        left,
        orders,
        isNumber: NUMBERS.includes(kind),
        draw: (row) => (Composed ? <Composed row={row} /> : <Cell column={column} row={row} />),
      };
    });
    return { columns, width };
  }, [shown, first, language]);
};

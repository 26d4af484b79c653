import type { Layout } from '../columns/layout.ts';
import type { Cell, Row } from '../files/sheet.ts';

const nameIn = ({ columns }: Pick<Layout, 'columns'>, { cells }: Row): Cell | undefined => {
  const name = columns.find(({ field }) => field === 'name');
  const cell = name === undefined ? undefined : cells[name.column];
  return cell?.across === true ? undefined : cell;
};

/** Whether the name of a row is merged with that of the row above: one more line of the same project. */
export const isFurtherLine = (layout: Pick<Layout, 'columns'>, row: Row): boolean =>
  nameIn(layout, row)?.merged === 'covered';

/** Whether a cell is merged over the lines of one project, whose name is merged over them, too. */
export const isOfOneProject = (layout: Pick<Layout, 'columns'>, row: Row, { mergedRows = 1 }: Cell): boolean => {
  const name = nameIn(layout, row);
  return name?.merged !== undefined && (name.mergedRows ?? 1) >= mergedRows;
};

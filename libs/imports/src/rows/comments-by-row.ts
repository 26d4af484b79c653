import type { Layout } from '../columns/layout.ts';
import type { Comment } from '../reading/comments.ts';
import { addressOf } from './addresses.ts';

/** A comment at its cell, in the column in which its row is read. */
interface Pinned {
  readonly column: number;
  readonly comment: Comment;
}

/** The comments of a sheet by the row that they belong to: of a card, the one that was made of it. */
export const commentsByRow = (
  comments: readonly Comment[],
  { addresses }: Pick<Layout, 'addresses'>,
): ReadonlyMap<number, readonly Pinned[]> => {
  const rows = new Map<number, Pinned[]>();
  const add = (row: number, column: number, comment: Comment): void => {
    const own = rows.get(row) ?? [];
    own.push({ column, comment });
    rows.set(row, own);
  };
  if (addresses === undefined) {
    for (const one of comments) add(one.row, one.column, one);
    return rows;
  }
  const at = new Map(comments.map((one) => [addressOf({}, one.column, one.row), one]));
  for (const [row, cells] of Object.entries(addresses))
    cells.forEach((address, column) => {
      const own = at.get(address);
      if (own !== undefined) add(Number(row), column, own);
    });
  return rows;
};

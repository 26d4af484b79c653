import type { Row } from './sheet.ts';

/** A block of merged cells on the sheet that goes back: rows and columns from 1, both ends included. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const widthOf = ({ cells }: Row, column: number): number => {
  let right = column;
  while (cells[right + 1]?.across === true) right += 1;
  return right - column + 1;
};

/** The merged blocks of these lines, as far as the lines of a block still follow each other. */
export const blocksOf = (lines: readonly Row[]): readonly Block[] =>
  lines.flatMap((row, at) =>
    row.cells.flatMap((cell, column): readonly Block[] => {
      if (cell?.merged !== 'master') return [];
      let height = 1;
      while (height < (cell.mergedRows ?? 1) && lines[at + height]?.number === row.number + height) height += 1;
      const width = widthOf(row, column);
      if (height * width === 1) return [];
      return [{ top: at + 1, left: column + 1, bottom: at + height, right: column + width }];
    }),
  );

/** What the blocks cover beside their own first cells. */
export const coveredBy = (blocks: readonly Block[]): ((row: number, column: number) => boolean) => {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of blocks)
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1)
        if (row !== top || column !== left) covered.add(`${row} ${column}`);
  return (row, column) => covered.has(`${row} ${column}`);
};

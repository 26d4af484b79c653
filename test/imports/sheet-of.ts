import type { Cell, Row } from '../../libs/imports/src/files/sheet.ts';
import type { StoredSheet } from '../../libs/imports/src/files/stored-sheet.ts';

/** What stands in a cell: words, a figure, nothing, or a cell as it was read. */
export type Told = string | number | null | Cell;

/** A day as a spreadsheet keeps it, shown as this text. */
export const dayCell = (value: string, text = value): Cell => ({ kind: 'date', text, value });

export const cellOf = (told: Told): Cell | undefined => {
  if (told === null) return undefined;
  if (typeof told === 'string') return { kind: 'text', text: told };
  return typeof told === 'number' ? { kind: 'number', text: `${told}`, value: `${told}` } : told;
};

const columnOf = (letter: string): number => letter.charCodeAt(0) - 65;

/** Merged blocks, A1:B2, filled in as reading fills them in. */
const filledIn = (
  number: number,
  cells: (Cell | undefined)[],
  first: (Cell | undefined)[][],
  merges: readonly string[],
) => {
  for (const merge of merges) {
    const [, from, top, to, bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(merge)!;
    const [left, right, start, end] = [columnOf(from!), columnOf(to!), Number(top), Number(bottom)];
    const master = first[start - 1]?.[left];
    if (master === undefined || number < start || number > end) continue;
    for (let column = left; column <= right; column += 1)
      cells[column] = {
        ...master,
        merged: number === start && column === left ? 'master' : 'covered',
        mergedRows: end - start + 1,
        ...(column > left && { across: true as const }),
      };
  }
};

/** The rows of a sheet as reading leaves them: a line of nothing is no row. */
export const rowsOf = (lines: readonly (readonly Told[])[], merges: readonly string[] = []): readonly Row[] => {
  const written = lines.map((line) => line.map(cellOf));
  return written.flatMap((own, index): Row[] => {
    const cells = [...own];
    filledIn(index + 1, cells, written, merges);
    return own.some((cell) => cell !== undefined)
      ? [{ number: index + 1, hidden: false, cells: Array.from(cells) }]
      : [];
  });
};

/** A sheet of these lines, without a file. */
export const sheetOf = (
  lines: readonly (readonly Told[])[],
  { merges = [], ...more }: Partial<StoredSheet> & { readonly merges?: readonly string[] } = {},
): StoredSheet => {
  const rows = rowsOf(lines, merges);
  return {
    name: '台账',
    hidden: false,
    date1904: false,
    hiddenColumns: [],
    comments: [],
    unseen: [],
    close: () => undefined,
    rows: () => rows,
    ...more,
  };
};

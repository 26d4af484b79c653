import { COLOUR_WORDS } from '#domain';

/** What a numerator or denominator, or a list, is made of, row by row, as text to be written. */
export interface FigureRows {
  readonly title: string; // 签约项目数·分子
  readonly value: string;
  readonly rows: readonly {
    readonly group: string | null; // the unit of a metric's row, the colour of a list's
    readonly code: string;
    readonly name: string;
    readonly event: string | null;
    readonly on: string | null;
    readonly basis: string | null;
    readonly value: string;
  }[];
}

/** What a report's figures are made of, by metric (`signed`) and by list (`list:stalled`). */
export type Behind = ReadonlyMap<string, readonly FigureRows[]>;

/** signed.change@一组 → signed; list:stalled.red → list:stalled. */
export const sourceOf = (key: string): string => key.split('.')[0]!;

/** Whether a key tells of a list, not of a metric. */
export const isOfList = (key: string): boolean => key.startsWith('list:');

const groupOf = (key: string): string | null => {
  const [about = '', unit] = key.split('@');
  if (unit !== undefined) return unit;
  const aspect = about.split('.')[1] ?? '';
  return isOfList(about) && Object.hasOwn(COLOUR_WORDS, aspect) ? aspect : null;
};

/** The rows behind one figure: those of its unit or its colour, where it is of one. */
export const rowsOf = (behind: Behind, key: string): readonly FigureRows[] => {
  const all = behind.get(sourceOf(key)) ?? [];
  const group = groupOf(key);
  if (group === null) return all;
  return all.map(({ title, rows }) => {
    const mine = rows.filter((row) => row.group === group);
    return { title, value: `${mine.length} 行`, rows: mine };
  });
};

/** What a numerator or denominator is made of, row by row, as text to be written. */
export interface FigureRows {
  readonly title: string; // 签约项目数 · 分子
  readonly value: string;
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly event: string | null;
    readonly on: string | null;
    readonly basis: string | null;
    readonly value: string;
  }[];
}

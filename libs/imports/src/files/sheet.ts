/**
 * Why what a cell shows is not simply its value.
 * `uncalculated`: a formula whose result no program has stored · `digits-lost`: a long number of which only the first digits are left (2.02303E+11, or 18 digits in a number) ·
 * `scaled`: the format shows another order of magnitude than the one stored (`0!.0,`) · `picture`: a picture stands in the cell · `not-shown`: the format hides the value (`;;;`).
 */
export type Doubt = 'uncalculated' | 'digits-lost' | 'scaled' | 'picture' | 'not-shown';

/** A cell as whoever opens the file sees it (README, "Import verdicts": what it shows decides). A formula is never kept, only its result. */
export interface Cell {
  /** What stands on the screen: "2023年3月", "9000.0", "001230". "" where nothing stands there although the cell holds something: `doubt` says what. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /**
   * What the screen means, where that is more or other than `text`. Of a number its decimal text with all digits, in the order of magnitude shown ("9000.4999" of "9000.5").
   * Of a date its ISO text, as far as it shows: "2023-03-15", "2023-03", "2023"; a date without a value is none (serial −1 or 60).
   */
  readonly value?: string;
  readonly doubt?: Doubt;
  readonly formula?: boolean;
  readonly struck?: boolean; // a line through it: perhaps it holds no more
  readonly struckPart?: string; // what a line goes through beside what stands in `text`
  readonly merged?: 'master' | 'covered'; // part of a merged block; a covered cell repeats its master's value
  readonly mergedRows?: number; // how many rows the block spans
  readonly across?: true; // covered by a block that begins further left
}

/** Cells by column, from 0. */
export interface Row {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly (Cell | undefined)[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean; // for bare serials in columns of days; cells of kind date are dates already
  readonly rows: readonly Row[]; // rows with content only
}

import { exactly, fenOf, forReading, type Money } from '../parts/money.ts';
import { COLOURS, PAINT, type Colour, type Language } from '../words/words.ts';

/** How a bar is filled, so that bars differ in black and white too (the signs of the five colours have theirs). */
export type Fill = 'solid' | 'diagonal' | 'dots' | 'horizontal' | 'light';

export interface Series {
  readonly key: string;
  readonly name: string;
  readonly paint: string;
  readonly fill: Fill;
  readonly line?: boolean; // drawn as a line on an axis of its own
  readonly told?: boolean; // stands in the table only
}
/** A value: what is drawn, what is read, and the page that it opens. */
export interface Value {
  readonly drawn: number;
  readonly said: string;
  readonly exact?: string; // said in full where it is looked at closely
  readonly to?: string;
}
export interface ChartedRow {
  readonly key: string;
  readonly label: string;
  readonly values: readonly Value[]; // one a series
}
/** What a chart shows and its table says: one thing, so that the two cannot differ. */
export interface Charted {
  readonly head: string; // what the rows are
  readonly series: readonly Series[];
  readonly rows: readonly ChartedRow[];
  readonly stacked?: boolean;
  readonly lying?: boolean; // bars from left to right, for long labels
}

export const WORST_FIRST: readonly Colour[] = ['red', 'orange', 'yellow', 'blue', 'green'];
const FILLS: Readonly<Record<Colour, Fill>> = {
  red: 'solid',
  orange: 'diagonal',
  yellow: 'dots',
  blue: 'horizontal',
  green: 'light',
};

/** A series for each of the five colours, the worst first. */
export const colourSeries = (language: Language): readonly Series[] =>
  WORST_FIRST.map((key) => ({ key, name: COLOURS[key][language], paint: PAINT[key], fill: FILLS[key] }));

/** Figures that are no colours are drawn in the house's green and its two companions. */
export const HOUSE_PAINT = ['var(--accent)', 'var(--accent-2)', 'var(--accent-3)'] as const;

const FEN_IN_YI = 1e10;

/** The renminbi of some amounts as 亿元, for drawing only: what is read is exact. */
export const drawnYi = (of: readonly Money[]): number => {
  const fen = fenOf(of.find(({ currency }) => currency === 'CNY')?.amount ?? '0') ?? 0n;
  return Number(fen) / FEN_IN_YI;
};

/** Amounts for reading, each currency apart. */
export const said = (of: readonly Money[]): string => of.map(forReading).join(' · ') || '0';
export const saidExactly = (of: readonly Money[]): string => of.map(exactly).join(' · ');

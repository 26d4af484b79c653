import {
  fraction,
  growth,
  METRICS,
  minus,
  moneyOf,
  ratioOf,
  type Formula,
  type Fraction,
  type MetricKey,
  type Money,
  type Part,
  type Ratio,
  type Rounding,
} from '#domain';
import type { Tally } from '#projections';

export type FigureValue = Money | string | Ratio;

/** A figure as it stands everywhere: money, a count as text, or a ratio; what does not exist is null, never 0. */
export interface Figure {
  readonly value: FigureValue | null;
  readonly previous: FigureValue | null;
  readonly yearOnYear: Ratio | null;
  readonly target: FigureValue | null;
  readonly progress: Ratio | null;
  readonly shortfall: string | null; // percentage points behind what is due by now
  readonly rank: number | null;
  readonly open: string; // where its parts are
}

/** What a formula makes of its tallies: a whole number (a count, or an amount in 分 of a currency) or an exact fraction; null: it does not exist. */
export type Measured =
  | { readonly is: 'whole'; readonly whole: bigint; readonly currency: string | null }
  | { readonly is: 'share'; readonly share: Fraction | null };

export const partsOf = (metric: MetricKey): readonly Part[] => {
  const formula: Formula = METRICS[metric];
  return 'numerator' in formula ? [formula.numerator, formula.denominator] : [formula.value];
};

const CNY = 'CNY';

/** The currency in which a metric is told: foreign money in its own, all else in 元. Others are named beside the figure, never added. */
export const currencyOf = (metric: MetricKey, all: readonly Tally[]): string => {
  if (metric !== 'foreign-arrived') return CNY;
  return [...(all[0]?.fen.keys() ?? [])].find((currency) => currency !== CNY) ?? 'USD';
};

const wholeOf = ({ measure }: Part, { count, fen }: Tally, currency: string): bigint =>
  measure === 'count' ? count : (fen.get(currency) ?? 0n);

export const measuredBy = (metric: MetricKey, tallies: readonly Tally[], currency: string): Measured => {
  const parts = partsOf(metric);
  const wholes = parts.map((part, index) => wholeOf(part, tallies[index]!, currency));
  if (parts.length === 2) return { is: 'share', share: fraction(wholes[0]!, wholes[1]!) };
  return { is: 'whole', whole: wholes[0]!, currency: parts[0]!.measure === 'amount' ? currency : null };
};

export const shown = (measured: Measured, rounding: Rounding): FigureValue | null => {
  if (measured.is === 'share') return ratioOf(measured.share, rounding);
  return measured.currency === null ? String(measured.whole) : moneyOf(measured.whole, measured.currency);
};

export const isZero = (measured: Measured): boolean =>
  measured.is === 'whole' ? measured.whole === 0n : (measured.share?.numerator ?? 0n) === 0n;

/** As a fraction, for comparing and for progress; null where the figure does not exist. */
export const exact = (measured: Measured): Fraction | null =>
  measured.is === 'share' ? measured.share : { numerator: measured.whole, denominator: 1n };

export const growthOf = (now: Measured, before: Measured, rounding: Rounding): Ratio | null =>
  now.is === 'whole' && before.is === 'whole' && now.currency === before.currency
    ? ratioOf(growth(now.whole, before.whole), rounding)
    : null;

export const progressOf = (now: Measured, target: Fraction | null): Fraction | null => {
  const done = exact(now);
  if (done === null || target === null || target.numerator === 0n) return null;
  return fraction(done.numerator * target.denominator, done.denominator * target.numerator);
};

/** How far progress lies behind what is due, in percentage points; null where it does not. */
export const shortfallOf = (progress: Fraction | null, due: Fraction, rounding: Rounding): string | null => {
  if (progress === null) return null;
  const behind = minus(due, progress);
  const told = behind.numerator > 0n ? ratioOf(behind, rounding)!.percent : null;
  return told !== null && /[1-9]/.test(told) ? told : null;
};

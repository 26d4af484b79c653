import { Decimal } from 'decimal.js';

/** Rounding belongs to the report, not to the engine (domain.md, "Metrics"). */
export type Rounding = 'half-up' | 'truncate';

const Exact = Decimal.clone({ precision: 60 });
const MODES = { 'half-up': Decimal.ROUND_HALF_UP, truncate: Decimal.ROUND_DOWN } as const;

/** numerator ÷ denominator as text in percent, rounded once; null where the denominator is zero: such a percentage cannot be printed. */
export const ratio = (
  numerator: string,
  denominator: string,
  places = 2,
  rounding: Rounding = 'half-up',
): string | null =>
  new Exact(denominator).isZero()
    ? null
    : new Exact(numerator).times(100).div(denominator).toFixed(places, MODES[rounding]);

/** current ÷ same period last year − 1, in percent; null without anything last year. */
export const yearOnYear = (
  current: string,
  previous: string,
  places = 2,
  rounding: Rounding = 'half-up',
): string | null => ratio(new Exact(current).minus(previous).toFixed(), previous, places, rounding);

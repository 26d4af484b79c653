/** An exact fraction of whole numbers; the denominator is positive. Nothing is rounded before it is printed. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** How a percentage is printed. Rounding belongs to the definition, not to the engine (README, "Rounding"). */
export interface Rounding {
  readonly mode: 'half-up' | 'truncate';
  readonly places: number;
}
export const HALF_UP_TWO: Rounding = { mode: 'half-up', places: 2 };

/** A fraction as the interfaces give it: exact parts as text, and the percentage printed once. */
export interface Ratio {
  readonly numerator: string;
  readonly denominator: string;
  readonly percent: string;
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));
const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** numerator ÷ denominator in lowest terms; null where the denominator is zero: a share of nothing does not exist. */
export const fraction = (numerator: bigint, denominator: bigint): Fraction | null => {
  if (denominator === 0n) return null;
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(absolute(numerator), absolute(denominator));
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
};

export const minus = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.denominator - b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

/** Negative, zero or positive as `a` is below, at or above `b`. */
export const compareFractions = (a: Fraction, b: Fraction): number => {
  const difference = minus(a, b).numerator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The fraction times `scale` as decimal text, rounded once; half-up rounds away from zero. */
const printed = ({ numerator, denominator }: Fraction, scale: bigint, { mode, places }: Rounding): string => {
  const shifted = absolute(numerator) * scale * 10n ** BigInt(places);
  const whole = shifted / denominator;
  const up = mode === 'half-up' && (shifted % denominator) * 2n >= denominator ? 1n : 0n;
  const digits = String(whole + up).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return numerator < 0n && whole + up > 0n ? `-${text}` : text;
};

/** 53 ÷ 132 → "40.15". */
export const percentOf = (value: Fraction, rounding: Rounding = HALF_UP_TWO): string => printed(value, 100n, rounding);

/** The ratio as the interfaces give it; null stays null, so that a percentage cannot be printed without its parts. */
export const ratioOf = (value: Fraction | null, rounding: Rounding = HALF_UP_TWO): Ratio | null =>
  value === null
    ? null
    : {
        numerator: String(value.numerator),
        denominator: String(value.denominator),
        percent: percentOf(value, rounding),
      };

/** current ÷ previous − 1; null where there was nothing the year before. */
export const growth = (current: bigint, previous: bigint): Fraction | null => fraction(current - previous, previous);

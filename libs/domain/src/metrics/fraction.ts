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

export const wholeOf = (whole: bigint): Fraction => ({ numerator: whole, denominator: 1n });
const over = (numerator: bigint, denominator: bigint): Fraction => fraction(numerator, denominator)!;
export const plus = (a: Fraction, b: Fraction): Fraction =>
  over(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const minus = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.denominator - b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});
export const times = (a: Fraction, b: Fraction): Fraction =>
  over(a.numerator * b.numerator, a.denominator * b.denominator);
/** a ÷ b; null where b is nothing. */
export const divided = (a: Fraction, b: Fraction): Fraction | null =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);

/** The nearest whole number; a half rounds away from zero. */
export const roundedToWhole = ({ numerator, denominator }: Fraction): bigint => {
  const size = (absolute(numerator) * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -size : size;
};

/** Decimal text as a fraction: "7.1234" → 71234/10000. */
export const decimalFraction = (text: string): Fraction => {
  const [whole = '0', places = ''] = text.split('.');
  return over(BigInt(whole + places), 10n ** BigInt(places.length));
};

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

/** 53/8 → "6.63". */
export const decimalOf = (value: Fraction, rounding: Rounding = HALF_UP_TWO): string => printed(value, 1n, rounding);

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
export const growth = (current: Fraction, previous: Fraction): Fraction | null =>
  divided(minus(current, previous), previous);

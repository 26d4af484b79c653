import {
  decimalFraction,
  divided,
  growth,
  minus,
  moneyOf,
  plus,
  ratioOf,
  roundedToWhole,
  times,
  wholeOf,
  type Definition,
  type Formula,
  type Fraction,
  type Money,
  type Part,
  type Ratio,
  type Rounding,
  type TargetValue,
} from '#domain';
import type { Tally } from '#projections';
import { exactTarget } from './targets-known.ts';

/** How many, and how much in each currency in 分, exact: a count by holding time need not be whole. */
export interface Counted {
  readonly count: Fraction;
  readonly fen: ReadonlyMap<string, Fraction>;
}
export const countedOf = ({ count, fen }: Tally): Counted => ({
  count: wholeOf(count),
  fen: new Map([...fen].map(([currency, amount]) => [currency, wholeOf(amount)])),
});

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

/**
 * What a formula makes of its tallies, exact: a count, or an amount in 分 of a currency (`currency` null for counts; converted money need not be whole),
 * or a share; null: it does not exist.
 */
export type Measured =
  | { readonly is: 'whole'; readonly whole: Fraction; readonly currency: string | null }
  | { readonly is: 'share'; readonly share: Fraction | null };

export const partsOf = (formula: Formula): readonly Part[] =>
  'numerator' in formula ? [formula.numerator, formula.denominator] : [formula.value];

const CNY = 'CNY';

const rateOf = ({ conversions }: Definition, currency: string): Fraction | null => {
  const found = conversions.find((one) => one.currency === currency);
  return found === undefined ? null : decimalFraction(found.rate);
};

const USD = 'USD';

/**
 * The currency in which a formula is told: money from abroad in its own where the definition does not convert it (in US dollars where there are several),
 * all else in 元. Others are named beside the figure, never added. `all`: of the whole, so that every row is told in one.
 */
export const currencyOf = (formula: Formula, definition: Definition, all: readonly Tally[]): string => {
  const [first] = partsOf(formula);
  if ('numerator' in formula || !first!.where.includes('foreign')) return CNY;
  const foreign = [...(all[0]?.fen.keys() ?? [])].filter((currency) => currency !== CNY).sort();
  if (foreign.length === 0) return definition.conversions.length > 0 ? CNY : USD;
  if (foreign.every((currency) => rateOf(definition, currency) !== null)) return CNY;
  return foreign.includes(USD) ? USD : foreign[0]!;
};

/** An amount in 分 of `currency`, with what the definition converts into it. */
export const amountIn = (currency: string, { fen }: Counted, definition: Definition): Fraction => {
  let sum = fen.get(currency) ?? wholeOf(0n);
  if (currency !== CNY) return sum;
  for (const [other, amount] of fen) {
    const rate = other === CNY ? null : rateOf(definition, other);
    if (rate !== null) sum = plus(sum, times(amount, rate));
  }
  return sum;
};

/** Currencies of a tally that stand beside a figure told in `currency`. */
export const besides = (
  currency: string,
  { fen }: Tally,
  definition: Definition,
): readonly (readonly [string, bigint])[] =>
  [...fen].filter(
    ([other, amount]) =>
      amount !== 0n && other !== currency && (currency !== CNY || rateOf(definition, other) === null),
  );

/** Whether a sum of money is nothing in its currency while there is some in others: 0 would say that there was none. */
export const isElsewhere = (
  formula: Formula,
  currency: string,
  [tally]: readonly Tally[],
  definition: Definition,
): boolean =>
  'value' in formula &&
  formula.value.measure === 'amount' &&
  amountIn(currency, countedOf(tally!), definition).numerator === 0n &&
  besides(currency, tally!, definition).length > 0;

export const measuredBy = (
  formula: Formula,
  definition: Definition,
  counted: readonly Counted[],
  currency: string,
): Measured => {
  const parts = partsOf(formula);
  const wholes = parts.map(({ measure }, index) =>
    measure === 'count' ? counted[index]!.count : amountIn(currency, counted[index]!, definition),
  );
  if (parts.length === 2) return { is: 'share', share: divided(wholes[0]!, wholes[1]!) };
  return { is: 'whole', whole: wholes[0]!, currency: parts[0]!.measure === 'amount' ? currency : null };
};

export const shown = (measured: Measured, rounding: Rounding): FigureValue | null => {
  if (measured.is === 'share') return ratioOf(measured.share, rounding);
  const whole = roundedToWhole(measured.whole);
  return measured.currency === null ? String(whole) : moneyOf(whole, measured.currency);
};

/** As a fraction, for comparing and for progress; null where the figure does not exist. */
export const exact = (measured: Measured): Fraction | null =>
  measured.is === 'share' ? measured.share : measured.whole;

export const growthOf = (now: Measured, before: Measured, rounding: Rounding): Ratio | null =>
  now.is === 'whole' && before.is === 'whole' && now.currency === before.currency
    ? ratioOf(growth(now.whole, before.whole), rounding)
    : null;

/** Whether a target is set in what the figure is told in: that currency, pieces, or percent. */
const isToldAlike = (now: Measured, target: TargetValue): boolean => {
  if (now.is === 'share') return 'percent' in target;
  return now.currency === null ? 'count' in target : 'money' in target && target.money.currency === now.currency;
};

/** done ÷ target; null where either does not exist, or where dollars would be divided by 元, or pieces by money. */
export const progressOf = (now: Measured, target: TargetValue | null): Fraction | null => {
  const done = exact(now);
  return done === null || target === null || !isToldAlike(now, target) ? null : divided(done, exactTarget(target));
};

/** How far progress lies behind what is due, in percentage points; null where it does not. */
export const shortfallOf = (progress: Fraction | null, due: Fraction, rounding: Rounding): string | null => {
  if (progress === null) return null;
  const behind = minus(due, progress);
  const told = behind.numerator > 0n ? ratioOf(behind, rounding)!.percent : null;
  return told !== null && /[1-9]/.test(told) ? told : null;
};

import { Decimal } from 'decimal.js';

/** An amount in the currency's own unit (元), as exact decimal text with two places: {"amount":"641000000.00","currency":"CNY"}. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** Mixed currencies are never added (README, "Invariants"). */
export class CurrenciesDiffer extends Error {
  override readonly name = 'CurrenciesDiffer';
  constructor(a: Money, b: Money) {
    super(`${a.currency} and ${b.currency} cannot be added or compared`);
  }
}

/** Exact text → money with two places. More than two places of 元 are refused: nothing is rounded away silently. */
export const money = (amount: string, currency = 'CNY'): Money => {
  const exact = new Exact(amount);
  if (exact.decimalPlaces() > 2) throw new RangeError(`more than two places: ${amount}`);
  return { amount: exact.toFixed(2), currency };
};

/** The largest amount that a fact may state, in 元: beyond it a unit was mistaken (README, "Metrics" counts in 亿元). */
export const LARGEST_AMOUNT = 10n ** 15n;

const WRITTEN = /^(-?)(\d{1,30})(?:\.(\d{1,2}))?$/;

/** 元 as decimal text ("1000", "1000.5", "1000.50") → 分, exactly. RangeError for any other text: the one way from an amount to a whole number. */
export const fenOf = (amount: string): bigint => {
  const [, sign, yuan, fen = ''] = WRITTEN.exec(amount) ?? [];
  if (yuan === undefined) throw new RangeError(`no amount of money: ${amount}`);
  const whole = BigInt(yuan) * 100n + BigInt(fen.padEnd(2, '0'));
  return sign === '-' ? -whole : whole;
};

/** 分 → money with two places. */
export const moneyOf = (fen: bigint, currency = 'CNY'): Money => {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return { amount: `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, currency };
};

/** An amount as people and scripts write it, as the log keeps it: "1000" → "1000.00". Null where it is no amount, or beyond LARGEST_AMOUNT. */
export const keptAmount = (text: string): string | null => {
  if (!WRITTEN.test(text)) return null;
  const fen = fenOf(text);
  return fen > LARGEST_AMOUNT * 100n || fen < -LARGEST_AMOUNT * 100n ? null : moneyOf(fen).amount;
};

const sameCurrency = (a: Money, b: Money): void => {
  if (a.currency !== b.currency) throw new CurrenciesDiffer(a, b);
};

export const addMoney = (a: Money, b: Money): Money => {
  sameCurrency(a, b);
  return { amount: new Exact(a.amount).plus(b.amount).toFixed(2), currency: a.currency };
};

/** Negative, zero or positive as `a` is below, at or above `b`. */
export const compareMoney = (a: Money, b: Money): number => {
  sameCurrency(a, b);
  return new Exact(a.amount).comparedTo(b.amount);
};
/** Each currency's sum, by currency; nothing is added across currencies. */
export const sumByCurrency = (amounts: readonly Money[]): readonly Money[] => {
  const sums = new Map<string, bigint>();
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + fenOf(amount));
  return [...sums].sort().map(([currency, fen]) => moneyOf(fen, currency));
};
export const sameMoney = (a: Money, b: Money): boolean => a.currency === b.currency && compareMoney(a, b) === 0;
export const isPositive = ({ amount }: Money): boolean => new Exact(amount).greaterThan(0);

/** What one of each unit is in 元. */
export const UNITS = {
  元: '1',
  千元: '1000',
  万元: '10000',
  百万元: '1000000',
  千万元: '10000000',
  亿元: '100000000',
} as const;
export type MoneyUnit = keyof typeof UNITS;

/** 2.66 亿元 → 266000000.00 元, exactly. */
export const fromUnit = (amount: string, unit: MoneyUnit, currency = 'CNY'): Money =>
  money(new Exact(amount).times(UNITS[unit]).toFixed(), currency);

/** The same where a sheet's own division has left more places than 元 has: half a 分 is rounded up. */
export const roundedFromUnit = (amount: string, unit: MoneyUnit, currency = 'CNY'): Money => ({
  amount: new Exact(amount).times(UNITS[unit]).toFixed(2),
  currency,
});

/** Money in a larger unit as exact text, without trailing zeros: 266000000.00 元 → "2.66" 亿元. */
export const inUnit = ({ amount }: Money, unit: MoneyUnit): string => new Exact(amount).div(UNITS[unit]).toFixed();

/** The exact sum of percentages, "100" where they make the whole. */
export const sumPercents = (percents: readonly string[]): string =>
  percents.reduce((sum, percent) => sum.plus(percent), new Exact(0)).toFixed();

import type { Schemas } from '../ask/api.ts';
import { w, type Sentence } from '../words/sentence.ts';

export type Money = Schemas['Money'];

/** How money is typed: the unit on the screen, its currency, and the zeros it stands for. */
export interface MoneyUnit {
  readonly word: Sentence;
  readonly currency: string;
  readonly zeros: number;
}
const tenThousand = (zh: string, currency: string): MoneyUnit => ({
  word: w(`万${zh}`, `10,000 ${currency}`),
  currency,
  zeros: 4,
});
export const MONEY_UNITS = {
  wan: { word: w('万元', '万元 (10,000)'), currency: 'CNY', zeros: 4 },
  yi: { word: w('亿元', '亿元 (100 million)'), currency: 'CNY', zeros: 8 },
  yuan: { word: w('元', '元'), currency: 'CNY', zeros: 0 },
  usd: tenThousand('美元', 'USD'),
  eur: tenThousand('欧元', 'EUR'),
  hkd: tenThousand('港元', 'HKD'),
  jpy: tenThousand('日元', 'JPY'),
  gbp: tenThousand('英镑', 'GBP'),
} as const satisfies Record<string, MoneyUnit>;
export type MoneyUnitName = keyof typeof MONEY_UNITS;

/** Money as somebody is typing it. */
export interface TypedMoney {
  readonly typed: string;
  readonly unit: MoneyUnitName;
}

const PARTS_OF_FEN = 2;
const LONGEST = 15; // digits before the point, in 元: the server's own bound stands behind it

/** 分 as a whole number; null for what is no amount. Text all the way, never a float. */
export const fenOf = (amount: string): bigint | null => {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  return whole === '' ? null : BigInt(`${sign}${whole}${fraction.padEnd(PARTS_OF_FEN, '0')}`);
};

const textOf = (fen: bigint): string => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(PARTS_OF_FEN + 1, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -PARTS_OF_FEN)}.${digits.slice(-PARTS_OF_FEN)}`;
};

/** What was typed, as the server takes it; null where it is no amount in this unit. */
export const moneyTyped = ({ typed, unit }: TypedMoney): Money | null => {
  const { zeros, currency } = MONEY_UNITS[unit];
  const plain = typed.normalize('NFKC').replace(/[,，\s]/g, '');
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d*))?$/.exec(plain) ?? [];
  if (whole === '' || fraction.length > zeros + PARTS_OF_FEN) return null;
  const fen = BigInt(whole + fraction.padEnd(zeros + PARTS_OF_FEN, '0'));
  const amount = textOf(fen);
  return amount.length > LONGEST + 1 + PARTS_OF_FEN ? null : { amount, currency };
};

const UNIT_OF: Readonly<Record<string, MoneyUnitName>> = {
  CNY: 'wan',
  USD: 'usd',
  EUR: 'eur',
  HKD: 'hkd',
  JPY: 'jpy',
  GBP: 'gbp',
};

/** An amount laid out as it would have been typed. */
export const typedOf = ({ amount, currency }: Money): TypedMoney => {
  const unit = UNIT_OF[currency] ?? 'wan';
  return { typed: inUnit(amount, MONEY_UNITS[unit].zeros).replace(/,/g, ''), unit };
};

/** 元 as exact text → that many zeros less, with thousands separators. */
const inUnit = (amount: string, zeros: number): string => {
  const fen = fenOf(amount) ?? 0n;
  const digits = (fen < 0n ? -fen : fen).toString().padStart(zeros + PARTS_OF_FEN + 1, '0');
  const cut = digits.length - zeros - PARTS_OF_FEN;
  const whole = digits.slice(0, cut).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = digits.slice(cut).replace(/0+$/, '');
  return `${fen < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
};

/** To two places, half up: 570,449,999.00 → 5.70. */
const inYi = (fen: bigint): string => {
  const hundredths = ((fen < 0n ? -fen : fen) + 50_000_000n) / 100_000_000n;
  const digits = hundredths.toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}`;
};

const ONE_YI = 10_000_000_000n; // 分

/** Money exactly: "57,000 万元", "1,200 万美元". */
export const exactly = ({ amount, currency }: Money): string => {
  const unit = UNIT_OF[currency];
  const word = unit === undefined ? `万 ${currency}` : MONEY_UNITS[unit].word.zh;
  return `${inUnit(amount, 4)} ${word}`;
};

/** 元, to the 分: what stands behind an amount in 万元. */
export const inYuan = ({ amount }: Money): string => `${inUnit(amount, 0)} 元`;

/** Money for reading: from one 亿元 on in 亿元 to two places, below in 万元; other currencies in their 万. */
export const forReading = (money: Money): string => {
  const fen = fenOf(money.amount) ?? 0n;
  return money.currency === 'CNY' && (fen < 0n ? -fen : fen) >= ONE_YI ? `${inYi(fen)} 亿元` : exactly(money);
};

/** Sums, each currency apart: money of two currencies is never added. */
export const sumOf = (of: readonly { readonly amount: Money }[]): readonly Money[] => {
  const sums = new Map<string, bigint>();
  for (const { amount: money } of of)
    sums.set(money.currency, (sums.get(money.currency) ?? 0n) + (fenOf(money.amount) ?? 0n));
  return [...sums].map(([currency, fen]) => ({ amount: textOf(fen), currency }));
};

/** What sums grew or shrank by, each currency apart; currencies without a change say nothing. */
export const changeOf = (before: readonly Money[], after: readonly Money[]): readonly Money[] =>
  sumOf([
    ...before.map(({ amount, currency }) => ({ amount: { amount: textOf(-(fenOf(amount) ?? 0n)), currency } })),
    ...after.map((amount) => ({ amount })),
  ]).filter(({ amount }) => fenOf(amount) !== 0n);

/** A change for reading, with its sign. */
export const changeForReading = ({ amount, currency }: Money): string => {
  const fell = amount.startsWith('-');
  return `${fell ? '−' : '+'}${forReading({ amount: fell ? amount.slice(1) : amount, currency })}`;
};

/** How many times `from` is contained in `to`, to one place and exactly: "6,063.8"; null where that says nothing. */
export const timesAsMuch = (from: Money, to: Money): string | null => {
  const [before, after] = [fenOf(from.amount), fenOf(to.amount)];
  if (before === null || after === null || before <= 0n || from.currency !== to.currency) return null;
  const tenths = (after * 10n + before / 2n) / before;
  return inUnit(`${tenths / 10n}.${tenths % 10n}0`, 0);
};

/** Whether one amount is at least twice, or at most half, the other: worth a second look. */
export const farApart = (from: Money, to: Money): boolean => {
  const [before, after] = [fenOf(from.amount), fenOf(to.amount)];
  if (before === null || after === null || before <= 0n || from.currency !== to.currency) return false;
  return after >= 2n * before || 2n * after <= before;
};

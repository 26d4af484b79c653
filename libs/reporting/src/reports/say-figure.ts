import {
  fraction,
  inUnit,
  percentOf,
  type Aspect,
  type Money,
  type MoneyUnit,
  type Ratio,
  type Rounding,
} from '#domain';
import type { FigureParts } from './report.ts';

/** What a figure says, and what that follows from; or why it says nothing. */
export type Said = { readonly printed: string; readonly follows: string } | { readonly because: Because };
/** Why a figure cannot be printed. */
export type Because = 'no-value' | 'no-year-before' | 'no-target' | 'no-rank' | 'does-not-follow';

const CURRENCIES: Readonly<Record<string, string>> = {
  CNY: '元',
  USD: '美元',
  EUR: '欧元',
  HKD: '港元',
  JPY: '日元',
  GBP: '英镑',
};
/** CNY → 元, USD → 美元; a code that nobody knows stays one. */
export const currencyWord = (currency: string): string => CURRENCIES[currency] ?? ` ${currency}`;

const scaleOf = (money: Money): MoneyUnit => {
  const [whole = ''] = money.amount.replace('-', '').split('.');
  return whole.length > 8 ? '亿元' : whole.length > 4 ? '万元' : '元';
};

/** 3278710000.00 元 → 32.7871亿元, to the last digit: an amount is never rounded on its way to paper. */
export const sayMoney = (money: Money, unit: MoneyUnit | null): string => {
  const scale = unit ?? scaleOf(money);
  return `${inUnit(money, scale)}${scale.slice(0, -1)}${currencyWord(money.currency)}`;
};

const sayValue = (value: Money | string | Ratio, unit: MoneyUnit | null): string => {
  if (typeof value === 'string') return value;
  return 'percent' in value ? `${value.percent}%` : sayMoney(value, unit);
};

/** Whether a percentage is what its numerator and denominator make. */
const follows = ({ numerator, denominator, percent }: Ratio, rounding: Rounding): boolean => {
  const exact = fraction(BigInt(numerator), BigInt(denominator));
  return exact !== null && percentOf(exact, rounding) === percent;
};

const partsOf = ({ numerator, denominator }: Ratio): string => `${numerator} ÷ ${denominator}`;

const moved = ({ numerator, percent }: Ratio): string => {
  if (BigInt(numerator) === 0n) return '持平';
  return percent.startsWith('-') ? `下降${percent.slice(1)}%` : `增长${percent}%`;
};

const LACKS: Readonly<Record<Aspect, Because>> = {
  value: 'no-value',
  previous: 'no-year-before',
  change: 'no-year-before',
  target: 'no-target',
  progress: 'no-target',
  pace: 'no-target',
  rank: 'no-rank',
};

const ASPECT_WORDS: Readonly<Record<Aspect, string>> = {
  value: '',
  previous: '（上年同期）',
  change: '（同比）',
  target: '（年度目标）',
  progress: '（完成进度）',
  pace: '（与序时进度之差）',
  rank: '（位次）',
};

const wordsOf = (aspect: Aspect, figure: FigureParts, unit: MoneyUnit | null): string | null => {
  const { value, previous, yearOnYear, target, progress, shortfall, rank } = figure;
  switch (aspect) {
    case 'value':
      return value === null ? null : sayValue(value, unit);
    case 'previous':
      return previous === null ? null : sayValue(previous, unit);
    case 'change':
      return yearOnYear === null ? null : moved(yearOnYear);
    case 'target':
      return target === null ? null : sayValue(target, unit);
    case 'progress':
      return progress === null ? null : `${progress.percent}%`;
    case 'pace':
      if (progress === null) return null;
      return shortfall === null ? '达到序时进度' : `落后序时进度${shortfall}个百分点`;
    case 'rank':
      return rank === null ? null : `第${rank}位`;
  }
};

const ratioBehind = (aspect: Aspect, { value, previous, yearOnYear, progress }: FigureParts): Ratio | null => {
  if (aspect === 'change') return yearOnYear;
  if (aspect === 'progress' || aspect === 'pace') return progress;
  const shown = aspect === 'value' ? value : aspect === 'previous' ? previous : null;
  return shown !== null && typeof shown !== 'string' && 'percent' in shown ? shown : null;
};

/** What of a figure is printed; `title`: what its metric is called. A percentage that its parts do not make is not printed. */
export const sayFigure = (
  title: string,
  aspect: Aspect,
  figure: FigureParts,
  unit: MoneyUnit | null,
  rounding: Rounding,
): Said => {
  const printed = wordsOf(aspect, figure, unit);
  if (printed === null) return { because: LACKS[aspect] };
  const ratio = ratioBehind(aspect, figure);
  if (ratio !== null && !follows(ratio, rounding)) return { because: 'does-not-follow' };
  const name = `${title}${ASPECT_WORDS[aspect]}`;
  return { printed, follows: ratio === null ? name : `${name} = ${partsOf(ratio)}` };
};

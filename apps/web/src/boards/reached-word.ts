import { exactly, forReading } from '../parts/money.ts';

/** What a number of a metric is: money in yuan, a count, or a share. */
export type Measure = 'money' | 'count' | 'percent';

/** What a unit reached, as it is read: money in 亿元 or 万元 with the exact amount beside, a count whole, a share with its sign; as it stands where nobody knows what it measures. */
export const reachedWord = (
  reached: string,
  measure: Measure | undefined,
): { readonly said: string; readonly exact?: string } => {
  const whole = reached.replace(/\.0+$/, '');
  if (measure === 'count') return { said: whole };
  if (measure === 'percent') return { said: `${reached} %` };
  if (measure === undefined) return { said: reached };
  const money = { amount: reached, currency: 'CNY' };
  return { said: forReading(money), exact: exactly(money) };
};

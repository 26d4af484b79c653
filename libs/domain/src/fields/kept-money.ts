import { keptAmount, type Money } from '../money.ts';

const CURRENCY = /^[A-Z]{3}$/;

/** Money as the log keeps it ("1000" as "1000.00"); null where it is none. A number is refused: a float cannot hold it exactly. */
export const keptMoney = (value: unknown): Money | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { amount, currency, ...rest } = value as Record<string, unknown>;
  if (typeof amount !== 'string' || typeof currency !== 'string' || Object.keys(rest).length > 0) return null;
  const kept = keptAmount(amount);
  return kept === null || !CURRENCY.test(currency) ? null : { amount: kept, currency };
};

import type { Money } from '#domain';
import type { Unit } from '../cells/units.ts';

/** The unit and the currency that a row's own columns tell for its amounts. */
export interface RowMoney {
  readonly unit: Unit | null;
  readonly currency: string | null;
}

/** An amount that names no currency itself is in that of its row. */
export const inCurrencyOf = ({ currency }: RowMoney, money: Money): Money =>
  currency !== null && money.currency === 'CNY' ? { ...money, currency } : money;

import type { Definition } from '#domain';
import type { Values } from '../lists/list-filter.ts';

/** An amount of a project row `r` in 元: foreign money at the definition's rate, null where it names none. Dollars are never compared as 元. */
export const yuanSql = (amount: string, { conversions }: Definition, values: Values): string => {
  const rates = conversions.map(
    ({ currency, rate }) => `when ${values.value(currency)} then ${amount} * ${values.value(rate)}::numeric`,
  );
  return `(case coalesce(r.currency, 'CNY') when 'CNY' then ${amount} ${rates.join(' ')} end)`;
};

import { inUnit, type Money } from '#domain';

/** Other roundings of the same sum lie this near, as a part of it. */
export const NEAR = 0.005;

/** An amount as findings say it, in both languages: 50000万元, 300万元USD. */
export const amountWords = (money: Money): string =>
  `${inUnit(money, '万元')}万元${money.currency === 'CNY' ? '' : money.currency}`;

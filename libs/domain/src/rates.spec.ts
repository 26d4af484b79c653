import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCreditCode } from './credit-code.ts';
import { CurrenciesDiffer, addMoney, fromUnit, inUnit, money, sumPercents } from './money.ts';
import { ratio, yearOnYear, type Rounding } from './rates.ts';

const figures = JSON.parse(readFileSync(join(__dirname, '../../../test/acceptance/figures.json'), 'utf8')) as {
  rates: { id: string; numerator: string; denominator: string; printed: string; places: number; rounding: Rounding }[];
  yearOnYear: { id: string; current: string; previous: string; printed: string; places: number }[];
  creditCodes: { valid: string[]; remainderZero: string[]; issuedButFailingCheck: string[] };
};

it.each(figures.rates)(
  '$id prints as the report does: $printed',
  ({ numerator, denominator, places, rounding, printed }) =>
    expect(ratio(numerator, denominator, places, rounding)).toBe(printed),
);
it.each(figures.yearOnYear)('$id grew by $printed', ({ current, previous, places, printed }) =>
  expect(yearOnYear(current, previous, places)).toBe(printed),
);
it('prints no percentage of nothing', () => expect([ratio('1', '0'), yearOnYear('1', '0')]).toEqual([null, null]));

it.each([...figures.creditCodes.valid, ...figures.creditCodes.remainderZero])(
  'credit code %s passes its check',
  (code) => expect(isCreditCode(code)).toBe(true),
);
it.each(figures.creditCodes.issuedButFailingCheck)('credit code %s fails its check', (code) =>
  expect(isCreditCode(code)).toBe(false),
);

it('reads 2.66 亿元 and gives it back exactly', () => {
  expect(fromUnit('2.66', '亿元')).toEqual({ amount: '266000000.00', currency: 'CNY' });
  expect(inUnit(fromUnit('2.66', '亿元'), '万元')).toBe('26600');
});
it('never adds two currencies', () =>
  expect(() => addMoney(money('1', 'CNY'), money('1', 'USD'))).toThrow(CurrenciesDiffer));
it('adds credit shares exactly', () => expect(sumPercents(['33.3', '33.3', '33.4'])).toBe('100'));

import { CurrenciesDiffer, addMoney, fromUnit, inUnit, money, sumPercents } from './money.ts';

it('reads 2.66 亿元 and gives it back exactly', () => {
  expect(fromUnit('2.66', '亿元')).toEqual({ amount: '266000000.00', currency: 'CNY' });
  expect(inUnit(fromUnit('2.66', '亿元'), '万元')).toBe('26600');
});
it('never adds two currencies', () =>
  expect(() => addMoney(money('1', 'CNY'), money('1', 'USD'))).toThrow(CurrenciesDiffer));
it('adds credit shares exactly', () => expect(sumPercents(['33.3', '33.3', '33.4'])).toBe('100'));

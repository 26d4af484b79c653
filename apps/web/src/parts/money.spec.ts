import { changeForReading, changeOf, forReading } from './money.ts';

const cny = (amount: string) => ({ amount, currency: 'CNY' });
const usd = (amount: string) => ({ amount, currency: 'USD' });

it('sums of two days differ by currency, exactly, and what did not change says nothing', () => {
  expect(changeOf([cny('57680000000.00'), usd('5.00')], [cny('50650000000.00'), usd('5.00')])).toEqual([
    cny('-7030000000.00'),
  ]);
  expect(changeOf([], [usd('0.10')])).toEqual([usd('0.10')]);
  expect(changeOf([cny('0.30')], [])).toEqual([cny('-0.30')]);
});

it('a change is read with its sign in the unit that fits it', () => {
  expect(changeForReading(cny('-7030000000.00'))).toBe('−70.30 亿元');
  expect(changeForReading(cny('84000000.00'))).toBe('+8,400 万元');
  expect(forReading(cny('570449999.00'))).toBe('5.70 亿元');
});

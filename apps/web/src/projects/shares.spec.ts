import type { TypedMoney } from '../parts/money.ts';
import { notYetShared } from './shares.ts';

const contracted = { amount: '150000000.00', currency: 'CNY' };
const typed = (amount: string, unit: TypedMoney['unit'] = 'wan'): TypedMoney => ({ typed: amount, unit });
const left = (amount: string, currency = 'CNY') => [{ amount, currency }];

it('says what of the contract is not shared out yet, also while nothing or no amount is typed', () => {
  expect(notYetShared(contracted, {})).toEqual(left('150000000.00'));
  expect(notYetShared(contracted, { children: [undefined, {}, { contracted: typed('一亿') }] })).toEqual(
    left('150000000.00'),
  );
  expect(notYetShared(contracted, { children: [{ contracted: typed('0.5', 'yi') }], rest: typed('9900') })).toEqual(
    left('1000000.00'),
  );
});

it('says by how much the parts are more than the whole, and nothing where they come to it', () => {
  expect(notYetShared(contracted, { rest: typed('15001') })).toEqual(left('-10000.00'));
  expect(notYetShared(contracted, { children: [{ contracted: typed('15000') }] })).toEqual([]);
});

it('takes no foreign money for a share of the contract', () =>
  expect(notYetShared(contracted, { rest: typed('1', 'usd') })).toEqual([
    ...left('-10000.00', 'USD'),
    ...left('150000000.00'),
  ]));

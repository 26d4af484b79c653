import { fundingProgress } from './funding-progress.ts';
import type { Arrival } from './project-state.ts';

const yuan = (amount: string, currency = 'CNY') => ({ amount, currency });
const arrival = (on: string, amount: string, more: object = {}): Arrival =>
  ({ on, amount: yuan(amount), certified: { on }, reversed: null, ...more }) as Arrival;
const SCHEDULE = [
  { due: '2026-06-30', amount: yuan('3000000.00') },
  { due: '2026-03-31', amount: yuan('1000000.00') },
  { due: '2026-12-31', amount: yuan('2000000.00') },
];

it('lays each instalment against what was certified by its day, and says what is missing today', () => {
  const arrivals = [
    arrival('2026-03-01', '400000.00'),
    arrival('2026-05-01', '800000.00'),
    arrival('2026-03-02', '9000000.00', { certified: null }),
    arrival('2026-03-02', '9000000.00', { reversed: { on: '2026-03-03' } }),
    arrival('2026-03-02', '9000000.00', { amount: yuan('9000000.00', 'USD') }),
  ];
  const found = fundingProgress(SCHEDULE, arrivals, '2026-08-01');
  expect(
    found.map(({ due, promised, arrived, missing }) => [due, promised.amount, arrived.amount, missing?.amount]),
  ).toEqual([
    ['2026-03-31', '1000000.00', '400000.00', undefined], // late, but there by now
    ['2026-06-30', '4000000.00', '1200000.00', '2800000.00'],
    ['2026-12-31', '6000000.00', '1200000.00', undefined], // not due yet
  ]);
});

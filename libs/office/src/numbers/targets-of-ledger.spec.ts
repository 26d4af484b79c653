import { foldOrganisation } from '#domain';
import type { TargetRow } from '#imports';
import { targetsOfLedger } from './targets-of-ledger.ts';

const line = (unit: string, amount: string, row: number, within: string | null = null): TargetRow => ({
  metric: 'signed-amount',
  definition: null,
  issuer: '市',
  unit,
  within,
  year: '2023',
  value: { money: { amount, currency: 'CNY' } },
  provisional: false,
  document: null,
  cell: `B${row}`,
});
const tree = foldOrganisation([]);

it('a part of the unit above it says so, and does not make the whole a place among others', () => {
  const rows = [line('全区', '300.00', 3), line('高新园', '80.00', 4, '全区'), line('物流园', '60.00', 5, '全区')];
  const bodies = targetsOfLedger(rows, tree).map(({ body }) => body);
  expect(bodies[0]).not.toHaveProperty('unit');
  expect(bodies[0]).not.toHaveProperty('within');
  expect(bodies.slice(1)).toMatchObject([
    { unit: '高新园', within: '全区' },
    { unit: '物流园', within: '全区' },
  ]);
});

import { foldOrganisation, isoDate, type OrganisationEvent } from '#domain';
import type { TargetRow } from '#imports';
import { targetsOfLedger, unitsUnknown } from './targets-of-ledger.ts';

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
const unit = (code: string, name: string, kind: string, parent: string | null): OrganisationEvent => ({
  type: 'UnitAdded',
  occurredOn: isoDate('2023-01-01'),
  data: { code, name, kind, parent },
});

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

it('a name that no unit bears is kept as written, never the whole bureau’s, unless it names the whole', () => {
  const known = foldOrganisation([
    unit('HQ', '清溪区投资促进局', '招商机构', null),
    unit('01', '招商一局', '任务单位', 'HQ'),
    unit('R', '清溪区', '行政区', null),
  ]);
  const holder = (name: string) =>
    (targetsOfLedger([line(name, '100.00', 2)], known)[0]!.body as { unit?: string }).unit ?? null;
  expect(['招商一局', '01', '招商一句', '全区', '清溪区', '清溪', '合计'].map(holder)).toEqual([
    '01',
    '01',
    '招商一句',
    null,
    null,
    null,
    null,
  ]);
  const lines = targetsOfLedger([line('招商一句', '1.00', 2), line('招商一局', '2.00', 3)], known);
  expect(unitsUnknown(lines, known)).toEqual(['招商一句']);
});

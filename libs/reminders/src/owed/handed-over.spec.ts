import { DEFAULT_RULES } from '#domain';
import { day } from '../../../../test/support/project-facts.ts';
import { history, type Fact } from '../../../../test/support/project-history.ts';
import type { HolderOf } from './addressees.ts';
import { owed } from './owed.ts';

const named = (id: string, name: string) => ({ id, name });
const HANDED_OVER: readonly Fact[] = [
  ['ProjectRecorded', '2026-05-20', { code: 'A', title: '轴承', unit: '招商一科' }],
  [
    'OwnerAssigned',
    '2026-05-20',
    {
      unit: '招商一科',
      leader: named('zhou', '周局'),
      steward: named('zhang', '张甲'),
      liaisons: [named('li', '李乙')],
    },
  ],
  ['ContractSigned', '2026-06-01', { contracted: { amount: '100.00', currency: 'CNY' }, agreedStart: '2027-01-15' }],
  ['TransferRequested', '2026-11-20', { fromUnit: '招商一科', toUnit: '招商二科' }],
  ['TransferAccepted', '2026-11-20', { fromUnit: '招商一科', toUnit: '招商二科' }],
];
const told = (events: readonly Fact[], holder: HolderOf) =>
  owed(history(events), DEFAULT_RULES, day('2026-11-20'), day('2027-03-31'), holder).filter(
    ({ outcome }) => outcome === 'expected',
  );
const OLD_PEOPLE = ['张甲', '李乙', '周局'];
const nobody: HolderOf = () => null;

describe('a project that was handed over', () => {
  it('is chased in December and after: there is something to be told at all', () =>
    expect(told(HANDED_OVER, nobody).map(({ rung }) => rung)).toEqual(expect.arrayContaining(['near-due', 'due'])));

  it('is no longer told to the old unit’s people, in their own name or as people of the new unit', () => {
    for (const { to } of told(HANDED_OVER, nobody)) for (const one of to) expect(OLD_PEOPLE).not.toContain(one.person);
  });

  it('is told to the head of the new unit until it names its own, and without a head to the supervision office', () => {
    const near = (holder: HolderOf) => told(HANDED_OVER, holder).find(({ rung }) => rung === 'near-due')!;
    const head: HolderOf = (unit, role) =>
      unit === '招商二科' && role === 'head' ? { id: null, name: '钱科长' } : null;
    expect([near(head).to, near(head).why?.code]).toEqual([
      [{ unit: '招商二科', role: 'owner-head', person: '钱科长' }],
      'handed-over',
    ]);
    expect([near(nobody).to, near(nobody).why]).toEqual([
      [{ unit: null, role: 'supervision-office', person: null }],
      { code: 'nobody-holds', data: { roles: ['steward', 'liaisons'], unit: '招商二科' } },
    ]);
  });

  it('is told to the new unit’s own people from the day on which it names them', () => {
    const own = [
      ...HANDED_OVER,
      ['OwnerAssigned', '2026-12-01', { steward: named('sun', '孙管家') }],
    ] as typeof HANDED_OVER;
    const near = told(own, nobody).find(({ rung, clock }) => rung === 'near-due' && clock === 'agreed-start')!;
    expect([near.to, near.why]).toEqual([[{ unit: '招商二科', role: 'steward', person: '孙管家', id: 'sun' }], null]);
  });
});

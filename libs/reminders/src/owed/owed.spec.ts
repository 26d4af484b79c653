import { DEFAULT_POLICY, DEFAULT_RULES, money, rulesOf, type RecordedEvent } from '#domain';
import { day } from '../../../../test/support/project-facts.ts';
import { history, type Fact } from '../../../../test/support/project-history.ts';
import type { HolderOf } from './addressees.ts';
import { owed } from './owed.ts';

const holder: HolderOf = (unit) => (unit === 'Park' ? { id: null, name: 'Head of Park' } : null);
const told = (events: readonly RecordedEvent[], from: string, to: string) =>
  owed(events, DEFAULT_RULES, day(from), day(to), holder)
    .filter(({ clock }) => clock === 'agreed-start')
    .map(({ rung, recurrence, on, outcome }) => `${on} ${rung} ${recurrence} ${outcome}`);
const signed: readonly Fact[] = [
  ['ProjectRecorded', '2022-01-10', { code: 'A', title: 'Works', unit: 'Park' }],
  ['ContractSigned', '2022-01-10', { contracted: money('100.00'), agreedStart: '2022-07-01' }],
];
const LEDGER = signed.map(([type, on, data]): Fact => [type, on, data, '2022-11-01']);

it('owes the ladder of an agreed start, each rung on its day and sent on a working day', () => {
  expect(told(history(signed), '2022-06-01', '2022-12-31')).toEqual([
    '2022-06-01 near-due 1 expected',
    '2022-06-24 near-due 2 expected',
    '2022-07-01 due 1 expected',
    '2022-07-02 reminder 1 expected',
    '2022-07-17 reminder 2 expected',
    '2022-08-01 supervision 1 expected',
    '2022-09-30 circular 1 expected',
    '2022-12-28 interview 1 expected',
  ]);
  const reminder = owed(history(signed), DEFAULT_RULES, day('2022-07-02'), day('2022-07-02'), holder)[0]!;
  expect([reminder.sendOn, reminder.to]).toEqual([
    '2022-07-04',
    [{ unit: 'Park', role: 'owner-head', person: 'Head of Park' }],
  ]); // 2 July 2022 is a Saturday
});
it('owes nothing from the day on which the clock stops, and nothing twice where a due day moves', () => {
  expect(told(history([...signed, ['StartCertified', '2022-07-17', {}]]), '2022-06-01', '2022-12-31').at(-1)).toBe(
    '2022-07-02 reminder 1 expected',
  );
  const moved = told(
    history([
      ...signed,
      [
        'ContractAmended',
        '2022-06-10',
        { kind: 'schedule', agreedStartFrom: '2022-07-01', agreedStartTo: '2022-09-01' },
      ],
    ]),
    '2022-06-01',
    '2022-09-02',
  );
  expect(moved).toEqual([
    '2022-06-01 near-due 1 expected',
    '2022-08-25 near-due 2 expected',
    '2022-09-01 due 1 expected',
    '2022-09-02 reminder 1 expected',
  ]);
});
it('sends nothing for the past of an imported history but the highest rung reached', () =>
  expect(told(history(LEDGER, true), '2022-06-01', '2022-12-31')).toEqual([
    '2022-06-01 near-due 1 suppressed',
    '2022-06-24 near-due 2 suppressed',
    '2022-07-01 due 1 suppressed',
    '2022-07-02 reminder 1 suppressed',
    '2022-07-17 reminder 2 suppressed',
    '2022-08-01 supervision 1 suppressed',
    '2022-09-30 circular 1 expected',
    '2022-12-28 interview 1 expected',
  ]));
it('tells the supervision office where nobody holds the role, and says so', () => {
  const [near] = owed(history(signed), DEFAULT_RULES, day('2022-06-01'), day('2022-06-01'), holder);
  expect([near!.to, near!.why]).toEqual([
    [{ unit: null, role: 'supervision-office', person: null }],
    { code: 'nobody-holds', data: { roles: ['steward', 'liaisons'], unit: 'Park' } },
  ]);
});
it('withdraws what waited for a working day when its clock stops before it', () => {
  // 2 July 2022 is a Saturday: the reminder of the first late day would be sent on Monday, 4 July.
  expect(told(history([...signed, ['StartCertified', '2022-07-04', {}]]), '2022-07-02', '2022-12-31')).toEqual([
    '2022-07-02 reminder 1 withdrawn',
  ]);
  expect(told(history([...signed, ['StartCertified', '2022-07-05', {}]]), '2022-07-02', '2022-12-31')).toEqual([
    '2022-07-02 reminder 1 expected',
  ]);
});
it('goes over to a new policy on the day from which it is in force', () => {
  const later = rulesOf([
    {
      type: 'PolicyPublished',
      data: {
        policy: {
          ...DEFAULT_POLICY,
          version: 2,
          validFrom: day('2022-07-10'),
          ladder: [{ rung: 'interview', when: { daysLate: 20 }, to: ['supervision-office'] }],
        },
      },
    },
  ]);
  const notices = owed(history(signed), later, day('2022-07-01'), day('2022-12-31'), holder).filter(
    ({ clock }) => clock === 'agreed-start',
  );
  expect(notices.map(({ rung, on, policyVersion }) => [rung, on, policyVersion])).toEqual([
    ['due', '2022-07-01', 1],
    ['reminder', '2022-07-02', 1],
    ['interview', '2022-07-21', 2],
  ]);
});

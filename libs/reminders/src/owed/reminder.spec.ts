import { DEFAULT_RULES, money, type IsoDate, type PersonId } from '#domain';
import { history, type Fact } from '../../../../test/support/project-history.ts';
import { waiting } from '../../../../test/support/reminders.ts';
import { keyOf } from './names.ts';
import { reconciled, remindersOf, sameAddressees, sameReason, type Reminder } from './reminder.ts';

const TODAY = '2026-06-10' as IsoDate;
const PAST = '2026-06-01' as IsoDate;
const AHEAD = '2026-06-20' as IsoDate;
const holder = () => null;

const SIGNED: readonly Fact[] = [
  ['ProjectRecorded', '2022-01-10', { code: 'A', title: 'Works', unit: 'Park' }],
  ['ContractSigned', '2022-01-10', { contracted: money('100.00'), agreedStart: '2022-07-01' }],
];

describe('what the facts of a project owe', () => {
  const of = (facts: readonly Fact[], imported = false) =>
    remindersOf(history(facts, imported), DEFAULT_RULES, holder).filter(({ clock }) => clock === 'agreed-start');

  it('waits for nine o’clock of a working day, under a key that follows from its name', () => {
    const reminder = of(SIGNED).find(({ on }) => on === ('2022-07-02' as IsoDate))!; // a Saturday
    expect(reminder).toEqual({
      ...{
        subject: 'project-x',
        project: 'x',
        clock: 'agreed-start',
        policyVersion: 1,
        rung: 'reminder',
        recurrence: 1,
      },
      ...{ on: '2022-07-02', sendAt: '2022-07-04T01:00:00.000Z', plan: 'send', key: keyOf(reminder) },
      to: [{ unit: null, role: 'supervision-office', person: null }],
      why: { code: 'nobody-holds', data: { roles: ['owner-head'], unit: 'Park' } },
      ...{ state: 'waiting', settledAt: null, settledIn: null, into: null, order: null, acknowledgedBy: [] },
    });
  });
  it('is sent, suppressed where it was known too late, or withdrawn where its clock stopped before its day of sending', () => {
    const stopped = of([...SIGNED, ['StartCertified', '2022-07-04', {}]]);
    expect(stopped.find(({ on }) => on === ('2022-07-02' as IsoDate))!.plan).toBe('withdraw');
    const late = of(
      SIGNED.map(([type, on, data]): Fact => [type, on, data, '2022-11-01']),
      true,
    );
    expect(new Set(late.filter(({ on }) => on < '2022-09-01').map(({ plan }) => plan))).toEqual(new Set(['suppress']));
  });
  it('is nothing before the first fact', () => expect(remindersOf([], DEFAULT_RULES, holder)).toEqual([]));
});

const WHY = { code: 'known-too-late', data: {} } as NonNullable<Reminder['why']>;
const [A, B] = [
  { unit: '01', role: 'steward', person: '管家' },
  { unit: '01', role: 'liaison', person: '联络员' },
];

it('people are the same in the same places, under the same roles and names', () => {
  expect(sameAddressees([A, B], [{ ...A }, { ...B, id: 'li' as PersonId }])).toBe(true);
  const others = [[], [A], [B, A], [A, B, B], ...['unit', 'role', 'person'].map((part) => [A, { ...B, [part]: 'x' }])];
  expect(others.map((one) => sameAddressees([A, B], one))).toEqual(others.map(() => false));
});

it('a reason is the same where it says the same', () => {
  const stopped = (on: string) => ({ code: 'clock-stopped', data: { on } }) as NonNullable<Reminder['why']>;
  expect([sameReason(null, null), sameReason(WHY, { ...WHY }), sameReason(stopped(PAST), stopped(PAST))]).toEqual([
    true,
    true,
    true,
  ]);
  expect([sameReason(null, WHY), sameReason(WHY, null), sameReason(stopped(PAST), stopped(AHEAD))]).toEqual([
    false,
    false,
    false,
  ]);
});

describe('the ledger of a project, when its facts have changed', () => {
  const row = waiting({ on: AHEAD });

  it('takes up what is newly owed, and leaves alone what is owed as before', () => {
    const due = waiting({ rung: 'due', on: AHEAD });
    expect(reconciled([row], [{ ...row, to: [...row.to] }, due], TODAY)).toEqual({ write: [due], drop: [] });
  });

  it.each<readonly [string, Partial<Reminder>]>([
    ['falls on another day', { on: TODAY }],
    ['is sent at another hour', { sendAt: '2026-06-21T01:00:00.000Z' }],
    ['is not to be sent', { plan: 'suppress' }],
    ['has another reason', { why: WHY }],
    ['is for others', { to: [B] }],
  ])('writes anew what %s', (_how, change) => {
    const now = { ...row, ...change };
    expect(reconciled([row], [now], TODAY)).toEqual({ write: [now], drop: [] });
  });

  it('leaves what came to an outcome as it is, wanted otherwise or not at all', () => {
    const sent = { ...row, on: PAST, state: 'sent' as const };
    expect(reconciled([sent], [{ ...row, on: AHEAD }], TODAY)).toEqual({ write: [], drop: [] });
    expect(reconciled([sent], [], TODAY)).toEqual({ write: [], drop: [] });
  });

  it('drops what is owed no more and never fell due', () => {
    expect(reconciled([row], [], TODAY)).toEqual({ write: [], drop: [row.key] });
    expect(reconciled([{ ...row, plan: 'withdraw' }], [], TODAY)).toEqual({ write: [], drop: [row.key] });
  });

  it.each([PAST, TODAY])('withdraws at once what is owed no more and fell due: %s', (on) => {
    const fell = waiting({ on });
    expect(reconciled([fell], [], TODAY)).toEqual({
      write: [
        { ...fell, plan: 'withdraw', sendAt: '2026-06-09T01:00:00.000Z', why: { code: 'no-longer-owed', data: {} } },
      ],
      drop: [],
    });
  });

  it('withdraws it once', () => {
    const waits = waiting({ on: PAST, plan: 'withdraw' });
    expect(reconciled([waits], [], TODAY)).toEqual({ write: [], drop: [] });
  });
});

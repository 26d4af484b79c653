import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  DEFAULT_RULES,
  fold,
  isWorkingDay,
  money,
  runningClocks,
  type ClockName,
  type IsoDate,
  type KnownProject,
  type Placed,
  type ProjectEvent,
} from '../index.ts';

const day = (text: string): IsoDate => text as IsoDate;
const { calendar } = DEFAULT_RULES;
const project = (facts: readonly (readonly [ProjectEvent['type'], string, object])[]): KnownProject =>
  fold(
    facts.map(([type, occurredOn, data], index) => ({ type, occurredOn, data, version: index + 1 }) as Placed),
  ) as KnownProject;
const clock = (name: ClockName, one: KnownProject) =>
  runningClocks(one, DEFAULT_RULES.policies[0]!, calendar).find((running) => running.clock === name)!;

const lead = (from: string, to: string | null) =>
  project([
    ['LeadRegistered', '2024-09-09', { code: 'A', title: '桥' }],
    ['LeadAcknowledged', '2024-09-10', {}],
    ['LeadScreened', '2024-09-11', { valuable: true }],
    ['ProjectSuspended', from, { reason: '洪水' }],
    ...(to === null ? [] : [['ProjectResumed', to, {}] as const]),
  ]);

describe('a clock of working days is a budget of unpaused working days', () => {
  it('a hold on working days moves the due day by as many working days', () =>
    expect(clock('lead-response', lead('2024-09-11', '2024-09-13')).due).toBe('2024-09-23')); // counted: 10, 13, 14, 18, 19, 20, 23
  it('a hold over a worked Saturday and three days off costs one working day', () =>
    expect(clock('lead-response', lead('2024-09-14', '2024-09-18')).due).toBe('2024-09-20')); // counted: 10, 11, 12, 13, 18, 19, 20
  it('a hold on days off moves nothing, and one without an end keeps the day from coming', () => {
    expect(clock('lead-response', lead('2024-09-15', '2024-09-18')).due).toBe('2024-09-19');
    expect(clock('lead-response', lead('2024-09-15', null)).due).toBeNull();
  });
  it('on the due day the whole budget has passed, and a day before it has not, wherever the hold lies', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 12 }), (after, length) => {
        const from = addDays(day('2024-09-09'), after);
        const due = clock('lead-response', lead(from, addDays(from, length))).due!;
        let counted = 0;
        for (let one = day('2024-09-10'); one <= due; one = addDays(one, 1))
          if (isWorkingDay(one, calendar) && (one < from || one >= addDays(from, length))) counted += 1;
        expect(counted).toBe(7);
        expect(isWorkingDay(due, calendar)).toBe(true);
      }),
    ));
  it('a pause of a hundred years is stepped over', () =>
    expect(
      addWorkingDays(day('2024-09-09'), 2, calendar, [{ from: day('2024-09-11'), to: day('2124-09-11') }]).day,
    ).toBe('2124-09-12'));
});

describe('silence counts while somebody listens', () => {
  const signed = ['ContractSigned', '2020-05-06', { contracted: money('1') }] as const;
  const adopted = [
    'ProjectRecorded',
    '2020-05-06',
    { code: 'A', title: '桥', progressKnownFrom: '2026-01-05' },
  ] as const;
  it('for a project from a ledger without any progress, from the adoption on', () =>
    expect(clock('no-progress', project([adopted, signed])).startedBy).toEqual({
      event: 'ProjectRecorded',
      version: 1,
      on: '2026-01-05',
    }));
  it('from its first line on, the line counts', () =>
    expect(
      clock('no-progress', project([adopted, signed, ['ProgressReported', '2025-12-01', { text: '平整' }]])).startedBy,
    ).toEqual({ event: 'ProgressReported', version: 3, on: '2025-12-01' }));
  it('a blank in a column of progress is silence since the signing', () =>
    expect(
      clock('no-progress', project([['ProjectRecorded', '2020-05-06', { code: 'A', title: '桥' }], signed])).startedBy
        .on,
    ).toBe('2020-05-06'));
});

it('a reactivated project says since when it lives again', () => {
  const ended = project([
    ['ProjectRecorded', '2020-05-06', { code: 'A', title: '桥' }],
    ['ContractSigned', '2020-05-06', { contracted: money('1') }],
    ['ProjectTerminated', '2021-05-06', { kind: 'revoked', reason: '误记' }],
    ['ProjectReactivated', '2026-01-05', { from: 'terminated', reason: '复工', restart: [] }],
  ]);
  expect([ended.end, ended.reactivated]).toEqual([null, { on: '2026-01-05', version: 4 }]);
});

import { DEFAULT_POLICY, DEFAULT_RULES, money, rulesOf } from '#domain';
import { day } from '../../../../test/support/project-facts.ts';
import { history } from '../../../../test/support/project-history.ts';
import { forward } from './forward.ts';
import { pausesOf } from './pauses.ts';
import { calendarWindow, policyWindow } from './window.ts';

const signed = [
  ['ProjectRecorded', '2022-01-10', { code: 'A', title: 'Works', unit: 'Park' }],
  ['ContractSigned', '2022-01-10', { contracted: money('100.00'), agreedStart: '2022-07-01' }],
] as const;
const told = [...signed, ['ProgressReported', '2022-06-20', { text: 'levelling' }]] as const;

describe('what comes', () => {
  it('names due days, notices and the day on which a project turns red, and nothing later', () => {
    const ahead = forward(history(told), DEFAULT_RULES, day('2022-06-25'), 90, () => null)!; // up to 23 September
    expect(ahead.project).toEqual({ id: 'x', code: 'A', name: 'Works' });
    expect(ahead.dues).toEqual([
      { clock: 'no-progress', on: '2022-08-20' },
      { clock: 'agreed-start', on: '2022-07-01' },
    ]);
    expect(
      ahead.notices.filter(({ clock }) => clock === 'agreed-start').map(({ rung, on }) => `${rung} ${on}`),
    ).toEqual(['due 2022-07-01', 'reminder 2022-07-02', 'reminder 2022-07-17', 'supervision 2022-08-01']);
    expect(ahead.reds).toEqual([{ clock: 'no-progress', on: '2022-09-21' }]); // three months of silence from 20 June
    expect(forward(history(told), DEFAULT_RULES, day('2022-06-25'), 30, () => null)!.reds).toEqual([]);
  });
  it('a project that is red already does not turn red again, and one that ended has nothing to come', () => {
    expect(forward(history(told), DEFAULT_RULES, day('2022-09-21'), 30, () => null)!.reds).toEqual([
      { clock: 'no-progress', on: '2022-09-21' },
    ]); // today
    expect(forward(history(told), DEFAULT_RULES, day('2022-09-22'), 30, () => null)!.reds).toEqual([]);
    expect(
      forward(
        history([...told, ['ProjectTerminated', '2022-06-21', { kind: 'revoked', reason: 'gone' }]]),
        DEFAULT_RULES,
        day('2022-06-25'),
        90,
        () => null,
      ),
    ).toBeNull();
  });
  it('goes by the policy that will be in force', () => {
    const sharper = {
      ...DEFAULT_POLICY,
      version: 2,
      validFrom: day('2022-07-10'),
      scale: { ...DEFAULT_POLICY.scale, orangeDaysLate: 15, redDaysLate: 20 },
    };
    expect(
      forward(
        history(told),
        rulesOf([{ type: 'PolicyPublished', data: { policy: sharper } }]),
        day('2022-06-25'),
        30,
        () => null,
      )!.reds,
    ).toEqual([{ clock: 'agreed-start', on: '2022-07-21' }]);
  });
});

describe('the ledger of pauses', () => {
  const paused = [
    ...signed,
    ['ProjectSuspended', '2022-03-01', { reason: 'approval' }],
    ['ProjectResumed', '2022-03-11', {}],
    ['ExcuseAccepted', '2022-05-01', { clock: 'agreed-start', until: '2022-05-20', reason: 'flood' }],
  ] as const;
  const agreed = (on: string) =>
    pausesOf(history(paused), DEFAULT_RULES, day(on)).find(({ clock }) => clock === 'agreed-start')!;
  it('names each pause with its days and the fact behind it, and what is left of the time', () => {
    // 172 days from 10 January to 1 July. Up to 31 May 141 days have passed, 10 of them held and 20 excused.
    expect(agreed('2022-05-31')).toEqual({
      clock: 'agreed-start',
      startedOn: '2022-01-10',
      stoppedOn: null,
      due: '2022-07-31',
      budget: { given: 172, counted: 111, left: 61 },
      pauses: [
        {
          from: '2022-03-01',
          to: '2022-03-10',
          reason: 'approval',
          days: 10,
          by: { event: 'ProjectSuspended', version: 3, on: '2022-03-01' },
        },
        {
          from: '2022-05-01',
          to: '2022-05-20',
          reason: 'flood',
          days: 20,
          by: { event: 'ExcuseAccepted', version: 5, on: '2022-05-01' },
        },
      ],
    });
  });
  it('stands still within a pause and counts its days so far', () => {
    expect(
      [agreed('2022-05-03'), agreed('2022-05-10')].map(({ budget, pauses }) => [budget!.left, pauses[1]!.days]),
    ).toEqual([
      [72, 3],
      [72, 10],
    ]); // 30 April: 110 days passed, 10 held
    expect(agreed('2022-03-05')).toMatchObject({ due: null, budget: { left: 123 }, pauses: [{ to: null, days: 5 }] }); // 28 February: 49 days passed
  });
  it('keeps a stopped clock as it stood, and is empty before the first record', () => {
    const stopped = pausesOf(
      history([...paused, ['StartCertified', '2022-06-09', {}]]),
      DEFAULT_RULES,
      day('2022-12-31'),
    ).find(({ clock }) => clock === 'agreed-start')!;
    expect([stopped.stoppedOn, stopped.budget!.left]).toEqual(['2022-06-09', 52]); // nine days after 31 May
    expect(pausesOf(history(paused), DEFAULT_RULES, day('2022-01-09'))).toEqual([]);
  });
});

describe('the days asked about', () => {
  it('are a year up to today for a policy, and all that a notice can move for a calendar', () => {
    expect(policyWindow({}, day('2026-06-30'))).toEqual({ from: '2025-07-01', to: '2026-06-30' });
    const notice = { year: 2027, off: {}, worked: [] };
    expect([calendarWindow({}, [notice], day('2026-11-20')), calendarWindow({}, [notice], day('2027-03-01'))]).toEqual([
      { from: '2026-11-20', to: '2027-12-31' },
      { from: '2027-01-01', to: '2027-12-31' },
    ]);
  });
  it.each([
    ['2026-07-01', '2026-06-30', 'from'],
    ['1900-01-01', '2026-06-30', 'to'],
    ['2190-01-01', '9999-12-31', 'to'],
  ])('are refused from %s to %s, naming the field', (from, to, field) =>
    expect(() => policyWindow({ from: day(from), to: day(to) }, day('2026-06-30'))).toThrow(
      expect.objectContaining({ code: 'window-invalid', field }),
    ),
  );
});

import {
  DEFAULT_RULES,
  fold,
  fromUnit,
  publishPolicy,
  runClocks,
  type Clock,
  type ClockName,
  type IsoDate,
  type KnownProject,
  type Placed,
  type Policy,
  type ProjectEvent,
} from '../index.ts';

const day = (text: string): IsoDate => text as IsoDate;
const working = (value: number) => ({ value, unit: 'working-days' as const });
const started = (on: string, more: readonly ProjectEvent[] = []): KnownProject =>
  fold(
    [
      { type: 'ProjectRecorded', occurredOn: day('2026-01-05'), data: { code: 'A', title: '桥' } },
      { type: 'ContractSigned', occurredOn: day('2026-01-05'), data: { contracted: fromUnit('100', '万元') } },
      { type: 'StartCertified', occurredOn: day(on), data: {} },
      ...more,
    ].map((event, index) => ({ ...event, version: index + 1 }) as Placed),
  ) as KnownProject;

const file = DEFAULT_RULES.policies[0]!;
const policy: Policy = publishPolicy(
  {
    ...file,
    clocks: {
      ...file.clocks,
      'first-funds': { length: working(15), pausedByHold: false },
      'statistical-entry': { length: null, own: { yellow: working(5), red: working(10) }, pausedByHold: false },
    },
  },
  DEFAULT_RULES,
  day('2026-01-05'),
);
const clock = (name: ClockName, project: KnownProject): Clock =>
  runClocks(project, policy, DEFAULT_RULES.calendar).find((one) => one.clock === name)!;

// 2026-09-30 is the last working day before the National Day holiday of 1 to 7 October; 10 October is a Saturday that is worked.
it('counts the length of a clock in working days and names the days off that it passed', () => {
  const funds = clock('first-funds', started('2026-09-30'));
  expect([funds.due, funds.length, funds.unpublished]).toEqual(['2026-10-27', working(15), []]); // 8, 9, 10, 12 to 16, 19 to 23, 26, 27 October
  expect(funds.holidays.map((named) => named.slice(-10))).toEqual([
    '2026-10-01',
    '2026-10-02',
    '2026-10-03',
    '2026-10-04',
    '2026-10-05',
    '2026-10-06',
    '2026-10-07',
  ]);
});
it('counts a clock’s own colours in working days; each begins the day after', () => {
  const entry = clock('statistical-entry', started('2026-09-30'));
  expect([entry.due, entry.crossings]).toEqual([
    '2026-10-13',
    [
      { colour: 'blue', on: '2026-09-13' },
      { colour: 'yellow', on: '2026-10-14' },
      { colour: 'red', on: '2026-10-21' },
    ],
  ]);
});
it('names the year whose days off nobody has published yet, though only a colour lies in it', () =>
  expect(clock('statistical-entry', started('2026-12-23'))).toMatchObject({ due: '2026-12-30', unpublished: [2027] })); // red after 10 working days, in January
it('is moved by the days of an excuse, as every clock is', () => {
  const excused = started('2026-09-30', [
    {
      type: 'ExcuseAccepted',
      occurredOn: day('2026-10-08'),
      data: { clock: 'first-funds', until: day('2026-10-09'), reason: '汇路中断' },
    },
  ]);
  expect(clock('first-funds', excused)).toMatchObject({ baseDue: '2026-10-27', due: '2026-10-29' });
});

import { DEFAULT_POLICY, DEFAULT_RULES, fold, money, rungsOf, runClocks, type Clock, type Placed } from '#domain';
import { day } from '../../../../test/support/project-facts.ts';
import { history } from '../../../../test/support/project-history.ts';
import { passedByFact } from './passed.ts';

/** The clock of an agreed start on that day, and its rungs. */
const agreedFor = (agreedStart: string): Clock => {
  const facts = history([
    ['ProjectRecorded', '2026-01-05', { code: 'A', title: 'Works', unit: 'Park' }],
    ['ContractSigned', '2026-01-05', { contracted: money('100.00'), agreedStart }],
  ]);
  const project = fold(facts.map(({ event, version }) => ({ ...event, version }) as Placed));
  if (project.phase === 'none') throw new Error('no project');
  return runClocks(project, DEFAULT_POLICY, DEFAULT_RULES.calendar).find(({ clock }) => clock === 'agreed-start')!;
};
const BEFORE = agreedFor('2026-07-01'); // told to come near on 1 June, and due to be told so again on 24 June
const DATED = rungsOf(agreedFor('2026-03-01'), DEFAULT_POLICY); // supervised on 1 April, in the circular from 30 May on
const passed = (on: string, before: Clock | undefined = BEFORE, version = DEFAULT_POLICY.version) =>
  passedByFact(DATED, before, { ...DEFAULT_POLICY, version }, day(on)).map(
    (one) => `${one.rung} ${one.recurrence} ${one.on} ${one.outcome} ${one.why.code}`,
  );

it('a due day that is brought forward leaves the highest rung to be told on the day of the fact, and the lower ones untold', () => {
  expect(passed('2026-06-20')).toEqual([
    'near-due 2 2026-02-22 suppressed known-too-late',
    'due 1 2026-03-01 suppressed known-too-late',
    'reminder 1 2026-03-02 suppressed known-too-late',
    'reminder 2 2026-03-17 suppressed known-too-late',
    'supervision 1 2026-04-01 suppressed known-too-late',
    'circular 1 2026-06-20 expected highest-known-late',
  ]);
});

it('what was told before the fact is not told again; what was to be told on its day is', () => {
  expect(passed('2026-06-24')[0]).toBe('near-due 2 2026-02-22 suppressed known-too-late');
  expect(passed('2026-06-25')[0]).toBe('due 1 2026-03-01 suppressed known-too-late');
  expect(passed('2026-06-01')[0]).toBe('near-due 1 2026-01-30 suppressed known-too-late');
});

it('a rung of the day itself has not passed: it comes as it always does', () => {
  expect(passed('2026-04-01').at(-1)).toBe('reminder 2 2026-04-01 expected highest-known-late');
  expect(passed('2026-04-02').at(-1)).toBe('supervision 1 2026-04-02 expected highest-known-late');
});

it('a clock that did not run before, or ran by another policy, has passed nothing', () => {
  expect(passedByFact(DATED, undefined, DEFAULT_POLICY, day('2026-06-20'))).toEqual([]);
  expect(passed('2026-06-20', BEFORE, 2)).toEqual([]);
});

it('a rung that the clock had not before has passed as well', () => {
  const endless: Clock = { ...BEFORE, due: null, baseDue: null, crossings: [] };
  expect(passed('2026-02-23', endless)).toEqual([
    'near-due 1 2026-01-30 suppressed known-too-late',
    'near-due 2 2026-02-23 expected highest-known-late',
  ]);
});

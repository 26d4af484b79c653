import { day } from '../../../../test/support/project-facts.ts';
import { byDay, type Difference } from './difference.ts';
import { toldApart, type ToldByRun } from './told.ts';

const [FROM, TO] = [day('2026-03-01'), day('2026-03-31')];
const told = (on: string, more: Partial<ToldByRun> = {}): ToldByRun => ({
  ...{ clock: 'agreed-start', startedBy: 3, rung: 'due', recurrence: 1, on: day(on), sendOn: day(on), to: [] },
  ...more,
});
const lines = (before: readonly ToldByRun[], after: readonly ToldByRun[]) =>
  toldApart(before, after, FROM, TO).map((one) => `${one.before?.on ?? 'nobody'} → ${one.after?.on ?? 'nobody'}`);

it.each([
  ['on the first day that is looked at', '2026-03-01', ['2026-03-01 → nobody']],
  ['on the last', '2026-03-31', ['2026-03-31 → nobody']],
  ['the day before', '2026-02-28', []],
  ['the day after', '2026-04-01', []],
])('a notice that would no longer come is told where it comes %s: %s', (_when, on, expected) => {
  expect(lines([told(on)], [])).toEqual(expected);
});

it('a notice that moves into the days that are looked at, or out of them, is told with both its days', () => {
  expect(lines([told('2026-02-10')], [told('2026-03-10')])).toEqual(['2026-02-10 → 2026-03-10']);
  expect(lines([told('2026-03-10')], [told('2026-04-10')])).toEqual(['2026-03-10 → 2026-04-10']);
  expect(lines([told('2026-02-10')], [told('2026-04-10')])).toEqual([]);
});

it('of several notices of a run that move those of one number belong together, then whichever is left of the run', () => {
  const second = { recurrence: 2 };
  expect(
    lines([told('2026-03-02'), told('2026-03-09', second)], [told('2026-03-12', second), told('2026-03-05')]),
  ).toEqual([...['2026-03-09 → 2026-03-12', '2026-03-02 → 2026-03-05']]);
  expect(lines([told('2026-03-02')], [told('2026-03-12', second)])).toEqual(['2026-03-02 → 2026-03-12']);
  expect(lines([told('2026-03-02')], [told('2026-03-12', { startedBy: 4, ...second })])).toEqual([
    ...['2026-03-02 → nobody', 'nobody → 2026-03-12'],
  ]);
});

it('a notice that goes to others on its day has not moved, and one that is as it was is not told', () => {
  const others = { to: [{ unit: '01', role: 'steward', person: '管家' }] };
  expect(lines([told('2026-03-02')], [told('2026-03-02', others)])).toEqual(['2026-03-02 → 2026-03-02']);
  expect(lines([told('2026-03-02')], [told('2026-03-02', { recurrence: 7 })])).toEqual([]);
});

it('differences come in the order of their days, those of one day as they were found', () => {
  const one = (on: string, what: Difference['what']): Difference => ({
    ...{ project: null, matter: null, clock: null, before: null, after: null, until: null },
    ...{ what, on: day(on) },
  });
  const found = [
    one('2026-03-09', 'due'),
    one('2026-03-02', 'notice'),
    one('2026-03-09', 'colour'),
    one('2026-03-01', 'list'),
  ];
  expect(byDay(found).map(({ on, what }) => `${on} ${what}`)).toEqual([
    ...['2026-03-01 list', '2026-03-02 notice', '2026-03-09 due', '2026-03-09 colour'],
  ]);
});

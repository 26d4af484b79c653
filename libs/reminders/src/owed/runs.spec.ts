import type { ClockName } from '#domain';
import { day } from '../../../../test/support/project-facts.ts';
import { runsUntil } from './runs.ts';

const RUN = { clock: 'agreed-start' as ClockName, startedBy: 3 };
const OTHERS = [
  { ...RUN, startedBy: 4 },
  { ...RUN, clock: 'landing' as ClockName },
];

/** Ran from 03-01 to 03-09 in two stretches, rested, and runs again from 04-01 to the end of what is looked at. */
const runs = () => {
  const all = runsUntil(day('2026-05-01'));
  all.ran(RUN, day('2026-03-01'), day('2026-03-05'));
  all.ran(RUN, day('2026-03-05'), day('2026-03-10'));
  all.ran(RUN, day('2026-04-01'), day('2026-05-01'));
  return all;
};

it('a run runs from its first day to the day before it stopped, and no other one with it', () => {
  const { runsOn } = runs();
  const days = ['2026-02-28', '2026-03-01', '2026-03-05', '2026-03-09', '2026-03-10', '2026-03-31', '2026-04-01'];
  expect(days.filter((one) => runsOn(RUN, day(one)))).toEqual(['2026-03-01', '2026-03-05', '2026-03-09', '2026-04-01']);
  expect(OTHERS.map((other) => runsOn(other, day('2026-03-02')))).toEqual([false, false]);
});

it('it stops on the first day on which it ran no more; stretches that touch are one, and none stops where nobody looks on', () => {
  const { stopAfter } = runs();
  expect(stopAfter(RUN, day('2026-03-01'))).toBe('2026-03-10');
  expect(stopAfter(RUN, day('2026-03-09'))).toBe('2026-03-10');
  expect(stopAfter(RUN, day('2026-03-20'))).toBeNull();
  expect(stopAfter(RUN, day('2026-04-01'))).toBeNull();
  expect(stopAfter(OTHERS[0]!, day('2026-03-01'))).toBeNull();
});

it('it rested from the day on which it last stopped, unless it ran on the day before or never', () => {
  const { restedFrom } = runs();
  expect(restedFrom(RUN, day('2026-04-01'))).toBe('2026-03-10');
  expect(restedFrom(RUN, day('2026-03-12'))).toBe('2026-03-10');
  expect(restedFrom(RUN, day('2026-03-11'))).toBe('2026-03-10');
  expect(restedFrom(RUN, day('2026-03-10'))).toBeNull();
  expect(restedFrom(RUN, day('2026-04-02'))).toBeNull();
  expect(restedFrom(RUN, day('2026-03-01'))).toBeNull();
  expect(restedFrom(OTHERS[1]!, day('2026-04-01'))).toBeNull();
});

import type { DatedRung, Rung } from '#domain';
import { day } from '../../../../test/support/project-facts.ts';
import { highestOf, isHigher, passedAtRest } from './passed.ts';

const rung = (name: Rung, on: string, recurrence = 1): DatedRung => ({ rung: name, recurrence, on: day(on), to: [] });
const DATED = [
  rung('due', '2026-03-01'),
  rung('reminder', '2026-03-10'),
  rung('supervision', '2026-03-20'),
  rung('supervision', '2026-03-27', 2),
  rung('circular', '2026-04-01'),
];

it('a rung is higher than those below it on the ladder, and than itself told fewer times', () => {
  const [, reminder, first, second] = DATED as [DatedRung, DatedRung, DatedRung, DatedRung];
  expect([isHigher(first, reminder), isHigher(reminder, first)]).toEqual([true, false]);
  expect([isHigher(second, first), isHigher(first, second), isHigher(first, first)]).toEqual([true, false, false]);
  expect(isHigher({ ...reminder, recurrence: 9 }, first)).toBe(false);
  expect(highestOf([first, second, reminder])).toBe(second);
  expect(highestOf([])).toBeNull();
});

it('of what passed while a project was ended the highest rung alone is owed, on the day of its return', () => {
  const after = (rested: string, back: string) =>
    passedAtRest(DATED, day(rested), day(back)).map(({ rung: name, recurrence, on, outcome, why }) => [
      `${on} ${name} ${recurrence} ${outcome}`,
      why.code,
    ]);
  expect(after('2026-03-05', '2026-04-01')).toEqual([['2026-04-01 supervision 2 expected', 'reactivated']]);
  expect(after('2026-03-10', '2026-03-20')).toEqual([['2026-03-20 reminder 1 expected', 'reactivated']]);
  expect(after('2026-03-11', '2026-03-20')).toEqual([]); // what was told before it rested is not told again
});

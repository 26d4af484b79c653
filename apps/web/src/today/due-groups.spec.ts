import { dueGroups } from './due-groups.ts';

it('puts what is due under its most urgent heading, and leaves out headings without rows', () => {
  const rows = [
    { name: 'late', due: '2026-11-01', daysLate: 28 },
    { name: 'today', due: '2026-11-29', daysLate: 0 },
    { name: 'week', due: '2026-12-06', daysLate: -7 },
    { name: 'month', due: '2026-12-07', daysLate: -8 },
  ];
  const named = (some: typeof rows) =>
    dueGroups(some, '2026-11-29').map(({ word, rows: of }) => [word, of.map(({ name }) => name)]);
  expect(named(rows)).toEqual([
    ['lateGroup', ['late']],
    ['todayGroup', ['today']],
    ['weekGroup', ['week']],
    ['laterGroup', ['month']],
  ]);
  expect(named(rows.slice(2, 3))).toEqual([['weekGroup', ['week']]]);
});

import { stepped } from './time-steps.ts';

const LATEST = '2026-11-29';
it.each([
  ['2026-11-29', 'day', -1, '2026-11-28'],
  ['2024-02-28', 'day', 1, '2024-02-29'],
  ['2026-11-29', 'month', -1, '2026-10-31'],
  ['2026-10-31', 'month', -1, '2026-09-30'],
  ['2026-09-30', 'month', 1, '2026-10-31'],
  ['2024-02-10', 'month', 1, '2024-02-29'],
  ['2026-10-31', 'month', 1, '2026-11-29'],
  ['2026-11-29', 'quarter', -1, '2026-09-30'],
  ['2026-09-30', 'quarter', -1, '2026-06-30'],
  ['2026-01-15', 'quarter', -1, '2025-12-31'],
  ['2025-12-31', 'quarter', 1, '2026-03-31'],
  ['2026-03-01', 'quarter', 1, '2026-03-31'],
  ['2026-03-01', 'year', -1, '2025-12-31'],
  ['2025-12-31', 'year', -1, '2024-12-31'],
  ['2025-12-31', 'year', 1, '2026-11-29'],
] as const)('from %s a %s by %d is %s: ends of periods, never beyond today', (from, step, by, to) => {
  expect(stepped(from, step, by, LATEST)).toBe(to);
});

const RECORDED = ['2024-07-17', '2023-01-05', '2024-10-16'];
it.each([
  ['2026-11-29', -1, '2024-10-16'],
  ['2024-10-16', -1, '2024-07-17'],
  ['2023-01-05', -1, '2023-01-05'],
  ['2023-01-05', 1, '2024-07-17'],
  ['2024-10-16', 1, '2026-11-29'],
] as const)('from %s by %d a record is %s: the first is the earliest, after the last comes today', (from, by, to) => {
  expect(stepped(from, 'event', by, LATEST, RECORDED)).toBe(to);
});

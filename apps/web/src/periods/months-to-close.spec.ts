import { monthsToClose } from './months-to-close.ts';

it('offers first the month that follows the last closed one, and every other that is over', () => {
  expect(monthsToClose(['2026-08', '2026-07'], '2026-11-28').slice(0, 3)).toEqual(['2026-09', '2026-10', '2026-06']);
  expect(monthsToClose([], '2026-01-15').slice(0, 2)).toEqual(['2025-12', '2025-11']);
  expect(monthsToClose(['2025-12'], '2026-01-15')[0]).toBe('2025-11');
});

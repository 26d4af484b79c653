import { addDays, Rejected, type CalendarYear, type IsoDate } from '#domain';
import { calendarWindow, policyWindow } from './window.ts';

const TODAY = '2026-06-10' as IsoDate;
const day = (text: string): IsoDate => text as IsoDate;
const years = (...all: readonly number[]) => all.map((year) => ({ year }) as CalendarYear);
const refusalOf = (ask: () => unknown): Rejected => {
  try {
    ask();
  } catch (error) {
    if (error instanceof Rejected) return error;
  }
  throw new Error('it was not refused');
};
const asked = (from: string, to: string) => policyWindow({ from: day(from), to: day(to) }, TODAY);

it('a policy is laid over the year up to today, or up to the day that is asked', () => {
  expect(policyWindow({}, TODAY)).toEqual({ from: '2025-06-11', to: TODAY });
  expect(policyWindow({ to: day('2026-12-31') }, TODAY)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(policyWindow({ from: day('2026-01-01') }, TODAY)).toEqual({ from: '2026-01-01', to: TODAY });
});

it('a calendar is laid over its years: from the first of them, or today, to the end of the last', () => {
  expect(calendarWindow({}, years(2027, 2025, 2026), TODAY)).toEqual({ from: '2025-01-01', to: '2027-12-31' });
  expect(calendarWindow({}, years(2028), TODAY)).toEqual({ from: TODAY, to: '2028-12-31' });
  expect(calendarWindow({}, years(2024), TODAY)).toEqual({ from: '2024-01-01', to: TODAY });
  const own = { from: day('2026-02-01'), to: day('2026-03-01') };
  expect(calendarWindow(own, years(2026), TODAY)).toEqual(own);
});

it.each([
  ['one day', '2026-01-01', '2026-01-01'],
  ['about a century', '2026-01-01', addDays(day('2026-01-01'), 36_600)],
  ['up to the last day of all calendars', '2150-01-01', '2200-12-31'],
])('a window of %s is one', (_what, from, to) => expect(asked(from, to)).toEqual({ from, to }));

it.each([
  ['that ends before it begins', '2026-01-02', '2026-01-01', 'from', 'The first day lies after the last.'],
  ['of more than a century', '2026-01-01', addDays(day('2026-01-01'), 36_601), 'to', 'more than a century'],
  ['that ends after all calendars', '2150-01-01', '2201-01-01', 'to', 'after 2200-12-31'],
])('a window %s is refused', (_how, from, to, field, words) => {
  const refused = refusalOf(() => asked(from, to));
  expect([refused.code, refused.field]).toEqual(['window-invalid', field]);
  expect(refused.sentence.en).toContain(words);
  expect(refused.sentence.zh).toMatch(/。$/);
});

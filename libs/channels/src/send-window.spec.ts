import fc from 'fast-check';
import { calendarOf, dayInShanghai, DEFAULT_RULES, isWorkingDay } from '#domain';
import { checkSendWindow, nextOpening, OFFICE_HOURS, type SendWindow } from './send-window.ts';

const { calendar } = DEFAULT_RULES;
const shanghai = (text: string): string => new Date(`${text}+08:00`).toISOString();
const opening = (text: string, window: SendWindow = OFFICE_HOURS): string =>
  nextOpening(`${text}+08:00`, window, calendar).at;
const LUNCH: SendWindow = { ...OFFICE_HOURS, quiet: [{ from: '12:00', to: '14:00' }] };

it.each([
  ['2023-01-19T09:00:00', '2023-01-19T09:00:00', 'a working Thursday'],
  ['2023-01-19T08:29:59', '2023-01-19T08:30:00', 'a minute early'],
  ['2023-01-19T18:00:00', '2023-01-20T08:30:00', 'the window has just closed'],
  ['2023-01-20T18:00:01', '2023-01-28T08:30:00', 'Spring Festival 21 to 27 January, then a Saturday that is worked'],
  ['2023-01-28T07:00:00', '2023-01-28T08:30:00', 'a make-up Saturday is a working day'],
  ['2026-09-30T17:59:59', '2026-09-30T17:59:59', 'the last second before National Day'],
  ['2026-09-30T18:00:00', '2026-10-08T08:30:00', 'National Day 1 to 7 October 2026, back on Thursday the 8th'],
  ['2026-10-09T20:00:00', '2026-10-10T08:30:00', 'Saturday 10 October 2026 is worked'],
  ['2024-02-09T18:00:00', '2024-02-18T08:30:00', 'Spring Festival 10 to 17 February, then a Sunday that is worked'],
  ['2026-03-07T10:00:00', '2026-03-09T08:30:00', 'a plain weekend'],
])('%s → %s: %s', (now, expected) => expect(opening(now)).toBe(shanghai(expected)));

it('the day is the day in Shanghai, whatever zone the instant is written in', () => {
  expect(nextOpening('2026-03-01T23:00:00Z', OFFICE_HOURS, calendar).at).toBe('2026-03-02T00:30:00.000Z'); // 07:00 on Monday there
  expect(nextOpening('2026-03-01T20:00:00-05:00', OFFICE_HOURS, calendar).at).toBe('2026-03-02T01:00:00.000Z'); // 09:00 on Monday there
});
it('a lunch break and quiet hours over midnight are cut out', () => {
  expect(opening('2026-03-02T12:00:00', LUNCH)).toBe(shanghai('2026-03-02T14:00:00'));
  expect(opening('2026-03-02T11:59:59', LUNCH)).toBe(shanghai('2026-03-02T11:59:59'));
  const always: SendWindow = {
    workingDaysOnly: false,
    open: { from: '00:00', to: '24:00' },
    quiet: [{ from: '22:00', to: '07:00' }],
  };
  expect(opening('2026-10-03T23:00:00', always)).toBe(shanghai('2026-10-04T07:00:00'));
  expect(opening('2026-10-03T06:00:00', always)).toBe(shanghai('2026-10-03T07:00:00'));
  expect(opening('2026-10-03T21:59:00', always)).toBe(shanghai('2026-10-03T21:59:00'));
});
it('a year without a notice is flagged, not taken as free of holidays', () => {
  expect(nextOpening('2026-12-31T18:30:00+08:00', OFFICE_HOURS, calendar).unpublished).toEqual([2027]);
  expect(nextOpening('2026-12-31T17:30:00+08:00', OFFICE_HOURS, calendar).unpublished).toEqual([]);
});
it.each([
  [{ ...OFFICE_HOURS, open: { from: '8:30', to: '18:00' } }, 'open.from'],
  [{ ...OFFICE_HOURS, open: { from: '08:30', to: '24:30' } }, 'open.to'],
  [{ ...OFFICE_HOURS, open: { from: '18:00', to: '08:30' } }, 'open.to'],
  [{ ...OFFICE_HOURS, quiet: [{ from: 'noon', to: '13:00' }] }, 'quiet.0.from'],
  [
    {
      ...OFFICE_HOURS,
      quiet: [
        { from: '08:00', to: '12:00' },
        { from: '12:00', to: '19:00' },
      ],
    },
    'quiet',
  ],
])('a window that is badly written or never opens is refused: %j', (window, field) =>
  expect(() => checkSendWindow(window)).toThrow(expect.objectContaining({ code: 'send-window-wrong', field }) as Error),
);
it('a calendar without any working day is refused instead of searched for ever', () => {
  const closed = calendarOf(
    ['2026', '2027', '2028'].map((year) => ({
      year: Number(year),
      off: { 停工: [`${year}-01-01..${year}-12-31`] },
      worked: [],
    })),
  );
  expect(() => nextOpening('2026-01-01T00:00:00Z', OFFICE_HOURS, closed)).toThrow(
    expect.objectContaining({ field: 'calendar' }) as Error,
  );
});
it('what opens is never before now, lies in the window on a working day, and is the first such instant', () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2018-01-01T00:00:00Z'), max: new Date('2026-12-01T00:00:00Z'), noInvalidDate: true }),
      fc.constantFrom(OFFICE_HOURS, LUNCH),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (now, window, part) => {
        const at = nextOpening(now.toISOString(), window, calendar).at;
        const mayBeSent = (instant: Date): boolean => {
          // told another way: the clock on the wall there
          const wall = new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 19);
          return (
            isWorkingDay(dayInShanghai(instant.toISOString()), calendar) &&
            wall >= '08:30:00' &&
            wall < '18:00:00' &&
            (window === OFFICE_HOURS || wall < '12:00:00' || wall >= '14:00:00')
          );
        };
        expect(Date.parse(at)).toBeGreaterThanOrEqual(now.getTime());
        expect(mayBeSent(new Date(at))).toBe(true);
        const between = new Date(now.getTime() + Math.floor((Date.parse(at) - now.getTime()) * part));
        if (between.toISOString() < at) expect(mayBeSent(between)).toBe(false);
        expect(nextOpening(at, window, calendar).at).toBe(at);
      },
    ),
  ));

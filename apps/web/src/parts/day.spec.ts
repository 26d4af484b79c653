import { minute, today, yearNamed } from './day.ts';

it('an instant is told by the clock of China, wherever it is read', () => {
  expect(minute('2026-11-29T16:05:59.999Z')).toBe('2026-11-30 00:05');
  expect(minute('2026-07-01T12:00:00Z')).toBe('2026-07-01 20:00'); // no summer time
  expect(minute(null)).toBe('—');
});

it('today is the day in China', () => {
  const now = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
  const [before, day, after] = [now.format(new Date()), today(), now.format(new Date())];
  expect([before, after]).toContain(day);
});

it('the year is the one that the address names, else that of the day', () => {
  expect(yearNamed('2024', '2026-11-30')).toBe(2024);
  expect(yearNamed(null, '2026-11-30')).toBe(2026);
  expect(yearNamed('', '2026-11-30')).toBe(2026);
  expect(yearNamed('20245', '2026-11-30')).toBe(2026);
  expect(yearNamed('2024年', '2026-11-30')).toBe(2026);
});

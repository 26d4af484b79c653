import { ClockBehind } from '../event-store.ts';
import { recordingClock } from './clock.ts';

const TEN = '2026-01-05T10:00:00.000Z';
const clockAt = (...instants: readonly string[]) => {
  const times = instants.map((instant) => Date.parse(instant));
  return recordingClock(() => (times.length > 1 ? times.shift()! : times[0]!));
};

it('the instant of a record is what the clock says, as long as it goes on', () => {
  const clock = clockAt(TEN, '2026-01-05T10:00:07.000Z');
  expect([clock.after(null), clock.after(TEN)]).toEqual([TEN, '2026-01-05T10:00:07.000Z']);
});

it('two records of one moment follow each other by a millisecond', () => {
  const clock = clockAt(TEN);
  expect([clock.after(null), clock.after(null), clock.after(null)]).toEqual([
    TEN,
    '2026-01-05T10:00:00.001Z',
    '2026-01-05T10:00:00.002Z',
  ]);
});

it.each([
  ['of its stream', '2026-01-05T10:01:00.000Z', null],
  ['of another stream that this process has seen', null, '2026-01-05T10:01:00.000Z'],
  ['of whichever of them is later', '2026-01-05T10:01:00.000Z', '2026-01-05T10:00:30.000Z'],
])('a record comes after the last one %s, though its clock be ahead of ours', (_which, own, other) => {
  const clock = clockAt(TEN);
  if (other !== null) clock.saw(other);
  expect(clock.after(own)).toBe('2026-01-05T10:01:00.001Z');
});

it('what is seen late, of an instant that has passed, does not put the clock back', () => {
  const clock = clockAt(TEN);
  clock.saw('2026-01-05T10:02:00.000Z');
  clock.saw('2026-01-05T10:01:00.000Z');
  expect(clock.after(null)).toBe('2026-01-05T10:02:00.001Z');
});

it('an instant that is none is passed over', () => {
  const clock = clockAt(TEN);
  clock.saw('long ago');
  expect(clock.after('soon')).toBe(TEN);
});

it('five minutes behind the last record is a clock that goes wrong a little; more is one that is wrong, and both are said', () => {
  expect(clockAt(TEN).after('2026-01-05T10:05:00.000Z')).toBe('2026-01-05T10:05:00.001Z');
  const wrong = clockAt(TEN);
  expect(() => wrong.after('2026-01-05T10:05:00.001Z')).toThrow(new ClockBehind(TEN, '2026-01-05T10:05:00.001Z'));
  expect(wrong.after(null)).toBe(TEN); // nothing was recorded, and nothing is remembered of it
});

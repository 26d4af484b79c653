import type { RecordedEvent } from '#domain';
import { hashOf, NO_PREDECESSOR } from './chain.ts';
import { numbered } from './contract.ts';
import { ClockBehind, WrongExpectedVersion, type Append, type Appended } from './event-store.ts';
import { decideGroup, type LogEnd } from './postgres-deciding.ts';

const NOW = Date.parse('2026-01-05T02:00:00.000Z');
const MINUTE = 60_000;
const EMPTY: LogEnd = { position: 0n, recordedAt: null, heads: new Map() };
const SEVEN = 'a'.repeat(64);
const STANDING: LogEnd = {
  position: 40n,
  recordedAt: '2026-01-05T01:00:00.000Z',
  heads: new Map([['project-a', { version: 7, hash: SEVEN }]]),
};

const append = (stream: string, expected: Append['expected'], ...commands: readonly string[]): Append => ({
  stream,
  expected,
  events: commands.map((command, index) => numbered(index, command)),
});
const decided = (end: LogEnd, appends: readonly Append[], repeats: readonly RecordedEvent[] = [], now = NOW) =>
  decideGroup(appends, end, repeats, now);
const told = (answer: unknown): unknown =>
  answer instanceof WrongExpectedVersion
    ? [answer.stream, answer.expected, answer.actual]
    : [(answer as Appended).version, Number((answer as Appended).position), (answer as Appended).repeated];

it('a group stands on the end of the log: positions go on, each stream is chained on from its own head', () => {
  const { answers, stored, end } = decided(STANDING, [
    append('project-a', 7, 'c-1', 'c-1'),
    append('project-b', 0, 'c-2'),
    append('project-a', 9, 'c-3'),
  ]);
  expect(answers.map(told)).toEqual([
    [9, 42, false],
    [1, 43, false],
    [10, 44, false],
  ]);
  expect(stored.map(({ stream, version, position }) => [stream, version, Number(position)])).toEqual([
    ['project-a', 8, 41],
    ['project-a', 9, 42],
    ['project-b', 1, 43],
    ['project-a', 10, 44],
  ]);
  expect(stored.map(({ previousHash }) => previousHash)).toEqual([
    SEVEN,
    stored[0]!.hash,
    NO_PREDECESSOR,
    stored[1]!.hash,
  ]);
  for (const event of stored) expect(hashOf(event)).toBe(event.hash);
  expect((answers[0] as Appended).events).toEqual(stored.slice(0, 2));
  expect(end).toEqual({
    position: 44n,
    recordedAt: '2026-01-05T02:00:00.000Z',
    heads: new Map([
      ['project-a', { version: 10, hash: stored[3]!.hash }],
      ['project-b', { version: 1, hash: stored[2]!.hash }],
    ]),
  });
});

it('who expects another version is refused with the one that stands, and takes nothing from its neighbours', () => {
  const { answers, stored } = decided(STANDING, [
    append('project-a', 6, 'c-1'),
    append('project-a', 7, 'c-2'),
    append('project-a', 7, 'c-3'),
    append('project-b', 1, 'c-4'),
    append('project-a', 'any', 'c-5'),
  ]);
  expect(answers.map(told)).toEqual([
    ['project-a', 6, 7],
    [8, 41, false],
    ['project-a', 7, 8],
    ['project-b', 1, 0],
    [9, 42, false],
  ]);
  expect(stored).toHaveLength(2);
});

it('a command that the group or the log holds already is answered with what it recorded then, and only in its stream', () => {
  const first = decided(EMPTY, [append('project-a', 0, 'c-1', 'c-1'), append('project-a', 0, 'c-1')]);
  expect(first.answers.map(told)).toEqual([
    [2, 2, false],
    [2, 2, true],
  ]);
  expect((first.answers[1] as Appended).events).toEqual(first.stored);
  const again = decided(
    { ...STANDING, position: 60n },
    [append('project-a', 0, 'c-1', 'c-1'), append('project-b', 0, 'c-1')],
    first.stored,
  );
  expect(again.answers.map(told)).toEqual([
    [2, 2, true],
    [1, 61, false],
  ]);
  expect((again.answers[0] as Appended).events).toEqual(first.stored);
});

it('where nothing is stored the log ends as before', () => {
  const { stored, end } = decided(STANDING, [append('project-a', 3, 'c-1')]);
  expect([stored, end]).toEqual([[], { ...STANDING, heads: new Map() }]);
  const none = decided(STANDING, [append('project-a', 7)]);
  expect([none.stored, none.answers.map(told)]).toEqual([[], [[7, 40, false]]]);
  expect(none.end.heads).toEqual(STANDING.heads);
});

describe('the instant of a group', () => {
  const instant = (recordedAt: string | null, now: number): string | null =>
    decided({ ...STANDING, recordedAt }, [append('project-a', 7, 'c-1')], [], now).end.recordedAt;
  const iso = (at: number): string => new Date(at).toISOString();

  it('is later than the one before, also where the clock stands still or steps back a little', () => {
    expect(instant(null, NOW)).toBe(iso(NOW));
    expect(instant(iso(NOW), NOW)).toBe(iso(NOW + 1));
    expect(instant(iso(NOW + 4 * MINUTE), NOW)).toBe(iso(NOW + 4 * MINUTE + 1));
    expect(instant(iso(NOW + 5 * MINUTE), NOW)).toBe(iso(NOW + 5 * MINUTE + 1));
  });
  it('is none where the clock stands minutes back: nothing is recorded on a wrong day', () => {
    expect(() => instant(iso(NOW + 5 * MINUTE + 1), NOW)).toThrow(ClockBehind);
    expect(() => instant(iso(NOW + 5 * MINUTE + 1), NOW)).toThrow(iso(NOW));
  });
});

import type { RecordedEvent } from '#domain';
import { recentEvents } from './recent-events.ts';

const at = (...positions: number[]): readonly RecordedEvent[] =>
  positions.map((position) => ({ position: BigInt(position) }) as RecordedEvent);
const told = (events: readonly RecordedEvent[] | null): readonly number[] | null =>
  events?.map(({ position }) => Number(position)) ?? null;

it('what was written one on top of the other is known from where it began', () => {
  const recent = recentEvents();
  expect(recent.after(0n)).toBeNull();
  recent.add(4n, at(5, 6));
  recent.add(6n, at(7));
  expect(told(recent.after(4n))).toEqual([5, 6, 7]);
  expect(told(recent.after(6n))).toEqual([7]);
  expect(recent.after(3n)).toBeNull(); // 4 is not known here
  expect(recent.after(7n)).toBeNull(); // nothing is known to follow
});

it('what another process wrote in between is a gap: only what follows it is known', () => {
  const recent = recentEvents();
  recent.add(4n, at(5));
  recent.add(9n, at(10, 11));
  expect(recent.after(4n)).toBeNull();
  expect(recent.after(8n)).toBeNull();
  expect(told(recent.after(9n))).toEqual([10, 11]);
});

it('only the last ones are kept, and what went before them is asked of the log', () => {
  const recent = recentEvents(2);
  recent.add(0n, at(1, 2, 3));
  expect(recent.after(0n)).toBeNull();
  expect(told(recent.after(1n))).toEqual([2, 3]);
  recent.add(3n, at(4));
  expect(recent.after(1n)).toBeNull();
  expect(told(recent.after(2n))).toEqual([3, 4]);
});

it('what is told in several parts is known from where the first began', () => {
  const recent = recentEvents();
  recent.add(4n, at(5, 6));
  recent.add(6n, at(7));
  recent.add(7n, at(8));
  expect(told(recent.after(4n))).toEqual([5, 6, 7, 8]);
});

it('an append that stored nothing changes nothing that is known', () => {
  const recent = recentEvents();
  recent.add(4n, at(5));
  recent.add(9n, []);
  expect(told(recent.after(4n))).toEqual([5]);
});

it('as many as may be kept are, and fewer are whole', () => {
  const recent = recentEvents(4);
  recent.add(0n, at(1, 2, 3));
  expect(told(recent.after(0n))).toEqual([1, 2, 3]);
  recent.add(3n, at(4));
  expect(told(recent.after(0n))).toEqual([1, 2, 3, 4]);
});

it('what stood before a gap is not taken for what led up to it, however few are kept', () => {
  const recent = recentEvents(2);
  recent.add(0n, at(1));
  recent.add(9n, at(10, 11));
  expect(recent.after(1n)).toBeNull();
  expect(told(recent.after(9n))).toEqual([10, 11]);
});

import type { RecordedEvent } from '#domain';
import { numbered } from '../contract.ts';
import { runsOf } from './runs.ts';

/** A record whose data and meta take so many characters together. */
const record = (stream: string, weight = 100): RecordedEvent => {
  const { event, meta, ...fact } = numbered(1, 'c-1');
  const around = JSON.stringify({ text: '' }).length + JSON.stringify(meta).length;
  const data = { text: 'x'.repeat(weight - around) };
  return {
    ...{ ...fact, stream, meta, event: { ...event, data } as RecordedEvent['event'] },
    ...{ version: 1, position: 1n, recordedAt: '', previousHash: '', hash: '' },
  };
};
const told = (records: readonly RecordedEvent[]): readonly string[] =>
  runsOf(records).map((run) => `${run[0]!.stream}${run.length}`);

it('records of one stream that stand next to each other are one append; the order over all streams is kept', () => {
  const records = ['a', 'a', 'b', 'a', 'a', 'a'].map((stream) => record(stream));
  expect(told(records)).toEqual(['a2', 'b1', 'a3']);
  expect(runsOf(records).flat()).toEqual(records);
  expect(runsOf([])).toEqual([]);
});

it.each([
  ['as heavy as a server surely takes', [100_000, 100_000], ['a2']],
  ['heavier by a character', [100_000, 100_001], ['a1', 'a1']],
  ['with what follows in a second', [100_000, 100_001, 99_999], ['a1', 'a2']],
  ['counted anew in every run', [150_000, 150_000, 50_000, 1_000], ['a1', 'a2', 'a1']],
  ['of one record that is too heavy by itself', [300_000, 100, 100], ['a1', 'a2']],
])('a run is %s', (_what, weights, runs) => {
  expect(told(weights.map((weight) => record('a', weight)))).toEqual(runs);
});

it('what another stream weighed is none of the next one', () => {
  expect(told([record('a', 150_000), record('b', 150_000), record('b', 50_000)])).toEqual(['a1', 'b2']);
});

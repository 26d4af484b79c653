import { numbered } from './contract.ts';
import { keepingStreams, knownStreams } from './known-streams.ts';
import { memoryStore } from './memory.ts';

const counting = () => {
  const store = memoryStore();
  const read: number[] = [];
  const readStream: typeof store.readStream = async (stream, after) => {
    const events = await store.readStream(stream, after);
    read.push(events.length);
    return events;
  };
  return { store, read, looked: { readStream } };
};

it('a stream that is looked at again is asked for its news only, and is the same array while there are none', async () => {
  const { store, read, looked } = counting();
  const streamOf = knownStreams(looked);
  await store.append('project-1', 0, [numbered(1), numbered(2)]);
  const first = await streamOf('project-1');
  expect(await streamOf('project-1')).toBe(first);
  await store.append('project-1', 2, [numbered(3)]);
  expect(await streamOf('project-1')).toEqual(await store.readStream('project-1'));
  expect(read).toEqual([2, 0, 1]);
  expect(await streamOf('project-none')).toEqual([]);
});

it('many who look at once, while others write, each see the whole stream', async () => {
  const { store, looked } = counting();
  const streamOf = knownStreams(looked);
  for (let n = 0; n < 30; n += 1) {
    await store.append('project-1', n, [numbered(n)]);
    for (const seen of await Promise.all(Array.from({ length: 8 }, () => streamOf('project-1'))))
      expect(seen.map(({ version }) => version)).toEqual(Array.from({ length: n + 1 }, (_, index) => index + 1));
  }
});

it('what does not fit into memory is read anew, and is whole all the same', async () => {
  const { store, read, looked } = counting();
  const streamOf = knownStreams(looked, 1);
  await store.append('project-1', 0, [numbered(1), numbered(2)]);
  expect(await streamOf('project-1')).toEqual(await streamOf('project-1'));
  expect(read).toEqual([2, 2]);
});

it('who reads whole streams again and again has them from what is kept, and the end of one from the log', async () => {
  const { store, read, looked } = counting();
  const log = keepingStreams({ ...store, ...looked }, knownStreams(looked));
  await store.append('project-1', 0, [numbered(1), numbered(2)]);
  const whole = await log.readStream('project-1');
  expect(await log.readStream('project-1')).toBe(whole);
  expect(await log.readStream('project-1', 1)).toEqual(whole.slice(1));
  expect(read).toEqual([2, 0, 1]);
});

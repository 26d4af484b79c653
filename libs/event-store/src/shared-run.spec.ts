import { sharedRun } from './shared-run.ts';

/** Work that ends when the test says so; each run answers its number. */
const work = () => {
  const ends: { done: (answer: number) => void; fail: (error: Error) => void }[] = [];
  const ask = sharedRun(() => new Promise<number>((done, fail) => ends.push({ done, fail })));
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { ends, ask, settled };
};

it('who asks while a run is under way shares the next one, which begins when that has ended', async () => {
  const { ends, ask, settled } = work();
  const first = ask();
  const crowd = [ask(), ask(), ask()];
  await settled();
  expect(ends).toHaveLength(1);
  ends[0]!.done(1);
  expect(await first).toBe(1);
  await settled();
  expect(ends).toHaveLength(2);
  ends[1]!.done(2);
  expect(await Promise.all(crowd)).toEqual([2, 2, 2]);
});

it('who asks when nothing runs begins a run', async () => {
  const { ends, ask, settled } = work();
  for (const answer of [1, 2]) {
    const asked = ask();
    ends.at(-1)!.done(answer);
    expect(await asked).toBe(answer);
    await settled();
  }
  expect(ends).toHaveLength(2);
});

it('who asks while the next run goes on does not share that: it began before', async () => {
  const { ends, ask, settled } = work();
  const [first, second] = [ask(), ask()];
  ends[0]!.done(1);
  await first;
  await settled();
  const third = ask();
  ends[1]!.done(2);
  expect(await second).toBe(2);
  await settled();
  ends[2]!.done(3);
  expect(await third).toBe(3);
});

it('a run that fails fails who asked for it, and the next is run all the same', async () => {
  const { ends, ask, settled } = work();
  const [first, second] = [ask(), ask()];
  ends[0]!.fail(new Error('no connection'));
  await expect(first).rejects.toThrow('no connection');
  await settled();
  ends[1]!.done(2);
  expect(await second).toBe(2);
});

import { upToHead } from './up-to-head.ts';

const log = (...heads: bigint[]) => ({ head: async () => heads.shift()! });

it('goes page by page to where the head stood at the beginning, and runs after nobody who writes meanwhile', async () => {
  let [position, writes] = [0n, 0n];
  const reached = await upToHead(log(7n), async () => {
    writes += 3n; // faster than it reads
    return (position += 3n);
  });
  expect([reached, position, writes]).toEqual([9n, 9n, 9n]);
});

it('looks once where nothing is new', async () => {
  const step = jest.fn(async () => 5n);
  expect(await upToHead(log(5n), step)).toBe(5n);
  expect(step).toHaveBeenCalledTimes(1);
});

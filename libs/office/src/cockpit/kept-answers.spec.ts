import { keptAnswers } from './kept-answers.ts';

it('finds an answer once for as long as nothing new is recorded, and again for others and afterwards', async () => {
  const kept = keptAnswers<number>();
  let found = 0;
  const find = () => Promise.resolve((found += 1));
  expect(await Promise.all([kept('7', 'a', find), kept('7', 'a', find), kept('7', 'b', find)])).toEqual([1, 1, 2]);
  expect([await kept('8', 'a', find), await kept('8', 'a', find)]).toEqual([3, 3]);
});

it('keeps no failure', async () => {
  const kept = keptAnswers<number>();
  await expect(kept('7', 'a', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  expect(await kept('7', 'a', () => Promise.resolve(1))).toBe(1);
});

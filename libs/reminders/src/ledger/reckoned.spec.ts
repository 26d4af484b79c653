import { reckonedLately } from './reckoned.ts';

const AT = { position: 7n, rules: 'r1', dispatched: 3 };
const RECKONED = new Map([['project-a', 4]]);

it('what was reckoned holds where the page left the ledger', () => {
  const lately = reckonedLately();
  expect([...lately.at(AT)]).toEqual([]);
  lately.leave(AT, RECKONED);
  expect(lately.at({ ...AT })).toBe(RECKONED);
  lately.leave({ ...AT, position: 9n }, new Map());
  expect([...lately.at({ ...AT, position: 9n })]).toEqual([]);
});

it.each([
  ['folded more of the log', { position: 8n }],
  ['folded it by other rules', { rules: 'r2' }],
  ['settled notices', { dispatched: 4 }],
])('it holds no more where somebody else has %s', (_what, moved) => {
  const lately = reckonedLately();
  lately.leave(AT, RECKONED);
  expect([...lately.at({ ...AT, ...moved })]).toEqual([]);
});

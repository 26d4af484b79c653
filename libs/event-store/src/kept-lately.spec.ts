import { keptLately, weightOf } from './kept-lately.ts';

it('what alone is too heavy is not kept, and pushes out nothing else', () => {
  const hot = keptLately<string>(10);
  hot.keep('small', 'small', 4);
  hot.keep('heavy', 'heavy', 11);
  expect([hot.take('heavy'), hot.take('small')?.value]).toEqual([undefined, 'small']);
});

it('as much is kept as is allowed, to the last byte', () => {
  const hot = keptLately<string>(10);
  hot.keep('whole', 'whole', 10);
  expect(hot.take('whole')?.value).toBe('whole');
  for (const half of ['one', 'other']) hot.keep(half, half, 5);
  expect([hot.bytes(), hot.take('one')?.value, hot.take('other')?.value]).toEqual([10, 'one', 'other']);
});

it('nothing is kept and nothing weighs after it was cleared', () => {
  const hot = keptLately<string>(10);
  hot.keep('a', 'a', 10);
  hot.clear();
  expect([hot.bytes(), hot.take('a')]).toEqual([0, undefined]);
  hot.keep('b', 'b', 10);
  expect(hot.take('b')?.value).toBe('b');
});

it('a text weighs two bytes a character, beside what holds it', () => {
  expect(weightOf('x'.repeat(1_001)) - weightOf('x')).toBe(2_000);
  expect(weightOf('')).toBeGreaterThan(0);
});

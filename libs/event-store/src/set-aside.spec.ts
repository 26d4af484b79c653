import { reasonOf } from './set-aside.ts';

it('what went wrong is told as an operator can read it, and as a database can keep it', () => {
  expect([reasonOf(new RangeError('no such day')), reasonOf('no such day'), reasonOf(7)]).toEqual([
    'no such day',
    'no such day',
    '7',
  ]);
  expect(reasonOf(new Error('a\u0000b\u0000c'))).toBe('abc');
  expect([reasonOf('x'.repeat(300)).length, reasonOf('x'.repeat(301)).length]).toEqual([300, 300]);
});

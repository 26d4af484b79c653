import { checkRelease } from './connect.ts';
import { Unreachable } from './refusals.ts';

it('a PostgreSQL older than 16 is refused with its name, a later one is not', () => {
  expect(() => {
    checkRelease('150013', '15.13 (Debian 15.13-0+deb12u1)');
  }).toThrow(new Unreachable('database-too-old', 'PostgreSQL 15.13 (Debian 15.13-0+deb12u1)'));
  for (const number of ['160000', '180004'])
    expect(() => {
      checkRelease(number, number);
    }).not.toThrow();
});

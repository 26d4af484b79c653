import { sizeBandOf } from './size-bands.ts';

const yi = (value: number): bigint => BigInt(value) * 10_000_000_000n;

it('a bound belongs to the band above it', () => {
  expect([20, 10, 5, 1].map((value) => sizeBandOf(yi(value)))).toEqual(['>=20', '[10,20)', '[5,10)', '[1,5)']);
  expect([20, 10, 5, 1].map((value) => sizeBandOf(yi(value) - 1n))).toEqual(['[10,20)', '[5,10)', '[1,5)', '<1']);
  expect(sizeBandOf(0n)).toBe('<1');
});

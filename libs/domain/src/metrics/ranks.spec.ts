import fc from 'fast-check';
import { ranksOf } from './ranks.ts';

const ranks = (values: readonly (bigint | null)[]): readonly (number | null)[] =>
  ranksOf(
    values,
    (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    (value) => value === 0n,
  );

it('equal values share a rank, the next is skipped, nothing done has no rank', () =>
  expect(ranks([50n, 69n, 62n, 62n, 0n, null])).toEqual([4, 1, 2, 2, null, null]));

const values = fc.array(fc.option(fc.bigInt({ min: -3n, max: 6n })), { maxLength: 20 });
it('a rank is one more than how many are ahead, whatever the order of the rows', () =>
  fc.assert(
    fc.property(values, (list) => {
      const given = ranks(list);
      list.forEach((value, index) => {
        const ahead = list.filter((other) => other !== null && other !== 0n && value !== null && other > value).length;
        expect(given[index]).toBe(value === null || value === 0n ? null : ahead + 1);
      });
      expect(ranks([...list].reverse())).toEqual([...given].reverse());
    }),
  ));

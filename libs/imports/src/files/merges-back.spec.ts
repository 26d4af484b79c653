import { rowsOf } from '../../../../test/imports/sheet-of.ts';
import { blocksOf, coveredBy } from './merges-back.ts';

const LINES = [
  ['甲', '乙', null, '丙'],
  [null, '丁', '戊', '己'],
  ['庚', '辛', '壬', '癸'],
];
const blocks = (merges: readonly string[], take: readonly number[] = [1, 2, 3]) =>
  blocksOf(rowsOf(LINES, merges).filter(({ number }) => take.includes(number))).map(
    ({ top, left, bottom, right }) => `${top},${left} ${bottom},${right}`,
  );

it('blocks are merged again on the sheet that goes back', () => {
  expect(blocks([])).toEqual([]);
  expect(blocks(['A1:A2', 'B1:C1'])).toEqual(['1,1 2,1', '1,2 1,3']);
  expect(blocks(['A1:C2'])).toEqual(['1,1 2,3']);
  expect(blocks(['A1:A3'])).toEqual(['1,1 3,1']);
});

it('as far as their lines still follow each other, at their new place', () => {
  expect(blocks(['A1:A3'], [1, 2])).toEqual(['1,1 2,1']);
  expect(blocks(['A1:A3'], [1, 3])).toEqual([]);
  expect(blocks(['A1:B3'], [1, 3])).toEqual(['1,1 1,2']);
  expect(blocks(['A2:A3'], [2, 3])).toEqual([]);
  expect(blocks(['B2:B3'], [2, 3])).toEqual(['1,2 2,2']);
});

it('a block covers all its cells but the first', () => {
  const isCovered = coveredBy([{ top: 2, left: 2, bottom: 3, right: 3 }]);
  const all = [1, 2, 3, 4].flatMap((row) => [1, 2, 3, 4].map((column) => [row, column] as const));
  expect(all.filter(([row, column]) => isCovered(row, column))).toEqual([
    [2, 3],
    [3, 2],
    [3, 3],
  ]);
});

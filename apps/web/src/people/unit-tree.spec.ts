import { MARKS } from '../words/marks.ts';
import { treeOf, unitAndAbove, type Unit } from './unit-tree.ts';

const unit = (code: string, parent: string | null, closed = false): Unit => ({
  code,
  name: `单位${code}`,
  kind: '任务单位',
  parent,
  closed,
  formerNames: [],
});
const units = [unit('01', null), unit('0101', '01'), unit('02', null, true), unit('0201', '02')];

it('the unit of a closed parent stays in the tree', () => {
  expect(treeOf(units, false, MARKS.zh).map(({ key }) => key)).toEqual(['01', '0201']);
  expect(treeOf(units, true, MARKS.zh).map(({ key }) => key)).toEqual(['01', '02']);
});

it('a unit is found with all above it, and a circle of parents ends', () => {
  expect(unitAndAbove(units, units[1]!)).toEqual(['0101', '01']);
  const circle = [unit('a', 'b'), unit('b', 'a')];
  expect(unitAndAbove(circle, circle[0]!)).toEqual(['a', 'b']);
});

import { chooserOf } from './choice.ts';
import { sectionsOf } from './tokens.ts';

const choose = (code: string, value: number) => chooserOf(sectionsOf(code))(value);
const at = (section: number, unsigned = false) => ({ at: section, unsigned });

it.each([
  ['0', 5, at(0)],
  ['0', -5, at(0)],
  ['0;(0)', -5, at(1, true)],
  ['0;(0)', 0, at(0)],
  ['0;(0);"无"', 0, at(2)],
  ['0;(0);"无"', 5, at(0)],
])('without conditions %s shows %p by its sign', (code, value, expected) => {
  expect(choose(code, value)).toEqual(expected);
});

it.each([
  ['[>=10000]0;0', 10_000, at(0)],
  ['[>=10000]0;0', 9_999, at(1)],
  ['[>10000]0;0', 10_000, at(1)],
  ['[<0]"负"0;0', -3, at(0, true)],
  ['[<=0]"负"0;0', 0, at(0, true)],
  ['[<5]0;0', 3, at(0)],
  ['[=1]"是";"否"', 1, at(0)],
  ['[<>1]"否";"是"', 1, at(1)],
  ['[<>0]0;"无"', -3, at(0)],
  ['[>100]0;0;"其他"', -1, at(1)],
  ['[>100]0;0;"其他"', 5, at(2)],
  ['[>100]0;[<-100]0', 5, null],
])('of %s the first section whose condition holds shows %p', (code, value, expected) => {
  expect(choose(code, value)).toEqual(expected);
});

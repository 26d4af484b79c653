import { unitsNamed } from './layout.ts';

it.each([
  ['单位：万元', ['万元']],
  ['金额单位:亿元', ['亿元']],
  ['2026年签约项目（单位：万元）', ['万元']],
  ['亿元以上项目 单位：万元', ['万元']], // what stands behind 单位 counts
  ['单位万元', ['万元']],
  ['亿元口径 责任单位', ['亿元']], // where nothing does, what stands before it
  ['共签约35个、总投资120亿元', []],
  ['东湖区单位名单', []],
  ['签约项目台账', []],
] as const)('the line %s above a table names the units %j', (line, units) => {
  expect(unitsNamed(line).map(({ unit }) => unit)).toEqual(units);
});

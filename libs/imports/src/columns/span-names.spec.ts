import { monthNamed, numbered } from './month-names.ts';
import { monthOver, periodOver, spanNamed } from './span-names.ts';

it.each([
  ['1月', 1, null],
  ['十一月份到位资金', 11, null],
  ['十月', 10, null],
  ['2024年3月', 3, '2024'],
  ['24年3月（万元）', 3, '2024'],
  ['2024.12', 12, '2024'],
  ['1-2月', 2, null],
])('%s is a month', (text, month, year) => {
  expect(monthNamed(text)).toEqual({ month, year });
});

it.each(['13月', '3月计划', '3月合同额', '3月累计', '2024年1月5日', '2024.1.5', '2024-03-15', '3', '到位资金'])(
  '%s is no month of money',
  (text) => {
    expect(monthNamed(text)).toBeNull();
  },
);

it('a month may be one of a contract where its money arrived', () => {
  expect(monthNamed('3月合同到位')).toEqual({ month: 3, year: null });
});

it('months in words become numbers', () => {
  expect(['十二月', '二月', '2024年十一月', '第三个'].map(numbered)).toEqual(['12月', '2月', '2024年11月', '第三个']);
});

const span = (month: number | null, length: number | null, year: string | null = null, upTo = false) => ({
  month,
  year,
  length,
  upTo,
});
it.each([
  ['5月到位', span(5, 1)],
  ['一季度', span(3, 3)],
  ['第4季度到位', span(12, 3)],
  ['2024年Q2', span(6, 3, '2024')],
  ['3Q到位', span(9, 3)],
  ['上半年', span(6, 6)],
  ['2024年下半年到账', span(12, 6, '2024')],
  ['1-6月累计到位', span(6, 6, null, true)],
  ['截至1-9月底到账（万元）', span(9, 9, null, true)],
  ['2024年1至11月实际到位', span(11, 11, '2024', true)],
  ['2024年到位资金', span(12, 12, '2024')],
  ['24年度', span(12, 12, '2024')],
  ['本月到位', span(null, 1)],
  ['当月', span(null, 1)],
  ['本年累计到位', span(null, null, null, true)],
  ['年初至今到账金额', span(null, null, null, true)],
])('%s is a span of months', (text, expected) => {
  expect(spanNamed(text)).toEqual(expected);
});

it.each([
  '一季度计划',
  '上半年税收',
  '1-6月进展',
  '2024年项目',
  '本年度任务',
  '本月进度',
  '五季度',
  '到位资金',
  '1-13月到位',
])('%s is none', (text) => {
  expect(spanNamed(text)).toBeNull();
});

it.each([
  ['2026年6月到位资金表', 6],
  ['2026年1-6月到位资金表', 6],
  ['截至6月底', 6],
  ['2026年第二季度', 6],
  ['2026年上半年', 6],
  ['2026年12月', 12],
  ['3月和5月', null],
  ['2026年到位资金', null],
])('a title %s is of month %p', (title, month) => {
  expect(monthOver(title)).toBe(month);
});

it.each([
  ['2026年1-6月实际使用外资情况表', span(6, 6, null, true)],
  ['2026年度实际到位外资', span(12, 12)],
  ['2026年6月外资到账', span(6, 1)],
  ['2026年一季度到资情况', span(3, 3)],
  ['2026年外资项目', null],
  ['2026年1-6月签约情况表', null],
])('a title %s tells the period of the money under it', (title, expected) => {
  expect(periodOver(title)).toEqual(expected);
});

import { cellOf } from '../../../../test/imports/sheet-of.ts';
import { holdingOf, holdsOf } from './holds.ts';

it.each<[string, string | null]>([
  ['2024年3月5日', 'day'],
  ['2024-03-05 09:30', 'day'],
  ['2024-01', 'number'],
  ['13812345678', 'phone'],
  ['0512-1234567', 'phone'],
  ['91110000600037341L', 'credit-code'],
  ['￥5,000.50', 'figure'],
  ['7.5亿美元', 'figure'],
  ['ZS-2024-001', 'number'],
  ['招商〔2024〕5号', 'number'],
  ['恒远有限公司（筹）', null],
  ['恒远有限公司(筹)', 'firm'],
  ['Acme Ltd.', 'firm'],
  ['新建电子工厂', null],
  ['年产5万吨芯片', 'project'],
  ['芯片项目(一期)', 'project'],
  ['√', 'flag'],
  ['是', 'flag'],
  ['1', 'figure'],
  ['已签约', 'flag'],
  ['已完成土地平整，正在办理许可', 'sentence'],
  ['已完成平整', null],
  ['张三', 'person'],
  ['招商局', 'unit'],
  ['电子信息产业', null],
])('%s plainly is %s', (text, is) => {
  expect(holdingOf(text, new Set(['招商局']))).toBe(is);
});

it('what the cells of a column are is counted, days by their kind', () => {
  const cells = ['张三', '李四', '电子信息产业', '2024-03-05'].map((text) => cellOf(text)!);
  const holds = holdsOf([...cells, { kind: 'date', text: '3月' }], new Set());
  expect([...holds]).toEqual([
    ['person', 2],
    ['day', 2],
  ]);
});

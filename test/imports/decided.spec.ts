import type { ImportDecision } from '#imports';
import { imported, wan, type Value } from './imported.ts';

// A row that waits is decided on by its sheet and row, on every kind of sheet.

const NO_UNIT = {
  card: [
    ['项目名称', '甲', '投资方', '甲公司'],
    ['总投资', 12, '签约时间', '2025-02-28'],
    ['责任单位', '商务局', '建设地点', '高新区'],
  ],
  sideways: [
    ['项目名称', '甲', '乙'],
    ['投资方', '甲公司', '乙公司'],
    ['总投资', 12, 2],
    ['签约时间', '2025-02-28', '2025-04-05'],
    ['责任单位', '招商局', '商务局'],
  ],
  beside: [
    ['项目名称', '签约时间', '总投资', null, '项目名称', '签约时间', '总投资', '谁管'],
    ['甲', '2025-02-28', 12, null, '乙', '2024-03-15', 7, '经发局'],
  ],
  twice: [
    ['项目名称', '投资方', '签约时间', '总投资（万元）', '总投资（亿元）'],
    ['甲', '甲公司', '2025-02-28', 12, 5],
  ],
} as const;

it.each<[string, readonly (readonly Value[])[], readonly ImportDecision[], readonly string[]]>([
  ['a card', NO_UNIT.card, [{ sheet: '表', row: 1, decision: 'new' }], ['甲']],
  [
    'a table on its side',
    NO_UNIT.sideways,
    [
      { sheet: '表', row: 2, decision: 'new' },
      { sheet: '表', row: 3, decision: 'reject' },
    ],
    ['甲'],
  ],
  [
    'two tables side by side',
    NO_UNIT.beside,
    [
      { sheet: '表', row: 2, decision: 'new' },
      { sheet: '表（E列起）', row: 2, decision: 'new' },
    ],
    ['乙', '甲'],
  ],
  ['an amount that two columns tell otherwise', NO_UNIT.twice, [{ sheet: '表', row: 2, decision: 'new' }], ['甲']],
])('%s', async (_, rows, decisions, stored) => {
  const waiting = await imported({ 表: { rows } });
  expect([waiting.projects, waiting.report.rows.every(({ verdict }) => verdict === 'held')]).toEqual([[], true]);
  const { projects, of } = await imported({ 表: { rows } }, null, decisions);
  expect(projects.map(({ title }) => title).sort()).toEqual([...stored].sort());
  expect(wan(of('甲').contract?.contracted)).toBe('12 CNY');
});

it('money in another currency beside an amount: decided to be two sums, both are recorded', async () => {
  const rows = [
    ['项目名称', '投资方', '签约时间', '总投资（万元）'],
    ['甲', '甲公司', '2024-01-02', 900],
  ];
  const money = [
    ['项目名称', '到账日期', '到位金额（万元）', '外资（万美元）'],
    ['甲', '2024-03-01', 120, 15],
  ];
  const sheets = { 台账: { rows }, 到位: { rows: money } };
  const [waits, decided] = [
    await imported(sheets),
    await imported(sheets, null, [{ sheet: '到位', row: 2, decision: 'new' }]),
  ];
  expect([waits.found, waits.of('甲').arrivals]).toEqual([['到位!2 held: whole-and-foreign'], []]);
  expect(
    decided
      .of('甲')
      .arrivals.map(({ amount }) => wan(amount))
      .sort(),
  ).toEqual(['120 CNY', '15 USD']);
});

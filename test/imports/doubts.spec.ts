import { bureau } from './bureau.ts';
import { imported, importedText, wan, type Value } from './imported.ts';

// Amounts and columns that leave a doubt: a person decides before anything is stored.

const HEAD = ['项目名称', '投资方', '签约日期', '总投资'];
const listOf = (amounts: readonly Value[], above: readonly string[] = [], below: readonly string[] = []) =>
  imported({
    台账: {
      rows: [
        ...above.map((line) => [line]),
        HEAD,
        ...amounts.map((amount, at) => [`第${at + 1}号`, `东${at}公司`, '2025-01-02', amount]),
        ...below.map((line) => [line]),
      ],
    },
  });
const verdicts = (found: readonly string[]): readonly string[] => found.map((one) => one.split('!')[1]!);

it('an amount larger than any project is said to be, however few stand in its column', async () => {
  const rows = [
    ['项目名称', '投资方', '签约日期', '合同额（万元）'],
    ['轴承项目', '甲公司', '2024-03-05', 57_000],
    ['车桥项目', '乙公司', '2024-06-08', 90_000_000],
  ];
  expect(verdicts((await imported({ 台账: { rows } })).found)).toEqual(['3 warn: order-of-magnitude']);
});

it('amounts that no 万元 can be, too large or too small, wait where nobody names a unit', async () => {
  expect(verdicts((await listOf([350_000_000])).found)).toEqual(['2 held: unit-not-told']);
  expect(verdicts((await listOf([3.5, 0.8, 12])).found)).toEqual([2, 3, 4].map((row) => `${row} held: unit-not-told`));
  expect((await listOf([3.5, 5_000])).found).toEqual([]);
});

it('a note under the table names the unit as well as a line above it', async () => {
  const { of, found } = await listOf([3.5, 0.8], [], ['注：投资额单位为亿元']);
  expect([found, wan(of('第1号').contract?.contracted)]).toEqual([[], '35000 CNY']);
});

it('lines above that name two units of one currency contradict each other; sums in them are no unit', async () => {
  const { found } = await listOf([3, 2], ['单位：万元', '签约项目表（单位：亿元）']);
  expect(verdicts(found)).toEqual(['4 held: units-differ', '5 held: units-differ']);
  const { of, found: none } = await listOf([30_000], ['全县共签约项目35个，总投资120亿元', '单位：万元']);
  expect([none, wan(of('第1号').contract?.contracted)]).toEqual([[], '30000 CNY']);
});

it('what no amount can be waits or is refused, and never makes a negotiation of a contract', async () => {
  const { found, projects } = await listOf(['13800138000', '123456789012345678'], ['单位：万元']);
  expect(verdicts(found)).toEqual(['3 held: amount-beyond-reason', '4 held: amount-beyond-reason']);
  expect(projects).toEqual([]);
  const { give, live } = bureau();
  const lines = `项目名称,投资方,签约日期,总投资（万元）\n甲,甲公司,2025-01-02,99999999999999万元\n`;
  await give(lines, { name: '台账.csv' });
  const { rows } = await give(lines, { decisions: [{ sheet: '台账', row: 2, decision: 'new' }], name: '台账.csv' });
  expect(rows.map(({ verdict, findings }) => [verdict, ...findings.map(({ code }) => code)])).toEqual([
    ['reject', 'value-refused'],
  ]);
  expect(await live()).toEqual([]);
});

const NAMES = ['年产500万套轴承项目', '传感器研发基地', '中央厨房项目'];
const FIRMS = ['苏州恒远精密制造有限公司', '浙江云帆科技集团', '广东美华食品厂'];
const ROW = {
  项目名称: NAMES,
  投资方: FIRMS,
  签约日期: ['2025-01-02', '2025-02-02', '2025-03-02'],
  '总投资(亿元)': ['3', '2.5', '1.5'],
};
/** A ledger of these columns; `under` puts the values of one heading under another. */
const ledgerOf = (
  columns: Readonly<Record<string, readonly string[]>>,
  under: Readonly<Record<string, string>> = {},
) => {
  const heads = Object.keys(columns);
  const lines = [0, 1, 2].map((row) => heads.map((head) => columns[under[head] ?? head]![row]).join(','));
  return importedText('台账.csv', [heads.join(','), ...lines].join('\n'));
};
const byTitle = <T extends { readonly title: string }>(all: readonly T[]): readonly T[] =>
  [...all].sort((a, b) => a.title.localeCompare(b.title));
const exchanged = (one: string, other: string) => ({ [one]: other, [other]: one });

it.each<[string, string, Readonly<Record<string, readonly string[]>>]>([
  ['项目名称', '投资方', {}],
  ['签约日期', '总投资(亿元)', {}],
  ['项目名称', '项目编号', { 项目编号: ['ZS-2025-001', 'ZS-2025-002', 'ZS-2025-003'] }],
  [
    '项目名称',
    '进展情况',
    { 进展情况: ['已完成主体施工，正在安装设备', '正在办理土地手续，月底挂牌', '已完成公司注册，正在做方案'] },
  ],
  [
    '固定资产投资(亿元)',
    '开工日期',
    { '固定资产投资(亿元)': ['2', '1', '1'], 开工日期: ['2025-05-01', '2025-06-01', '2025-07-01'] },
  ],
  ['联系人', '联系电话', { 联系人: ['王五', '赵六', '孙七'], 联系电话: ['13800138000', '13800138001', '13800138002'] }],
])(
  'where the headings %s and %s changed places, both are read by what they hold, and every row says so',
  async (one, other, more) => {
    const columns = { ...ROW, ...more };
    const right = await ledgerOf(columns);
    const changed = await ledgerOf(columns, exchanged(one, other));
    const told = ({ projects }: typeof right) =>
      byTitle(projects).map(({ title, investor, contract, startCertified, progress }) => ({
        title,
        investor,
        on: contract?.on,
        money: [wan(contract?.contracted), wan(contract?.fixedAssets)],
        start: startCertified?.on,
        progress: progress?.text,
      }));
    expect(told(changed)).toEqual(told(right));
    expect(verdicts(right.found)).toEqual([]);
    expect(verdicts(changed.found)).toEqual([2, 3, 4].map((row) => `${row} warn: columns-changed-places`));
    const { groups, sheets } = changed.report;
    expect([groups[0]!.message.zh.includes(one), groups[0]!.message.zh.includes(other)]).toEqual([true, true]);
    expect(
      sheets[0]!.mapping
        .filter(({ because }) => because.includes('values') && !because.includes('words'))
        .map(({ header }) => header)
        .sort(),
    ).toEqual([one, other].sort());
  },
);

it('columns that were all moved by one wait, whatever two of them hold', async () => {
  const columns = {
    ...ROW,
    '固定资产投资(亿元)': ['2', '1', '1'],
    约定开工日期: ['2025-08-01', '2025-08-02', '2025-08-03'],
  };
  const moved = {
    项目名称: '投资方',
    投资方: '签约日期',
    签约日期: '总投资(亿元)',
    '总投资(亿元)': '固定资产投资(亿元)',
    '固定资产投资(亿元)': '约定开工日期',
    约定开工日期: '项目名称',
  };
  const { projects, report } = await ledgerOf(columns, moved);
  expect(projects).toEqual([]);
  expect(report.groups.map(({ code }) => code)).toContain('columns-doubted');
});

it.each<[string, Readonly<Record<string, readonly string[]>>, string]>([
  ['numbers under the name', { 项目名称: ['ZS-2025-001', 'ZS-2025-002', 'ZS-2025-003'] }, 'held: columns-doubted'],
  ['days under the investor', { 投资方: ['2025-01-02', '2025-02-02', '2025-03-02'] }, 'warn: column-doubted'],
  ['firms under the industry', { 所属行业: FIRMS }, 'warn: column-doubted'],
  [
    'projects under the investor, firms under the name',
    { 项目名称: FIRMS, 投资方: ['轴承智能制造', '传感器研发生产', '预制菜中央厨房'] },
    'warn: column-doubted',
  ],
  ['yes under a day of signing', { 签约日期: ['是', '是', '是'] }, 'held: decides-without-day'],
])('%s: the column is doubted', async (_what, columns, verdict) => {
  expect(verdicts((await ledgerOf({ ...ROW, ...columns })).found)).toEqual([2, 3, 4].map((row) => `${row} ${verdict}`));
});

it('a row that was typed the wrong way round is doubted alone; projects that are called as their firms are none', async () => {
  const mixed = await ledgerOf({
    ...ROW,
    项目名称: [NAMES[0]!, FIRMS[1]!, NAMES[2]!],
    投资方: [FIRMS[0]!, '传感器项目', FIRMS[2]!],
  });
  expect(verdicts(mixed.found)).toEqual(['3 warn: names-changed-places']);
  const { found } = await ledgerOf({ ...ROW, 项目名称: FIRMS, 投资方: ['张三', '浙江客商李四', '香港'] });
  expect(found).toEqual([]);
});

it('是否签约 over days is the day of signing, and a mapping of a person ends every doubt', async () => {
  const { 签约日期, ...others } = ROW;
  const { of } = await ledgerOf({ ...others, 是否签约: 签约日期 });
  expect(of('中央厨房项目').contract?.on).toBe('2025-03-02');
  const { give, live } = bureau();
  const lines = `项目名称,投资方,签约日期,总投资(亿元)\n${FIRMS[0]},轴承项目,2025-01-02,3\n${FIRMS[1]},传感器项目,2025-01-02,3\n`;
  const { rows } = await give(lines, { mapping: { columns: { A: 'name', B: 'investor' } } });
  expect([
    rows.flatMap(({ findings }) => findings.map(({ code }) => code)),
    (await live()).map(({ title }) => title).sort(),
  ]).toEqual([['names-changed-places', 'names-changed-places'], [FIRMS[0], FIRMS[1]].sort()]);
});

it('what is due within a part of the year, or in a second column, is no target of the year', async () => {
  const { report } = await imported({
    目标: {
      rows: [
        ['2026年招商引资目标任务分解表'],
        ['单位', '到位资金目标（亿元）', '一季度到位资金目标（亿元）', '到位资金奋斗目标（亿元）'],
        ['东乡镇', 5, 1, 8],
        ['西乡镇', 4, 0.8, 6],
      ],
    },
  });
  expect(report.targets.filter(({ unit }) => unit === '东乡镇').map(({ metric }) => metric)).toEqual([
    'domestic-arrived',
    '一季度到位资金目标(亿元)',
    '到位资金奋斗目标(亿元)',
  ]);
});

it('in a column whose cells name their units, a bare figure that no 万元 can be waits, and no other', async () => {
  const { found } = await listOf(['5亿元', '3000万元', 1.2, 15_000]);
  expect(verdicts(found)).toEqual(['4 held: unit-not-told']);
});

it.each([
  ['columns a year', ['2023年到位', '2024年到位'], [12_000_000, 8_000_000], ['E2', 'F2']],
  ['one of them in words of its own', ['2023年到位', '2024年到位'], ['3000万元', 8_000_000], ['F2']],
  ['columns a year, plausible in 万元', ['2023年到位', '2024年到位'], [1_200, 800], []],
])('money that arrived, without a unit, waits where no 万元 can be meant: %s', async (_, heads, amounts, cells) => {
  const { report, projects } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '签约时间', '总投资（亿元）', ...heads],
        ['甲', '甲公司', '2022-01-01', 5, ...amounts],
      ],
    },
  });
  const doubted = report.rows.flatMap(({ findings }) => findings.filter(({ code }) => code === 'unit-not-told'));
  expect(doubted.map(({ cell }) => cell)).toEqual(cells);
  expect(projects.length).toBe(cells.length === 0 ? 1 : 0);
});

it('so does domestic and foreign money of a list of arrivals', async () => {
  const { found } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '签约时间', '总投资（亿元）'],
        ['甲', '甲公司', '2022-01-01', 5],
      ],
    },
    到位: {
      rows: [
        ['项目名称', '到账日期', '到位内资', '到位外资'],
        ['甲', '2024-01-01', 12_000_000, 8_000_000],
      ],
    },
  });
  expect(found).toEqual(['到位!2 held: unit-not-told unit-not-told']);
});

import { imported, wan } from './imported.ts';

// What stands between, above and under the rows of a table, and is none of them.

const HEAD = ['序号', '项目名称', '投资方', '签约日期', '总投资（亿元）', '固投（亿元）'];

it('counts with sums, sections with the sums of their rows, and sums alone are no projects', async () => {
  const { report, projects, found } = await imported({
    台账: {
      rows: [
        HEAD,
        ['一', '工业项目', null, null, 4.5, 3],
        [1, '甲', '甲公司', '2025-01-02', 3, 2],
        [2, '乙', '乙公司', '2025-01-02', 1.5, 1],
        [null, '2个', null, null, 4.5, 3],
        ['二、农业项目', null, null, null, 2, 1],
        [3, '丙', '丙公司', '2025-03-02', 2, 1],
        [null, null, null, null, 6.5, 4],
      ],
    },
  });
  expect([found, projects.map(({ title }) => title).sort()]).toEqual([[], ['丙', '乙', '甲']]);
  expect(report.sheets[0]!.passed).toEqual([
    { row: 2, why: 'section' },
    { row: 5, why: 'total' },
    { row: 6, why: 'section' },
    { row: 8, why: 'total' },
  ]);
});

it.each([
  ['一', '工业项目'],
  ['（一）', '工业项目（2个）'],
  ['', '一、工业项目'],
  ['一、工业项目（2个）', ''],
  ['', '工业项目（2个）'],
])(
  'in a list that counts its projects, %s %s over sums is a section, whatever columns it has',
  async (number, name) => {
    const { projects, found } = await imported({
      重点项目: {
        rows: [
          ['2026年重点项目推进情况表（单位：万元）'],
          ['序号', '项目名称', '建设性质', '总投资', '2026年计划投资', '占年度计划%', '形象进度', '责任单位'],
          ['', '合计（2个）', '', 300000, 60000, '66.7%', '', ''],
          [number, name, '', 300000, 60000, '66.7%', '', ''],
          [1, '甲', '新建', 100000, 30000, '66.7%', '主体封顶', '高新区'],
          [2, '乙', '续建', 200000, 30000, '66.7%', '设备安装', '经开区'],
        ],
      },
    });
    expect([projects.map(({ title }) => title).sort(), found]).toEqual([['乙', '甲'], []]);
  },
);

it('a project that is numbered in Chinese, with its firm or its day, is a project', async () => {
  const { projects } = await imported({
    台账: { rows: [HEAD, ['一', '甲', '甲公司', '2025-01-02', 3, 2], ['二', '乙', '乙公司', '2025-03-02', 2, 1]] },
  });
  expect(projects).toHaveLength(2);
});

it('notes that go on in numbered lines, sources, and lines to be signed are passed over', async () => {
  const { report, projects, found } = await imported({
    台账: {
      rows: [
        HEAD,
        [1, '甲', '甲公司', '2025-01-02', 3, 2],
        ['说明：1、本表金额含税'],
        ['2、签约日期以合同为准'],
        [null, '3、未开工项目不统计'],
        ['分管领导签字：', null, null, '主要领导签字：'],
        ['数据来源于各乡镇'],
      ],
    },
  });
  expect([found, projects.length, report.sheets[0]!.passed.map(({ why }) => why)]).toEqual([
    [],
    1,
    Array.from({ length: 5 }, () => 'note'),
  ]);
});

it('the lowest line of heads, which says only 时间 or 金额, is no row; parts of an amount are no intention', async () => {
  const { of, found } = await imported({
    台账: {
      rows: [
        ['序号', '基本情况', null, '资金情况（万元）', null, null, '节点', null],
        [null, '项目名称', '投资单位', '总投资', '固定资产投资', '设备投资', '签约', '开工'],
        [null, null, null, null, null, null, '时间', '时间'],
        [1, '锂盐', '盐湖公司', 12000, 8000, 3000, '2024-03-08', '2024-09-01'],
      ],
    },
  });
  const { contract, intendedAmount, startCertified, extra } = of('锂盐');
  expect([found, wan(contract?.contracted), intendedAmount ?? null, startCertified?.on, extra]).toEqual([
    [],
    '12000 CNY',
    null,
    '2024-09-01',
    { 设备投资: '3000' },
  ]);
});

it.each([
  ['注：红色字体为已终止项目', true],
  ['说明：标黄的表示需重点调度', true],
  ['注：黄色旅游项目另表', false],
])('%s: where a colour means something, that it is not read is said (%s)', async (line, isSaid) => {
  const rows = [HEAD, [1, '甲', '甲公司', '2025-01-02', 3, 2], [line]];
  const above = await imported({ 台账: { rows: [[line], ...rows.slice(0, 2)] } });
  const below = await imported({ 台账: { rows } });
  for (const { report } of [above, below])
    expect(report.notes.map(({ code }) => code)).toEqual(isSaid ? ['colours-unread'] : []);
});

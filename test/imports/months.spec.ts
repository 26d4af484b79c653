import { inUnit, type KnownProject } from '#domain';
import { imported, importedText } from './imported.ts';

// Money that is told with a column a month: what arrived in each is an arrival of that month, and the sum beside them is no more money.

const monthsOf = ({ arrivals }: KnownProject): readonly string[] =>
  arrivals.map(
    ({ on, amount, origin, certified }) =>
      `${on} ${inUnit(amount, '万元')} ${amount.currency}${origin === null ? '' : ` ${origin}`}${certified ? '' : ' ?'}`,
  );

it('months in a ledger of projects, under one head, with what has come so far beside them', async () => {
  const { of, found } = await imported({
    台账: {
      rows: [
        ['2024年签约项目资金到位情况表（万元）'],
        ['项目名称', '投资方', '签约日期', '合同额', '到位资金', null, null, null],
        [null, null, null, null, '1月', '2月', '3月', '累计到位资金'],
        ['甲', '甲公司', '2023-05-06', 50000, 100, null, '250.5', 350.5],
        ['乙', '乙公司', '2024-02-06', 60000, '/', 0, '3000万美元', 3000],
        ['合计', null, null, 110000, 100, 0, 250.5, null],
      ],
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:H2'],
    },
  });
  expect(found).toEqual([]);
  expect([monthsOf(of('甲')), monthsOf(of('乙'))]).toEqual([
    ['2024-01-31 100 CNY', '2024-03-31 250.5 CNY'],
    ['2024-03-31 3000 USD'],
  ]);
  expect(of('甲').extra).toEqual({ 累计到位资金: '350.5' });
});

it('months in a list of arrivals, their years in the heads; two boundaries of one month are two amounts', async () => {
  const { of, report } = await imported({
    项目: {
      rows: [
        ['项目名称', '投资方', '签约日期', '合同额（万元）'],
        ['甲', '甲公司', '2023-05-06', 50000],
      ],
    },
    到资: {
      rows: [
        ['项目名称', '2023年十二月', null, '2024年1月份', null, '合计'],
        [null, '省外资金（万元）', '外资（万美元）', '省外资金（万元）', '外资（万美元）', null],
        ['甲', 100, 20, 300, null, 420],
        ['丙', 1, null, null, null, 1],
      ],
      merges: ['A1:A2', 'B1:C1', 'D1:E1', 'F1:F2'],
    },
  });
  expect([report.sheets[1]!.kind, report.rows.map(({ row, findings }) => [row, findings[0]!.code])]).toEqual([
    'arrivals',
    [[4, 'project-unknown']],
  ]);
  expect(monthsOf(of('甲'))).toEqual([
    '2023-12-31 100 CNY out-of-province',
    '2023-12-31 20 USD overseas',
    '2024-01-31 300 CNY out-of-province',
  ]);
});

it('a month without a year, one that lies ahead, and an amount in words are kept and said', async () => {
  const csv = (title: string, cells: string) =>
    importedText(
      'months.csv',
      `${title},,,,,\n项目名称,投资方,签约日期,合同额（万元）,1月到位资金（万元）,12月到位资金（万元）\n甲,甲公司,2023-05-06,50000,${cells}\n`,
    );
  const unknown = await csv('资金到位表', '100,');
  expect([unknown.found.map((one) => one.split('!')[1]), unknown.of('甲').arrivals, unknown.of('甲').extra]).toEqual([
    ['3 warn: period-unknown'],
    [],
    { '1月到位资金（万元）': '100' },
  ]);
  const ahead = await csv('2026年资金到位表', '100,200');
  expect(ahead.found.map((one) => one.split('!')[1])).toEqual(['3 reject: occurred-in-future']);
  const words = await csv('2025年资金到位表', '一百多万,200');
  expect([words.found.map((one) => one.split('!')[1]), monthsOf(words.of('甲'))]).toEqual([
    ['3 warn: not-understood'],
    ['2025-12-31 200 CNY'],
  ]);
});

it('months of a plan, of investment done or of progress are no money that arrived', async () => {
  const { of } = await importedText(
    'others.csv',
    `2024年到位资金任务分解表,,,,,
项目名称,投资方,签约日期,合同额（万元）,1月计划到位,2月计划到位
甲,甲公司,2023-05-06,50000,100,200
`,
  );
  expect([of('甲').arrivals, of('甲').extra]).toEqual([[], { '1月计划到位': '100', '2月计划到位': '200' }]);
});

it('a list of arrivals that names firms only: their party or project company tells the project, where it has one', async () => {
  const { of, report } = await imported({
    签约: {
      rows: [
        ['项目名称', '投资方', '项目公司', '签约时间', '总投资（亿元）'],
        ['芯片项目', '德芯集团', '德芯科技有限公司', '2023年5月', 5],
        ['食品项目', '港利集团', '港利食品有限公司', '2023年6月', 3],
        ['冷链基地', '港利集团', '港利二期有限公司', '2023年7月', 9],
      ],
    },
    到资: {
      rows: [
        ['2024年实际利用外资到资情况表（万美元）'],
        ['序号', '企业名称', '投资方国别', '合同外资', '实际到资', '到资时间', '所属县区'],
        [1, '德芯科技有限公司', '德国', 3000, 500, '2024.3.15', '高新区'],
        [2, '德芯集团', '德国', 3000, 200, '24.5.7', '高新区'],
        [3, '港利集团', '香港', 2000, 300, '2024.5.7', '经开区'],
        [4, '不知名公司', '香港', 2000, 300, '2024.5.7', '经开区'],
        ['合计', null, null, null, 1300],
      ],
    },
  });
  expect([report.sheets[1]!.kind, monthsOf(of('芯片项目')), of('食品项目').arrivals]).toEqual([
    'arrivals',
    ['2024-03-15 500 USD', '2024-05-07 200 USD'],
    [],
  ]);
  expect(
    report.rows.map(({ row, verdict, findings }) => [row, verdict, findings.map(({ code, cell }) => [code, cell])]),
  ).toEqual([
    [5, 'held', [['project-ambiguous', 'B5']]],
    [6, 'reject', [['project-unknown', 'B6']]],
  ]);
});

it('one month under a group that names it, with what has come so far beside it', async () => {
  const { of, found } = await imported({
    调度: {
      rows: [
        ['2024年10月重点项目调度表（亿元）'],
        ['项目名称', '投资方', '签约日期', '总投资', '10月到位资金', null],
        [null, null, null, null, '当月', '累计'],
        ['甲', '甲公司', '2023-05-06', 50, 1.2, 1.2],
        ['乙', '乙公司', '2024-02-06', 60, null, null],
      ],
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2'],
    },
  });
  expect([found, monthsOf(of('甲')), monthsOf(of('乙'))]).toEqual([[], ['2024-10-31 12000 CNY'], []]);
});

it('of plans and what came of them, quarter by quarter, 实际 is the money that arrived', async () => {
  const { of } = await imported({
    到位: {
      rows: [
        ['2026年到位资金计划执行表（万元）'],
        ['项目名称', '投资方', '签约时间', '合同额', '一季度', null, '二季度', null],
        [null, null, null, null, '计划', '实际', '计划', '实际'],
        ['甲', '甲公司', '2025-03-01', 5000, 100, 90, 200, 210],
        ['乙', '乙公司', '2025-04-01', 8000, 50, 40, 60, 0],
      ],
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:H2'],
    },
  });
  expect([monthsOf(of('甲')), monthsOf(of('乙'))]).toEqual([
    ['2026-03-31 90 CNY', '2026-06-30 210 CNY'],
    ['2026-03-31 40 CNY'],
  ]);
});

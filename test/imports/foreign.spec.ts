import { inUnit, type KnownProject } from '#domain';
import { bureau } from './bureau.ts';
import { imported, importedText, wan } from './imported.ts';

// The form of foreign capital names firms, what they contracted and what came of it, and no project.

const arrivalsOf = ({ arrivals }: Pick<KnownProject, 'arrivals'>): readonly string[] =>
  arrivals.map(({ on, amount }) => `${on} ${inUnit(amount, '万元')} ${amount.currency}`);
const HEAD = '序号,企业名称,投资国别,合同外资（万美元）,实际使用外资（万美元）';

it('each firm is a project with what it contracted and what arrived in the period of the title', async () => {
  const { of, report, found } = await importedText(
    'fdi.csv',
    `2026年1-6月实际使用外资情况表,,,,
${HEAD}
1,德芯（中国）有限公司,德国,3000,500
2,港利食品有限公司,香港,2000,
合计,,,5000,500
`,
  );
  expect(report.sheets[0]!.kind).toBe('projects');
  const one = of('德芯（中国）有限公司');
  expect([one.investor, wan(one.intendedAmount), arrivalsOf(one), arrivalsOf(of('港利食品有限公司'))]).toEqual([
    '德芯（中国）有限公司',
    '3000 USD',
    ['2026-06-30 500 USD'],
    [],
  ]);
  expect(found).toEqual(['fdi!3 warn: known-to-quarter']);
});

it.each([
  ['合同利用外资额（万美元）', '实际到位外资（万美元）'],
  ['投资总额（万美元）', '实际利用外资（万美元）'],
  ['合同外资金额', '实际使用外资金额'],
])('%s and %s are known as well', async (contracted, arrived) => {
  const { of } = await importedText(
    'fdi.csv',
    `2026年6月利用外资情况表（单位：万美元）,,,\n企业名称,国别,${contracted},${arrived}\n德芯有限公司,德国,3000,500\n`,
  );
  const one = of('德芯有限公司');
  expect([wan(one.intendedAmount), arrivalsOf(one)]).toEqual(['3000 USD', ['2026-06-30 500 USD']]);
});

it('without a period what arrived is kept and said, and with a day of signing the firm’s project is signed', async () => {
  const { of, report } = await importedText(
    'fdi.csv',
    `外资企业情况表,,,,,\n企业名称,投资国别,签约日期,合同外资（万美元）,实际使用外资（万美元）,所属行业\n德芯有限公司,德国,2025-03-04,3000,500,芯片\n`,
  );
  const one = of('德芯有限公司');
  expect([wan(one.contract?.contracted), one.arrivals, one.extra['实际使用外资（万美元）']]).toEqual([
    '3000 USD',
    [],
    '500',
  ]);
  expect(report.rows.map(({ verdict, findings }) => [verdict, ...findings.map(({ code }) => code)])).toEqual([
    ['warn', 'period-unknown'],
  ]);
});

it('a firm whose project another sheet tells adds to it, wherever the sheets stand; of several a person decides', async () => {
  const { of, projects, report } = await imported({
    外资: {
      rows: [
        ['2026年6月实际使用外资情况表（万美元）'],
        ['序号', '企业名称', '投资国别', '合同外资', '实际使用外资'],
        [1, '德芯科技有限公司', '德国', 3000, 500],
        [2, '港利集团', '香港', 2000, 300],
        [3, '新来有限公司', '香港', 1000, 100],
      ],
    },
    签约: {
      rows: [
        ['项目名称', '投资方', '项目公司', '签约时间', '总投资（亿元）'],
        ['芯片项目', '德芯集团', '德芯科技有限公司', '2023年5月', 5],
        ['食品项目', '港利集团', '港利食品有限公司', '2023年6月', 3],
        ['冷链基地', '港利集团', '港利二期有限公司', '2023年7月', 9],
      ],
    },
  });
  expect(projects.map(({ title }) => title).sort()).toEqual(
    ['冷链基地', '新来有限公司', '芯片项目', '食品项目'].sort(),
  );
  expect([arrivalsOf(of('芯片项目')), wan(of('芯片项目').contract!.contracted)]).toEqual([
    ['2026-06-30 500 USD'],
    '50000 CNY',
  ]);
  expect(report.rows.filter(({ verdict }) => verdict === 'held').map(({ sheet, row }) => `${sheet}!${row}`)).toEqual([
    '外资!4',
  ]);
});

it('a firm whose project is recorded meets it, and next month’s form makes no second one', async () => {
  const { give, live } = bureau();
  const form = (month: number, arrived: number): string =>
    `2026年${month}月实际使用外资情况表,,,,\n${HEAD}\n1,德芯有限公司,德国,3000,${arrived}\n2,新来有限公司,香港,1000,${arrived}\n`;
  await give('项目名称,投资方,签约日期,合同额（万美元）\n芯片项目,德芯有限公司,2023-05-06,3000\n');
  await give(form(6, 100));
  await give(form(7, 50));
  expect((await live()).map((one) => [one.title, ...arrivalsOf(one)]).sort()).toEqual([
    ['新来有限公司', '2026-06-30 100 USD', '2026-07-31 50 USD'],
    ['芯片项目', '2026-06-30 100 USD', '2026-07-31 50 USD'],
  ]);
});

it('省外资金 holds the word 外资 and is none: its target, its unit among two, and where money came from', async () => {
  const { report, of } = await imported({
    任务: {
      rows: [
        ['2026年各县区招商引资目标任务分解表'],
        ['县区', '省外资金目标（亿元）', '外资目标（万美元）'],
        ['高新区', 10, 500],
      ],
    },
    台账: {
      rows: [
        ['项目名称', '投资方', '签约时间', '总投资（万元）'],
        ['甲', '甲公司', '2024-01-05', 5_000],
      ],
    },
    到位: {
      rows: [['单位：万元、万美元'], ['项目名称', '到账日期', '省外资金', '到位外资'], ['甲', '2024-03-01', 300, 20]],
    },
    来源: {
      rows: [
        ['项目名称', '到账日期', '到账金额（万元）', '资金来源'],
        ['甲', '2024-05-01', 70, '省外资金'],
        ['甲', '2024-06-01', 80, '外资'],
      ],
    },
  });
  expect(report.targets.map(({ metric, value }) => [metric, value])).toEqual([
    ['domestic-arrived', { money: { amount: '1000000000.00', currency: 'CNY' } }],
    ['foreign-arrived', { money: { amount: '5000000.00', currency: 'USD' } }],
  ]);
  expect(
    of('甲')
      .arrivals.map(({ amount, origin }) => `${wan(amount)} ${origin}`)
      .sort(),
  ).toEqual(['20 USD overseas', '300 CNY out-of-province', '70 CNY out-of-province', '80 CNY overseas']);
});

it('a form that tells what each firm is to invest, and when money came, is a form of firms', async () => {
  const { report, projects, of } = await imported({
    外资: {
      rows: [
        ['2026年1-10月利用外资项目情况表（单位：万美元）'],
        ['序号', '企业名称', '国别（地区）', '投资总额', '注册资本', '合同外资', '实际到资', '到资时间'],
        [1, '瑞丰（中国）有限公司', '新加坡', 3000, 1200, 1200, 500, '2026.3.2'],
        [2, '三井化学有限公司', '日本', 'USD 3000万', '1500万美元', 1500, '折合人民币7000万元', '2026.9.1'],
        ['合计', null, null, 6000, 2700, 2700, null, null],
      ],
    },
  });
  expect([report.rows, projects.length]).toEqual([[], 2]);
  expect(projects.map(({ intendedAmount }) => intendedAmount?.amount)).toEqual(['30000000.00', '30000000.00']);
  expect(of('三井化学有限公司').arrivals.map(({ on, amount }) => [on, amount.amount, amount.currency])).toEqual([
    ['2026-09-01', '70000000.00', 'CNY'],
  ]);
});

it('what was contracted a month is no money that arrived; the firms beside it are projects', async () => {
  const { of, projects } = await imported({
    外资: {
      rows: [
        ['2026年10月外商投资企业情况表（单位：万美元）'],
        ['序号', '企业名称', '外方名称', '合同外资', null, '实际使用外资', null],
        [null, null, null, '10月', '1-10月', '10月', '1-10月'],
        [1, '瑞声科技', 'AAC', 0, 1200, 100, 650],
        [2, '丰田纺织', 'Toyota', 300, 300, 0, 0],
      ],
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2'],
    },
  });
  expect([projects.length, of('丰田纺织').arrivals, of('瑞声科技').arrivals.map(({ amount }) => wan(amount))]).toEqual([
    2,
    [],
    ['550 USD', '100 USD'],
  ]);
});

it.each([
  [
    '项目名称,签约日期,合同外资（万美元）',
    '甲,2024-01-05,300',
    '300 USD',
    'what only the foreign amount tells is the contract',
  ],
  [
    '项目名称,签约日期,合同额（万元）,其中：合同外资（万美元）',
    '甲,2024-01-05,,300',
    null,
    'a part of what nobody tells is none, and the row waits',
  ],
  [
    '项目名称,签约日期,合同额（万元）,合同外资（万美元）',
    '甲,2024-01-05,9000,300',
    '9000 CNY',
    'beside an amount in 元 it is no second one',
  ],
])('%s: %s, %s', async (head, row, contracted, _why) => {
  const { projects } = await importedText('台账.csv', `${head},投资方\n${row},甲公司\n`);
  const told = projects[0]?.contract?.contracted;
  expect(told === undefined ? null : wan(told)).toEqual(contracted);
});

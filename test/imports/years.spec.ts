import { inUnit, type KnownProject } from '#domain';
import { bureau } from './bureau.ts';
import { importedText, type Imported } from './imported.ts';

// Money that is told with a column a year, or as what came so far: counted once, whatever else tells of the same months.

const arrivalsOf = ({ arrivals }: Pick<KnownProject, 'arrivals'>): readonly string[] =>
  arrivals
    .filter(({ reversed }) => reversed === null)
    .map(({ on, amount }) => `${on} ${inUnit(amount, '万元')} ${amount.currency}`)
    .sort();
const foundIn = ({ report }: Imported): readonly unknown[] =>
  report.rows.flatMap(({ verdict, findings }) =>
    [...findings].sort((a, b) => (a.cell! < b.cell! ? -1 : 1)).map(({ code, cell }) => [verdict, code, cell]),
  );

const HEAD = '项目名称,投资方,签约日期,合同额（万元）';
const ROW = '甲,甲公司,2022-05-06,50000';
const csv = (title: string, heads: string, cells: string) =>
  importedText('years.csv', `${title}${','.repeat(6)}\n${HEAD},${heads}\n${ROW},${cells}\n`);

it('a year is an arrival of that year, counted in its last month; the year that runs until today', async () => {
  const told = await csv(
    '资金到位表（万元）',
    '2024年到位（万元）,2025年度实际到位资金（万元）,2026年1-12月到位',
    '100,200.5,30',
  );
  expect(arrivalsOf(told.of('甲'))).toEqual(['2024-12-31 100 CNY', '2025-12-31 200.5 CNY', '2026-11-25 30 CNY']);
  expect(foundIn(told)).toEqual(['E3', 'F3', 'G3'].map((cell) => ['warn', 'known-to-quarter', cell]));
});

it('years under one head of money, and money under a head a year; what else stands under a year is none', async () => {
  const { of } = await importedText(
    'years.csv',
    `项目名称,投资方,签约日期,合同额（万元）,到位资金（万元）,,2025年,
,,,,2023年,2024年,到位资金（万元）,完成投资（万元）
${ROW},100,,300,900
`,
  );
  expect([arrivalsOf(of('甲')), Object.values(of('甲').extra)]).toEqual([
    ['2023-12-31 100 CNY', '2025-12-31 300 CNY'],
    ['900'],
  ]);
});

it.each(['2024年投资计划', '2024年完成投资', '2024年税收', '2024年计划到位', '2024年签约金额'])(
  '%s is no money that arrived',
  async (head) => {
    const { of } = await csv('资金到位表（万元）', `${head}（万元）,说明`, '900,无');
    expect(of('甲').arrivals).toEqual([]);
  },
);

it('a year beside its months is the same money; where it differs the months count, and that is said', async () => {
  const same = await csv('2025年资金到位表（万元）', '1月到位,3月到位,2024年到位,2025年到位', '100,50,70,150');
  expect([arrivalsOf(same.of('甲')), foundIn(same)]).toEqual([
    ['2024-12-31 70 CNY', '2025-01-31 100 CNY', '2025-03-31 50 CNY'],
    [['warn', 'known-to-quarter', 'G3']],
  ]);
  const other = await csv('2025年资金到位表（万元）', '1月到位,3月到位,2025年到位', '100,50,170');
  expect([arrivalsOf(other.of('甲')), foundIn(other)]).toEqual([
    ['2025-01-31 100 CNY', '2025-03-31 50 CNY'],
    [['warn', 'month-differs', 'G3']],
  ]);
});

it('what came so far is counted up to its month; beside the month itself only what is more, in the months that nothing else tells', async () => {
  const alone = await csv('2026年招商项目情况（万元）', '1-6月累计到位', '100');
  expect(arrivalsOf(alone.of('甲'))).toEqual(['2026-06-30 100 CNY']);
  const form = await csv('2026年6月招商项目资金到位情况（万元）', '本月到位,本年累计到位', '20,100');
  expect([arrivalsOf(form.of('甲')), foundIn(form)]).toEqual([
    ['2026-05-31 80 CNY', '2026-06-30 20 CNY'],
    [['warn', 'known-to-quarter', 'F3']],
  ]);
  const less = await csv('2026年6月招商项目资金到位情况（万元）', '本月到位,本年累计到位', '20,10');
  expect([arrivalsOf(less.of('甲')), foundIn(less)]).toEqual([
    ['2026-06-30 20 CNY'],
    [['warn', 'month-differs', 'F3']],
  ]);
});

it('sums so far of one month after the other add what is new, and told again they change nothing', async () => {
  const { give, live } = bureau();
  const form = (title: string, cells: string, head = '本年累计到位'): string =>
    `${title}（万元）\n${HEAD},${head}\n${ROW},${cells}\n`;
  await give(form('2026年6月资金到位情况', '100'));
  await give(form('2026年7月资金到位情况', '130'));
  await give(form('2026年8月资金到位情况', '130'));
  await give(form('2026年9月资金到位情况', '145', '1-9月到位'));
  const again = await give(`${form('2026年9月资金到位情况', '145', '1-9月到位')}\n`);
  expect((await live()).map(arrivalsOf)).toEqual([['2026-06-30 100 CNY', '2026-07-31 30 CNY', '2026-09-30 15 CNY']]);
  expect(again.rows).toEqual([]);
});

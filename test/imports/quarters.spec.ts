import { inUnit, type KnownProject } from '#domain';
import { bureau } from './bureau.ts';
import { imported, importedText } from './imported.ts';

// Money that is told with a column a quarter or a half-year: an arrival of that span, counted in its last month, and said so.

const arrivalsOf = ({ arrivals }: Pick<KnownProject, 'arrivals'>): readonly string[] =>
  arrivals.filter(({ reversed }) => reversed === null).map(({ on, amount }) => `${on} ${inUnit(amount, '万元')}`);

it('quarters of the year in the title, each an arrival; what is ahead is refused, the quarter that runs counts until today', async () => {
  const { of, found } = await importedText(
    'quarters.csv',
    `2026年资金到位情况表（万元）,,,,,,,,
项目名称,投资方,签约日期,合同额,一季度到位,第二季度到位,三季度到位,Q4到位,全年累计到位
甲,甲公司,2023-05-06,50000,100,0,200.5,30,330.5
`,
  );
  expect(arrivalsOf(of('甲'))).toEqual(['2026-03-31 100', '2026-09-30 200.5', '2026-11-25 30']);
  expect([found.map((one) => one.split('!')[1]), of('甲').extra]).toEqual([
    ['3 warn: known-to-quarter known-to-quarter known-to-quarter'],
    { 第二季度到位: '0', 全年累计到位: '330.5' },
  ]);
});

it('quarters beside their months, and half-years beside their quarters, are the same money once more', async () => {
  const head = ['项目名称', '投资方', '签约日期', '合同额（万元）'];
  const { of } = await imported({
    '2025年到位资金': {
      rows: [
        [...head, '1月到位', '2月到位', '3月到位', '一季度到位', '二季度到位'],
        ['甲', '甲公司', '2023-05-06', 50000, 100, 200, 300, 600, null],
      ],
    },
    '2024年到位资金': {
      rows: [
        [...head, '一季度到位', '二季度到位', '上半年到位', '下半年到位'],
        ['乙', '乙公司', '2023-05-06', 50000, 100, 200, 300, null],
      ],
    },
    '2023年到位资金': {
      rows: [
        [...head, '上半年到位', '下半年到位'],
        ['丙', '丙公司', '2022-05-06', 50000, 100, 200],
      ],
    },
  });
  expect([of('甲'), of('乙'), of('丙')].map(arrivalsOf)).toEqual([
    ['2025-01-31 100', '2025-02-28 200', '2025-03-31 300'],
    ['2024-03-31 100', '2024-06-30 200'],
    ['2023-06-30 100', '2023-12-31 200'],
  ]);
  expect(of('甲').extra).toEqual({ 一季度到位: '600' });
});

it('a quarter told again changes nothing; grown, it is a change; told month by month or one by one, a person decides', async () => {
  const { give, live } = bureau();
  const head = '项目名称,投资方,签约日期,总投资（亿元）';
  const quarters = (second: string): string =>
    `2025年到位资金（万元）\n${head},一季度到位,二季度到位\n甲,甲公司,2024-01-02,3,100,${second}\n`;
  await give(quarters('200'));
  await give(`${quarters('200')}\n`);
  expect((await live()).map(arrivalsOf)).toEqual([['2025-03-31 100', '2025-06-30 200']]);
  const grown = await give(quarters('250'));
  expect(grown.rows.flatMap(({ changes }) => changes.map(({ from, to }) => `${from} → ${to}`))).toEqual([
    '2000000.00 CNY → 2500000.00 CNY',
  ]);
  const single = await give('项目名称,投资方,到账日期,到账金额（万元）,凭证号\n甲,甲公司,2025-02-03,100,PZ-1\n');
  expect(single.rows.map(({ verdict, findings }) => [verdict, ...findings.map(({ code }) => code)])).toEqual([
    ['held', 'month-recorded'],
  ]);
  expect((await live()).map(arrivalsOf)).toEqual([['2025-03-31 100', '2025-06-30 200']]);
});

it('quarters of months that are recorded one by one are no more money', async () => {
  const { give, live } = bureau();
  const head = '项目名称,投资方,签约日期,总投资（亿元）';
  await give(`2025年到位资金（万元）\n${head},1月到位,2月到位,3月到位\n甲,甲公司,2024-01-02,3,100,50,\n`);
  const again = await give(`2025年到位资金（万元）\n${head},一季度到位,二季度到位\n甲,甲公司,2024-01-02,3,160,70\n`);
  expect((await live()).map(arrivalsOf)).toEqual([['2025-01-31 100', '2025-02-28 50', '2025-06-30 70']]);
  expect(again.rows[0]!.findings.map(({ code, cell }) => [code, cell])).toEqual([
    ['month-differs', 'E3'],
    ['known-to-quarter', 'F3'],
  ]);
});

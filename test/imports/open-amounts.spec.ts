import { bureau } from './bureau.ts';
import { imported, importedText, wan } from './imported.ts';

// Amounts that are no exact number: about so much is so much, a range or a limit is no figure until a person says so.

const HEAD = '项目名称,投资方,签约日期,总投资（亿元）';
const told = (rows: readonly (readonly [date: string, amount: string])[]) =>
  importedText(
    'amounts.csv',
    [HEAD, ...rows.map(([date, amount], at) => `第${at + 1}号,东${at}公司,${date},${amount}`)].join('\n'),
  );
const verdicts = (found: readonly string[]): readonly string[] => found.map((one) => one.split('!')[1]!);

it.each(['约5亿', '5亿左右', '近5亿', '约5', '大约5亿元', '5亿元（预计）'])(
  '%s is taken as 5 亿, with a warning that names the cell and the reading',
  async (amount) => {
    const { of, found, report } = await told([['2025-01-02', amount]]);
    expect([verdicts(found), wan(of('第1号').contract?.contracted), of('第1号').extra]).toEqual([
      ['2 warn: amount-about'],
      '50000 CNY',
      { '总投资（亿元）': amount },
    ]);
    const [{ cell, message } = { cell: null, message: { zh: '', en: '' } }] = report.rows[0]!.findings;
    expect([cell, message.zh.includes(`“${amount}”→ 5亿元`), message.en.includes('→ 5亿元')]).toEqual([
      'D2',
      true,
      true,
    ]);
  },
);

it.each([
  ['5亿以上', '5亿元', 50_000],
  ['5-6亿元', '5亿元至6亿元', 50_000],
  ['5~6亿', '5亿元至6亿元', 50_000],
  ['5000万～1亿元', '5000万元至1亿元', 5_000],
  ['不低于3亿', '3亿元', 30_000],
  ['3亿＋', '3亿元', 30_000],
])(
  'a contract of %s waits, told as %s; a person may decide for the number that stands there',
  async (amount, read, wanted) => {
    const { found, projects, report } = await told([['2025-01-02', amount]]);
    expect([verdicts(found), projects, report.rows[0]!.findings[0]!.message.zh.includes(read)]).toEqual([
      ['2 held: amount-open'],
      [],
      true,
    ]);
    const { give, live } = bureau();
    const lines = `${HEAD}\n甲,甲公司,2025-01-02,${amount}\n`;
    await give(lines, { name: '台账.csv' });
    await give(lines, { decisions: [{ sheet: '台账', row: 2, decision: 'new' }], name: '台账.csv' });
    expect((await live()).map(({ contract, extra }) => [wan(contract?.contracted), extra])).toEqual([
      [`${wanted} CNY`, { '总投资（亿元）': amount }],
    ]);
  },
);

it('a negotiation never waits for its figure: about so much is intended, a range or a limit is kept as written, 待定 is nothing yet', async () => {
  const { of, found } = await told([
    ['', '约5亿'],
    ['', '5-6亿'],
    ['', '不低于3亿'],
    ['', '待定'],
  ]);
  expect(verdicts(found)).toEqual(['2 warn: amount-about', '3 warn: amount-left-open', '4 warn: amount-left-open']);
  expect([1, 2, 3, 4].map((at) => [wan(of(`第${at}号`).intendedAmount), of(`第${at}号`).extra])).toEqual([
    ['50000 CNY', { '总投资（亿元）': '约5亿' }],
    ['—', { '总投资（亿元）': '5-6亿' }],
    ['—', { '总投资（亿元）': '不低于3亿' }],
    ['—', { '总投资（亿元）': '待定' }],
  ]);
});

it('the fixed part and money that arrived are read alike, and none of them rejects its row', async () => {
  const { of, found } = await imported({
    项目: {
      rows: [
        ['项目名称', '投资方', '签约日期', '总投资（亿元）', '固定资产投资（亿元）'],
        ['甲', '甲公司', '2025-01-02', 8, '约5亿'],
        ['乙', '乙公司', '2025-01-02', 8, '5-6'],
      ],
    },
    到账: {
      rows: [
        ['项目名称', '到账日期', '到账金额（万元）'],
        ['甲', '2025-03-04', '约300'],
        ['乙', '2025-03-04', '300以上'],
      ],
    },
  });
  expect(found).toEqual([
    '项目!2 warn: amount-about',
    '项目!3 warn: amount-left-open',
    '到账!2 warn: amount-about',
    '到账!3 held: amount-open',
  ]);
  const { contract, arrivals } = of('甲');
  expect([wan(contract?.fixedAssets), arrivals.map(({ amount }) => wan(amount)), of('乙').arrivals]).toEqual([
    '50000 CNY',
    ['300 CNY'],
    [],
  ]);
});

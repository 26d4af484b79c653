import { importedText, wan } from './imported.ts';

// A column of what has arrived so far is a check of the arrivals, and never passed by in silence.

const HEAD = '项目名称,投资方,签约日期,总投资（万元）';
const told = (heads: string, ...rows: readonly string[]) =>
  importedText('so-far.csv', ['2026年10月资金到位情况（万元）,,,,,,', `${HEAD},${heads}`, ...rows].join('\n'));
const verdicts = (found: readonly string[]): readonly string[] => found.map((one) => one.split('!')[1]!);

it('a total that is the sum of the arrivals says nothing; another one is said with both figures', async () => {
  const { of, found, report } = await told(
    '1月到位,2月到位,累计到位',
    '甲,甲公司,2025-01-02,5000,100,200,300',
    '乙,乙公司,2025-01-02,5000,100,200,900',
  );
  expect([verdicts(found), of('乙').arrivals.map(({ amount }) => wan(amount)), of('乙').extra]).toEqual([
    ['4 warn: arrived-differs'],
    ['100 CNY', '200 CNY'],
    { 累计到位: '900' },
  ]);
  expect(report.rows[0]!.findings[0]!.message.zh).toContain('累计 900万元，各笔合计 300万元');
});

it.each(['历年累计到位（万元）', '截至2026年6月底累计到位（万元）', '累计到位资金'])(
  'money under %s of which no arrival is told is said, and kept as written',
  async (head) => {
    const { of, found } = await told(head, '甲,甲公司,2025-01-02,5000,1200', '乙,乙公司,2025-01-02,5000,');
    expect([verdicts(found), of('甲').arrivals, Object.values(of('甲').extra)]).toEqual([
      ['3 warn: arrived-untold'],
      [],
      ['1200'],
    ]);
  },
);

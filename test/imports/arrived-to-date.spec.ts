import { imported, importedText, wan } from './imported.ts';

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

it('what came this year beside the last month, in a report that tells no other day: all of it arrived, the project was known by then', async () => {
  const { of, found } = await imported({
    月报: {
      rows: [
        ['高新区2025年10月招商引资到位资金月报表'],
        ['填报单位：高新区招商局', null, null, null, '单位：万元'],
        ['序号', '项目名称', '投资企业', '包保领导', '本月到位', '本年累计到位'],
        [1, '智能家电', '海信集团', '李四', 1200, 8600],
        [2, '光伏组件', '隆基绿能', '李四', 0, 30000],
      ],
    },
  });
  const told = (title: string) => of(title).arrivals.map(({ on, amount }) => `${on} ${wan(amount)}`);
  expect([told('智能家电'), told('光伏组件')]).toEqual([
    ['2025-09-30 7400 CNY', '2025-10-31 1200 CNY'],
    ['2025-10-31 30000 CNY'],
  ]);
  expect([of('智能家电').extra, of('智能家电').owner?.leader?.name]).toEqual([{ 本年累计到位: '8600' }, '李四']);
  expect(found).toEqual(['月报!4 warn: known-to-quarter', '月报!5 warn: known-to-quarter']);
});

it('a state that suspends a project, 暂缓, is said where no day stands beside it', async () => {
  const { found } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '项目状态', '签约时间', '总投资（亿元）'],
        ['甲', '甲公司', '暂缓', '2023-03-15', 5],
        ['乙', '乙公司', '搁置', '2023-03-15', 5],
      ],
    },
  });
  expect(found).toEqual(['台账!2 warn: said-without-day', '台账!3 warn: said-without-day']);
});

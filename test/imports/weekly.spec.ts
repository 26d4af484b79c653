import { imported, wan } from './imported.ts';

// A report of a week or a month: sections under one title, each with heads of its own that differ in a column or two.

const WEEK = {
  第47周: {
    rows: [
      ['招商工作周报（2026年11月16日—11月22日）'],
      ['一、本周新签约项目'],
      ['序号', '项目名称', '投资方', '投资额', '签约日期'],
      [1, '低空经济产业园', '亿航智能', '5亿元', '11月18日'],
      ['二、本周签约并开工项目'],
      ['序号', '项目名称', '投资方', '投资额', '签约日期', '开工日期'],
      [1, '汽车零部件', '拓普集团', '3亿元', '9月1日', '11月17日'],
      ['三、计划开工项目'],
      ['序号', '项目名称', '投资方', '投资额', '签约日期', '计划开工'],
      [1, '冷链物流', '鲜生活', '8000万元', '10月8日', '2027年3月'],
      ['四、本周在谈项目'],
      ['序号', '项目名称', '投资方', '意向投资额', '进展'],
      [1, '机器人谐波减速器', '绿的谐波', '10亿元', '已考察2次'],
    ],
  },
};

it('heads that call a column something else begin a table of their own, in the year of the title over all of them', async () => {
  const { of, found, projects } = await imported(WEEK);
  expect([found, projects.length]).toEqual([[], 4]);
  const of4 = ['低空经济产业园', '汽车零部件', '冷链物流', '机器人谐波减速器'].map(of);
  expect(
    of4.map(({ contract, startCertified, plannedStart, intendedAmount, progress }) => [
      contract?.on ?? null,
      wan(contract?.contracted ?? intendedAmount),
      startCertified?.on ?? plannedStart,
      progress?.text ?? null,
    ]),
  ).toEqual([
    ['2026-11-18', '50000 CNY', null, null],
    ['2026-09-01', '30000 CNY', '2026-11-17', null],
    ['2026-10-08', '8000 CNY', '2027-03-31', null],
    [null, '100000 CNY', null, '已考察2次'],
  ]);
});

it('the year in the title of the first table is no year of the next one', async () => {
  const { found } = await imported({
    台账: {
      rows: [
        ['2025年签约项目'],
        ['项目名称', '投资方', '投资额（亿元）', '签约日期'],
        ['甲', '甲公司', 5, '3月18日'],
        ['二、历年签约项目'],
        ['项目名称', '投资方', '投资额（亿元）', '签约日期', '开工日期'],
        ['乙', '乙公司', 5, '3月18日', '5月1日'],
      ],
    },
  });
  expect(found.map((one) => one.split('!')[1])).toEqual(['6 held: decides-unclear decides-unclear']);
});

import { headerOf } from './headers.ts';
import { isPart, isProvisional, issuerOf, metricOf, recogniseTargets, yearOf } from './targets.ts';

const found = (texts: readonly string[], title = ''): string => {
  const heads = texts.map((text, column) => {
    const [name, group] = text.split('/').reverse();
    return headerOf(column, name!, group ?? null);
  });
  const { kind, columns } = recogniseTargets(heads, title);
  return [kind, ...columns.map(({ column, field }) => `${column}:${field}`)].join(' ');
};

describe('a table of targets', () => {
  it.each<[string, readonly string[], string, string]>([
    ['of units', ['责任单位', '年度目标（亿元）'], '', 'targets 0:unit 1:target'],
    ['of regions', ['县区', '签约任务（亿元）', '开工任务（个）'], '', 'targets 0:region 1:target 2:target'],
    [
      'by its title, where a metric stands in each column',
      ['责任单位', '签约额', '开工项目'],
      '2024年目标任务',
      'targets 0:unit 1:target 2:target',
    ],
    [
      'by its title, where a unit stands in a column',
      ['责任单位', '工业（亿元）'],
      '2024年目标任务',
      'targets 0:unit 1:target',
    ],
    [
      'by its title, of projects from a size on',
      ['责任单位', '亿元以上（个）'],
      '2024年目标任务',
      'targets 0:unit 1:target',
    ],
    ['not by its title, where nothing is counted', ['责任单位', '工业'], '2024年目标任务', 'notes'],
    ['with what has been done beside it', ['责任单位', '年度目标', '完成数', '占比'], '', 'targets 0:unit 1:target'],
    [
      'with its paper',
      ['责任单位', '年度目标', '下达文件文号', '下达单位'],
      '',
      'targets 0:unit 1:target 2:document 3:issuer',
    ],
    ['with its holder behind it', ['年度目标', '责任单位'], '', 'targets 0:target 1:unit'],
    ['under a group', ['责任单位', '目标/签约额', '目标/开工项目'], '', 'targets 0:unit 1:target 2:target'],
    ['of money that is really used', ['责任单位', '实际利用外资目标'], '', 'targets 0:unit 1:target'],
    ['without amounts and days that are none', ['责任单位', '年度目标', '总投资', '签约时间'], '', 'notes'],
    ['without amounts that are none', ['责任单位', '年度目标', '总投资', '备注'], '', 'targets 0:unit 1:target 3:note'],
    ['not without a holder', ['序号', '年度目标'], '', 'notes'],
    ['not without a target', ['责任单位', '签约额'], '', 'notes'],
    ['not where it names projects', ['责任单位', '项目名称', '年度目标'], '', 'notes'],
    ['not where it names who invests', ['责任单位', '投资方', '年度目标'], '', 'notes'],
    ['not where it names contracts', ['责任单位', '合同编号', '年度目标'], '', 'notes'],
  ])('%s', (_, texts, title, told) => {
    expect(found(texts, title)).toBe(told);
  });
  it('is weighed by its holder and all columns that it explains', () => {
    const heads = (count: number) =>
      ['责任单位', ...Array.from({ length: count }, (_, at) => `目标${at}任务`)].map((text, column) =>
        headerOf(column, text),
      );
    const score = (count: number): number => recogniseTargets(heads(count), '').score;
    expect([score(2) - score(1), score(1)]).toEqual([8, 17]);
  });
});

it.each([
  ['开工率', 'start-rate'],
  ['资金到位率', 'funds-in-place-rate'],
  ['预审通过率', 'pre-review-pass-rate'],
  ['实际使用外资', 'foreign-arrived'],
  ['省外资金', 'domestic-arrived'],
  ['新开工项目投资额', 'started-amount'],
  ['新开工', 'started'],
  ['纳统', 'entered'],
  ['签约项目投资额', 'signed-amount'],
  ['签约', 'signed'],
  ['线索', 'leads'],
  ['外出招商天数', 'outreach-days'],
  ['拜访企业', 'firms-visited'],
  ['税收', null],
])('%s is the metric %s', (words, metric) => {
  expect(metricOf([words])).toBe(metric);
});

it.each<[readonly string[], boolean]>([
  [['一季度目标'], true],
  [['上半年', '目标'], true],
  [['1-6月目标'], true],
  [['1-12月目标'], false],
  [['1至12月目标'], false],
  [['年度目标'], false],
  [['亿元以上项目（个）'], true],
  [['签约额（亿元）'], false],
])('%j is a part of the whole: %s', (path, is) => {
  expect(isPart(path)).toBe(is);
});

it('tells who set it, of which year it is, and whether it may change', () => {
  expect(['市下达目标', '省定任务', '自加压力', '国家', '年度'].map((text) => issuerOf([text]))).toEqual([
    '市',
    '省',
    '自加压力',
    '国家',
    null,
  ]);
  expect([yearOf(['全市', '2024年任务']), yearOf(['任务'])]).toEqual(['2024', null]);
  expect([isProvisional(['任务', '预下达']), isProvisional(['任务'])]).toEqual([true, false]);
});

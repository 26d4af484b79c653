import type { FieldName, SheetKind } from './field-names.ts';
import { kindOf } from './find-header.ts';
import { headerOf, type Header } from './headers.ts';
import { boundaryOver, isOfPeriod, spanOver } from './months.ts';
import type { SavedSheet } from './saved.ts';

/** 投资/总额 stands under its group. */
const heads = (texts: readonly string[]): readonly Header[] =>
  texts.map((text, column) => {
    const path = text.split('/');
    return { ...headerOf(column, path.at(-1)!, path.at(-2) ?? null), path };
  });
const fieldsOf = (texts: readonly string[], title = '', said: SavedSheet | null = null) => {
  const { kind, columns } = kindOf(heads(texts), undefined, said, title);
  return [kind, columns.map(({ column, field }) => `${column} ${field}`)] as const;
};
/** The columns of money by their months. */
const byMonth = (texts: readonly string[], title = ''): readonly string[] =>
  fieldsOf(texts, title)[1].flatMap((one) => (one.endsWith(' arrivedInMonth') ? [texts[Number.parseInt(one)]!] : []));

describe('the span over a column', () => {
  it.each<[readonly string[], readonly [number | null, number | null, string | null] | null]>([
    [['1月'], [1, 1, null]],
    [
      ['2024年', '1月'],
      [1, 1, '2024'],
    ],
    [['2024年1月'], [1, 1, '2024']],
    [['2024年'], [null, 12, '2024']],
    [['2024年', '完成投资', '1月'], null],
    [['签约日期', '1月'], null],
    [['1月', '2月'], null],
    [
      ['10月到位资金', '当月'],
      [10, 1, null],
    ],
    [['1-9月累计到位资金'], [9, 9, null]],
    [['项目名称'], null],
  ])('%j', (path, told) => {
    const found = spanOver({ path });
    expect(found === null ? null : [found.length === 12 ? null : found.month, found.length, found.year]).toEqual(told);
  });
});

it.each<[readonly string[], string | null]>([
  [['到位外资'], 'overseas'],
  [['境外', '1月'], 'overseas'],
  [['省外资金', '1月'], 'out-of-province'],
  [['市外到位'], 'out-of-city'],
  [['县外到位'], 'out-of-district'],
  [['区内到位'], 'local'],
  [['到位资金'], null],
])('the money under %j came over the boundary %s', (path, boundary) => {
  expect(boundaryOver(path)).toBe(boundary);
});

it.each([
  ['实际使用外资', true],
  ['已利用外资金额（万美元）', true],
  ['实际到位外资额', true],
  ['累计/实际使用外资', false],
  ['目标/实际使用外资', false],
  ['实际使用外资占比', false],
  ['本年实际使用外资', false],
  ['合同外资', false],
])('%s is that of the period: %s', (text, is) => {
  expect(isOfPeriod(heads([text])[0]!)).toBe(is);
});

const NAMED = ['项目名称', '投资方'];
describe('columns by month are what arrived', () => {
  it.each<[string, readonly string[], string]>([
    ['by their own words', ['1月到位资金', '2月到位资金'], ''],
    ['by the group over them', ['到位资金/1月', '到位资金/2月'], ''],
    ['by the title', ['1月', '2月'], '2024年到位资金统计表'],
    ['one month alone, that says what it is', ['10月到位资金'], ''],
    ['two quarters', ['一季度到位资金', '二季度到位资金'], ''],
    ['two half-years', ['上半年到位资金', '下半年到位资金'], ''],
    ['a year that says what it is', ['2023年到位资金'], ''],
    ['years under a group', ['到位资金/2023年', '到位资金/2024年'], ''],
    ['months of projects that are signed', ['签约项目到位资金/1月', '签约项目到位资金/2月'], ''],
    ['quarters of projects that are signed', ['签约项目到位资金/一季度', '签约项目到位资金/二季度'], ''],
    ['what came up to a month', ['1-10月到位资金'], ''],
    ['what came in the month of the form', ['当月到位资金'], ''],
    ['of plans and what came of them, what came', ['实际/1月', '实际/2月'], '到位资金计划表'],
  ])('%s', (_, months, title) => {
    expect(byMonth([...NAMED, ...months], title)).toEqual(months);
  });

  it.each<[string, readonly string[], string]>([
    ['under a title of other things', ['1月', '2月'], '2024年完成投资统计表'],
    ['under a title of money and of other things', ['1月', '2月'], '2024年到位资金和固定资产投资统计表'],
    ['without a word of money', ['1月', '2月'], ''],
    ['under a title of plans', ['1月', '2月'], '2024年到位资金计划表'],
    ['one month alone under a title', ['10月'], '到位资金统计表'],
    ['one quarter alone', ['一季度资金'], ''],
    ['a year of contracts', ['2023年签约资金'], ''],
    ['years of projects that are signed', ['签约项目到位资金/2023年', '签约项目到位资金/2024年'], ''],
    ['one month alone that may be anything', ['10月资金'], ''],
    ['the target of the month', ['1月目标到位资金', '2月目标到位资金'], ''],
    ['what may be all so far', ['10月底到位资金'], ''],
  ])('not %s', (_, months, title) => {
    expect(byMonth([...NAMED, ...months], title)).toEqual([]);
  });

  it('one month is enough beside what came so far', () => {
    expect(byMonth([...NAMED, '10月资金', '累计到位资金'])).toEqual(['10月资金']);
  });
  it('a head merged over columns is one month', () => {
    const twice = [...heads([...NAMED, '10月资金']), { ...headerOf(3, '10月资金'), across: true as const }];
    expect(kindOf(twice).columns.filter(({ field }) => field === 'arrivedInMonth')).toEqual([]);
  });
  it('not where nothing names the project, nor where a person says that it is another list', () => {
    expect(byMonth(['序号', '1月到位资金', '2月到位资金'])).toEqual([]);
    const months = [...NAMED, '1月到位资金', '2月到位资金'];
    const kindSaid = (kind: SheetKind) => fieldsOf(months, '', { kind })[1].some((one) => one.includes('InMonth'));
    expect((['projects', 'arrivals', 'leads', 'progress'] as const).map(kindSaid)).toEqual([true, true, false, false]);
  });
});

describe('a table with months', () => {
  it.each<[string, readonly string[], SheetKind, readonly FieldName[]]>([
    [
      'is a ledger where it tells of projects',
      ['项目名称', '签约时间', '1月到位资金', '2月到位资金'],
      'projects',
      ['name', 'signedOn', 'arrivedInMonth', 'arrivedInMonth'],
    ],
    [
      'is a list of money where it only names them',
      ['项目名称', '投资方', '1月到位资金', '2月到位资金'],
      'arrivals',
      ['name', 'investor', 'arrivedInMonth', 'arrivedInMonth'],
    ],
    [
      'is a ledger of firms where it tells what they contracted',
      ['企业名称', '合同外资/总额', '1月到位外资', '2月到位外资'],
      'projects',
      ['name', 'contracted', 'arrivedInMonth', 'arrivedInMonth'],
    ],
    [
      'is a ledger where it was known as one, with what arrived in years',
      ['项目名称', '投资方', '总投资', '2023年到位资金', '2024年到位资金'],
      'projects',
      ['name', 'investor', 'contracted', 'arrivedInMonth', 'arrivedInMonth'],
    ],
    [
      'is a ledger of firms where a group tells what they contracted',
      ['企业名称', '合同外资/个数', '1月到位外资', '2月到位外资'],
      'projects',
      ['name', 'arrivedInMonth', 'arrivedInMonth'],
    ],
    [
      'is a list of money where it names numbers of projects only',
      ['项目编号', '签约时间', '1月到位资金', '2月到位资金'],
      'arrivals',
      ['code', 'signedOn', 'arrivedInMonth', 'arrivedInMonth'],
    ],
    [
      'is a list of money, though it tells what was contracted',
      ['项目名称', '投资方', '总投资', '1月到位资金', '2月到位资金'],
      'arrivals',
      ['name', 'investor', 'contracted', 'arrivedInMonth', 'arrivedInMonth'],
    ],
    [
      'is a list of money where it was known as none',
      ['项目名称', '备注', '2023年到位资金', '2024年到位资金'],
      'arrivals',
      ['name', 'note', 'arrivedInMonth', 'arrivedInMonth'],
    ],
    [
      'is a list of single arrivals, beside which the month of the form is the same money',
      ['项目名称', '到账日期', '到账金额', '当月到位资金'],
      'arrivals',
      ['name', 'arrivedOn', 'amount'],
    ],
    [
      'has its columns in the order of the sheet',
      ['1月到位资金', '项目名称', '2月到位资金', '投资方'],
      'arrivals',
      ['arrivedInMonth', 'name', 'arrivedInMonth', 'investor'],
    ],
    [
      'tells the money once: the whole is left out beside its months',
      ['项目名称', '投资方', '到位金额', '1月到位资金', '2月到位资金'],
      'arrivals',
      ['name', 'investor', 'arrivedInMonth', 'arrivedInMonth'],
    ],
    [
      'is a form of statistics with what was used in its period',
      ['企业名称', '合同外资', '实际使用外资'],
      'projects',
      ['name', 'contracted', 'arrivedInMonth'],
    ],
  ])('%s', (_, texts, kind, fields) => {
    const [found, columns] = fieldsOf(texts);
    expect([found, columns.map((one) => one.split(' ')[1])]).toEqual([kind, fields]);
  });

  it('is weighed by all that it explains, its months among them', () => {
    const months = (count: number): number =>
      kindOf(heads([...NAMED, ...Array.from({ length: count }, (_, at) => `${at + 1}月到位资金`)])).score;
    expect(months(3) - months(2)).toBe(8);
  });

  it('takes the unit of a month from its own name or the group over it', () => {
    const { columns } = kindOf(heads([...NAMED, '到位资金（亿元）/1月', '到位资金（亿元）/2月（万元）']));
    expect(columns.slice(2).map(({ header, unit, unitFrom }) => [header, unit?.unit, unitFrom])).toEqual([
      ['到位资金（亿元） 1月', '亿元', 'group'],
      ['到位资金（亿元） 2月（万元）', '万元', 'header'],
    ]);
  });
});

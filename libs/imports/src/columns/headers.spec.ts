import { dayCell, rowsOf, type Told } from '../../../../test/imports/sheet-of.ts';
import { headersOf, isWords, normalised, unnumbered } from './headers.ts';

it.each([
  ['3.其中：固投\n（亿元）', '固投'],
  ['（二）签约时间', '签约时间'],
  ['十一、投资方（全称）', '投资方全称'],
  ['12) 总投资', '总投资'],
  ['3月到位资金', '3月到位资金'],
  ['3.5', '35'],
  ['投资總額', '投资总额'],
  ['*项目名称（必填）', '项目名称'],
  ['签约日期（格式：2024-01-01）', '签约日期'],
  ['用地（亩）', '用地'],
  ['项目（含续建）', '项目含续建'],
  ['总投资[USD million]', '总投资'],
  ['总投资万元', '总投资'],
  ['其投资额', '投资额'],
  ['县（市、区）', '县市区'],
  ['开工_日期/时间', '开工日期时间'],
  [`说明（${'长'.repeat(61)}元）`, `说明${'长'.repeat(61)}元`],
])('the head %j is read as %s', (header, read) => {
  expect(normalised(header)).toBe(read);
});

it('a heading loses only the number before it', () => {
  expect(['1、投资方', '(3)签约', '一.概况', '3 月', '2024.投资'].map(unnumbered)).toEqual([
    '投资方',
    '签约',
    '概况',
    '3 月',
    '2024.投资',
  ]);
});

describe('a row of words', () => {
  it.each<[string, readonly Told[]]>([
    ['names', ['项目名称', '投资方']],
    ['years over columns', ['项目名称', 2023, '2024年', '2025年度']],
    ['months one after the other', ['项目名称', '2024年1月', '2024年2月']],
    ['months that begin in the year before', ['2023年12月', '2024年1月']],
    [
      'days that show their month',
      ['项目名称', dayCell('2024-01-01', '2024年1月'), dayCell('2024-02-01', '2024年2月')],
    ],
    ['a blank beside', ['项目名称', ' ', null]],
  ])('holds %s', (_, cells) => {
    expect(isWords(rowsOf([cells])[0]!)).toBe(true);
  });
  it.each<[string, readonly Told[]]>([
    ['a figure', ['项目名称', 5_000]],
    ['a figure typed as text', ['项目名称', '5,000.5']],
    ['a share', ['项目名称', '15%']],
    ['an amount of money', ['项目名称', '￥5000']],
    ['a day', ['项目名称', dayCell('2024-01-05')]],
    ['a day typed as text', ['项目名称', '2024年1月5日']],
    ['a month typed short', ['项目名称', '24.3']],
    ['one month alone', ['项目名称', '2024年1月']],
    ['months that do not rise', ['2024年2月', '2024年1月']],
    ['a month that comes again', ['2024年2月', '2024年2月']],
    ['nothing', [' ', '']],
  ])('does not hold %s', (_, cells) => {
    expect(isWords({ number: 1, hidden: false, cells: cells.map((text) => rowsOf([[text]])[0]?.cells[0]) })).toBe(
      false,
    );
  });
});

describe('heads of several rows', () => {
  const heads = (rows: readonly (readonly Told[])[], merges: readonly string[] = []) =>
    headersOf(rowsOf(rows, merges)).map(({ column, path, group, text, across }) => [
      column,
      path.join(' > '),
      ...(path.length > 1 && [group, text].join(' > ') !== path.slice(-2).join(' > ') ? ['?'] : []),
      ...(across ? ['across'] : []),
    ]);

  it('are read under the groups merged over them', () => {
    expect(
      heads(
        [
          ['项目', '投资', null],
          [null, '总额', '固投'],
        ],
        ['A1:A2', 'B1:C1'],
      ),
    ).toEqual([
      [0, '项目'],
      [1, '投资 > 总额'],
      [2, '投资 > 固投'],
    ]);
  });
  it('are read under groups that are not merged, as far as the row below goes on', () => {
    expect(
      heads([
        ['项目', '投资', null, null, '备注'],
        [null, '总额', '固投', null, null],
      ]),
    ).toEqual([
      [0, '项目'],
      [1, '投资 > 总额'],
      [2, '投资 > 固投'],
      [4, '备注'],
    ]);
    expect(
      heads([
        ['甲组', null, null, null],
        ['一', '二', null, '三'],
      ]),
    ).toEqual([
      [0, '甲组 > 一'],
      [1, '甲组 > 二'],
      [3, '三'],
    ]);
    expect(
      heads([
        ['甲组', null, '乙组', null],
        ['一', '二', '三', '四'],
      ]).map(([, path]) => path),
    ).toEqual(['甲组 > 一', '甲组 > 二', '乙组 > 三', '乙组 > 四']);
    expect(
      heads([
        ['甲', null, '乙'],
        [null, '二', '三'],
      ]).map(([, path]) => path),
    ).toEqual(['甲', '二', '乙 > 三']);
  });
  it('reach over no blank where one group of the row is merged', () => {
    expect(
      heads(
        [
          ['甲组', null, '乙组', null],
          ['一', '二', '三', '四'],
        ],
        ['A1:B1'],
      ),
    ).toEqual([
      [0, '甲组 > 一'],
      [1, '甲组 > 二'],
      [2, '乙组 > 三'],
      [3, '四'],
    ]);
  });
  it('reach over blanks beside a name merged over rows', () => {
    expect(
      heads(
        [
          ['项目', '乙组', null],
          [null, '三', '四'],
        ],
        ['A1:A2'],
      ).map(([, path]) => path),
    ).toEqual(['项目', '乙组 > 三', '乙组 > 四']);
  });
  const FIVE = ['项目', '投资方', '总额', '固投', '备注'];
  const LONG = '一二三四五六七八九十一二三四五六七八九十';
  it.each<[string, string, string, readonly string[], string]>([
    ['a title over four of five', '签约项目', 'A1:D1', FIVE, '项目'],
    ['a group over three of five', '签约项目', 'A1:C1', FIVE, '签约项目 > 项目'],
    ['a year over all', '2024年', 'A1:E1', FIVE, '2024年 > 项目'],
    ['a group over all three', '投资', 'A1:C1', ['总额', '固投', '设备'], '投资 > 总额'],
    ['a title over all four', '投资', 'A1:D1', ['总额', '固投', '设备', '土建'], '总额'],
    ['more than twenty signs', `${LONG}一`, 'A1:B1', ['总额', '固投'], '总额'],
    ['twenty signs', LONG, 'A1:B1', ['总额', '固投'], `${LONG} > 总额`],
  ])('%s', (_, over, merge, names, path) => {
    expect(heads([[over, ...names.slice(1).map(() => null)], names], [merge])[0]![1]).toBe(path);
  });
  it('count the columns that have names: a title over three of them, beside others without', () => {
    expect(
      heads(
        [
          ['签约项目', null, null, null, null],
          ['项目', '投资方', '总额', null, null],
        ],
        ['A1:E1'],
      )[0]![1],
    ).toBe('签约项目 > 项目');
  });
  it('may be long, or all the same, in the last row', () => {
    expect(heads([[`${LONG}一`, '总额']])[0]![1]).toBe(`${LONG}一`);
    expect(heads([['项目', '项目', '项目', '项目']]).map(([, path]) => path)).toEqual(['项目', '项目', '项目', '项目']);
  });
  it('of rows of different length are those of the longest', () => {
    expect(heads([['项目', '总额', '固投'], ['名称']]).map(([, path]) => path)).toEqual([
      '项目 > 名称',
      '总额',
      '固投',
    ]);
  });
  it('belong to the name above where they say nothing but a unit', () => {
    expect(
      heads([
        ['项目', '总投资'],
        ['名称', '（万元）'],
      ]),
    ).toEqual([
      [0, '项目 > 名称'],
      [1, '总投资 > （万元）', '?'],
    ]);
    const [, money] = headersOf(
      rowsOf([
        ['项目', '总投资'],
        ['名称', '（万元）'],
      ]),
    );
    expect(money).toMatchObject({ text: '总投资', group: null, path: ['总投资', '（万元）'] });
  });
  it('that are merged over columns are told once', () => {
    expect(heads([['项目', null, '备注']], ['A1:B1'])).toEqual([
      [0, '项目'],
      [1, '项目', 'across'],
      [2, '备注'],
    ]);
    expect(
      heads(
        [
          ['项目', null],
          ['名称', '编号'],
        ],
        ['A1:B1'],
      ),
    ).toEqual([
      [0, '项目 > 名称'],
      [1, '项目 > 编号'],
    ]);
  });
  it('are years and months, and no other figures', () => {
    const shown = heads([['项目', 2024, 15, dayCell('2024-03-01', '2024年3月'), dayCell('2024-03-05')]]);
    expect(shown).toEqual([
      [0, '项目'],
      [1, '2024'],
      [3, '2024年3月'],
    ]);
  });
});

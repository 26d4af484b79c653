import { dayCell, sheetOf, type Told } from '../../../../test/imports/sheet-of.ts';
import { withDaysTogether } from './days-in-parts.ts';

type Lines = readonly (readonly Told[])[];
const textsIn = (lines: Lines, merges: readonly string[] = []) =>
  [...withDaysTogether(sheetOf(lines, { merges })).rows()].map(({ cells }) => cells.map((cell) => cell?.text ?? ''));

const together = (heads: readonly Told[], values: readonly Told[]) => textsIn([heads, values]);

it.each<[string, readonly Told[], readonly Told[], readonly string[], readonly string[]]>([
  [
    'named before each part',
    ['项目', '签约年', '签约月', '签约日'],
    ['甲', 2024, 3, 15],
    ['项目', '签约日期', '', ''],
    ['甲', '2024年3月15日', '', ''],
  ],
  ['named in brackets', ['开工时间（年）', '开工时间（月）'], ['2024年', '3月'], ['开工日期', ''], ['2024年3月', '']],
  [
    'named 年份, 月份 and 日期',
    ['签约年份', '签约月份', '签约日期'],
    [2024, 12, 1],
    ['签约日期', '', ''],
    ['2024年12月1日', '', ''],
  ],
  ['named 年度', ['年度', '月'], [1950, 1], ['日期', ''], ['1950年1月', '']],
  ['far ahead', ['年', '月'], [2100, 1], ['日期', ''], ['2100年1月', '']],
  [
    'the day of another',
    ['签约年', '签约月', '开工日'],
    [2024, 3, 15],
    ['签约日期', '', '开工日'],
    ['2024年3月', '', '15'],
  ],
  ['with a part that is no figure', ['年', '月', '日'], [2024, 3, '上旬'], ['日期', '', ''], ['2024年3月上旬', '', '']],
  ['written 5号', ['年', '月', '日'], [2024, 3, '5号'], ['日期', '', ''], ['2024年3月5日', '', '']],
  ['with a month that is mistyped', ['年', '月'], [2024, 31], ['日期', ''], ['2024年31月', '']],
  ['without a day', ['年', '月', '日'], [2024, 3, '无'], ['日期', '', ''], ['2024年3月', '', '']],
])('a day in columns of its own, %s, is one day', (_, heads, values, head, row) => {
  expect(together(heads, values)).toEqual([head, row]);
});

it.each<[string, readonly Told[], readonly Told[]]>([
  ['sums of this year and this month', ['本年', '本月'], [2024, 3]],
  ['a year and the month of something else', ['签约年', '开工月'], [2024, 3]],
  ['a year and no month', ['签约年', '备注'], [2024, 3]],
  ['a month and no year', ['月', '日'], [3, 15]],
  ['years too early', ['年', '月'], [1949, 3]],
  ['years too late', ['年', '月'], [2101, 3]],
  ['months over 31', ['年', '月'], [2024, 32]],
  ['amounts', ['年', '月'], ['2024.5', 3]],
  ['words for years', ['年', '月'], ['明年', 3]],
  ['words for months', ['年', '月'], [2024, '待定']],
  ['years with words before them', ['年', '月'], ['约2024', 3]],
  ['a month under a year, beside another head', ['类别', '日'], [3, 15]],
  ['no month anywhere', ['年', '月'], [2024, null]],
  [
    'a name too long to be that of a day',
    ['按招商引资合同约定应当签约的年', '按招商引资合同约定应当签约的月'],
    [2024, 3],
  ],
])('%s make no day', (_, heads, values) => {
  const sheet = sheetOf([heads, values]);
  expect(withDaysTogether(sheet)).toBe(sheet);
});

it('half of the rows must be days; one that is none stays as it stands', () => {
  const rows: Lines = [
    ['年', '月'],
    [2024, 3],
    ['不详', '待定'],
  ];
  expect(textsIn(rows)).toEqual([
    ['日期', ''],
    ['2024年3月', ''],
    ['不详待定', ''],
  ]);
  expect(textsIn([...rows, ['不详', '另议']]).at(-1)).toEqual(['不详', '另议']);
});

it('a year alone, or a line without a day, is left as it is', () => {
  expect(
    textsIn([
      ['年', '月', '日', '项目'],
      [2024, 3, 1, '甲'],
      [2024, null, null, '小计'],
      [null, null, 5, '乙'],
    ]),
  ).toEqual([
    ['日期', '', '', '项目'],
    ['2024年3月1日', '', '', '甲'],
    ['2024', '', '', '小计'],
    ['5日', '', '', '乙'],
  ]);
});

it('is called by the group over its parts, where that names a day', () => {
  const under = (group: string, part = '') =>
    textsIn([
      [group, null],
      [`${part}年`, `${part}月`],
      [2024, 3],
    ])[1]![0];
  expect([
    under('签约时间'),
    under('开工日期'),
    under('投产年月'),
    under('基本情况'),
    under('签约时间', '备案'),
  ]).toEqual(['签约时间', '开工日期', '投产年月', '日期', '备案日期']);
});

it('month and day under a year are a day of that year', () => {
  const rows: Lines = [
    ['项目', '2024年', null, '2025', null],
    [null, '月', '日', '月', '日'],
    ['甲', 3, 15, 4, 16],
  ];
  expect(textsIn(rows, ['B1:C1', 'D1:E1']).slice(1)).toEqual([
    ['', '日期', '', '日期', ''],
    ['甲', '2024年3月15日', '', '2025年4月16日', ''],
  ]);
  const month: Lines = [
    ['2024年', null],
    ['月', '金额'],
    [3, 15],
  ];
  expect(textsIn(month, ['A1:B1']).slice(1)).toEqual([
    ['月', '金额'],
    ['3', '15'],
  ]);
});

it('heads are looked for in the first 25 rows', () => {
  const below = (count: number) =>
    textsIn([...Array.from({ length: count }, () => ['说明']), ['年', '月'], [2024, 3]]).at(-1)![0];
  expect([below(24), below(25)]).toEqual(['2024年3月', '2024']);
});

it('a cell that reaches over rows still does, and the rows are kept as written beside', () => {
  const sheet = withDaysTogether(
    sheetOf(
      [
        ['年', '月', '日'],
        [2024, 3, 1],
        [null, 4, 2],
      ],
      { merges: ['A2:A3'] },
    ),
  );
  expect([...sheet.rows()].map(({ cells }) => cells[0])).toEqual([
    { kind: 'text', text: '日期' },
    { kind: 'text', text: '2024年3月1日', merged: 'master', mergedRows: 2 },
    { kind: 'text', text: '2024年4月2日', merged: 'covered', mergedRows: 2 },
  ]);
  expect([...sheet.written!()].map(({ cells }) => cells[1]?.text)).toEqual(['月', '3', '4']);
});

it('lines above the heads are left alone', () => {
  expect(
    textsIn([
      ['年度台账', dayCell('2024-03-05')],
      ['年', '月'],
      [2024, 3],
    ])[0],
  ).toEqual(['年度台账', '2024-03-05']);
});

import { rowsOf, type Told } from '../../../../test/imports/sheet-of.ts';
import { continued } from './continued.ts';
import { ENDLESS, layoutOf, NOTES } from './layout.ts';
import { NO_NAMES } from './values.ts';

type Lines = readonly (readonly Told[])[];
const HEADS = ['序号', '项目名称', '签约时间', '总投资', '备注', '其他一'];
const FIRST = layoutOf({ name: '一', rows: rowsOf([HEADS, [1, '甲项目', '2024-03-05', 5_000]]) }, null);
const page = (lines: Lines, name = '二', before: typeof FIRST | null = FIRST) =>
  continued(before, { name, head: rowsOf(lines) }, NO_NAMES);
/** From which row the page goes on, and in which column its names stand. */
const goesOn = (lines: Lines, name?: string) => {
  const found = page(lines, name);
  return found === null ? null : [found.firstData, found.columns.find(({ field }) => field === 'name')!.column];
};

const PAGE: Lines = [[7, '乙项目', '2024-04-05', 6_000]];
const blank = (lines: Lines): Lines => lines.map(([, ...row]) => [null, ...row]);

describe('a page goes on', () => {
  it.each<[string, Lines, string, readonly [number, number]]>([
    ['under the same columns, counting on', PAGE, '二', [1, 1]],
    ['where it counts anew, but holds days and amounts', [[1, '乙项目', '2024-04-05', 6_000]], '二', [1, 1]],
    ['without numbers', blank(PAGE), '二', [1, 1]],
    ['under a title', [['台账第二页'], ...PAGE], '二', [2, 1]],
    ['with rows that are filled in little', [['台账', '第二页'], ...PAGE], '二', [1, 1]],
    ['one column to the right, where it counts on', [[null, ...PAGE[0]!]], '二', [1, 2]],
    ['two columns to the right, where it counts on', [[null, null, ...PAGE[0]!]], '二', [1, 3]],
    ['with days alone, where it says so', [[null, '乙项目', '2024-04-05', '面议']], '接上页', [1, 1]],
    ['where a line above says so', [['（续二）'], [null, '乙项目', '2024-04-05', '面议']], '二', [2, 1]],
    ['typed as words, with a day', [[null, '乙项目', '2024年4月5日', '面议', '无误']], '续表', [1, 1]],
  ])('%s', (_, lines, name, found) => {
    expect(goesOn(lines, name)).toEqual(found);
  });

  it.each<[string, Lines, string]>([
    ['without a row of three cells', [[7, '乙项目']], '续表'],
    ['with days alone, where nothing says so', [[null, '乙项目', '2024-04-05', '面议']], '二'],
    ['one column to the left, where nothing says so', [['乙项目', '2024-04-05', 6_000]], '二'],
    [
      'without names of projects',
      [
        [7, null, '2024-04-05', 6_000],
        [8, null, '2024-04-06', 6_000],
      ],
      '续表',
    ],
    [
      'with half of the names',
      [
        [7, '乙项目', '2024-04-05', 6_000],
        [8, null, '2024-04-06', 6_000],
      ],
      '续表',
    ],
    [
      'with days where amounts stand',
      [
        [7, '乙项目', 6_000, '2024-04-05'],
        [8, '丙项目', 6_000, '2024-04-05'],
        [9, '丁项目', 6_000, '2024-04-05'],
      ],
      '续表',
    ],
    ['of words only', [['责任单位', '联系人', '联系电话', '手机']], '续表'],
    ['where the line that says so stands below', [[null, '乙项目', '2024-04-05', '面议'], ['（续）']], '二'],
    ['three columns to the right', [[null, null, null, ...PAGE[0]!]], '续表'],
  ])('not %s', (_, lines, name) => {
    expect(goesOn(lines, name)).toBeNull();
  });

  it('one column to the left, where it says so and nothing falls off the sheet', () => {
    const lines: Lines = [['乙项目', '2024-04-05', 6_000]];
    const before = layoutOf(
      {
        name: '一',
        rows: rowsOf([
          [null, ...HEADS.slice(1)],
          [null, '甲项目', '2024-03-05', 5_000],
        ]),
      },
      null,
    );
    expect(page(lines, '续表', before)?.columns.map(({ column }) => column)).toEqual([0, 1, 2, 3]);
    expect(page(lines, '续表')).toBeNull();
  });

  it('after a table only', () => {
    expect([page(PAGE, '二', null), page(PAGE, '二', { ...NOTES, firstData: 1 })]).toEqual([null, null]);
  });

  it('without heads of its own, to its end, with all columns moved', () => {
    const found = page([[null, ...PAGE[0]!]])!;
    expect(found).toMatchObject({
      headerTop: null,
      headerRow: null,
      lastData: ENDLESS,
      unmapped: [{ column: 6, text: '其他一' }],
    });
    expect(found.headers.map(({ column }) => column)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

import { sheetOf, type Told } from '../../../../test/imports/sheet-of.ts';
import { layoutOf } from './layout.ts';
import { stripsOf } from './strips.ts';

type Lines = readonly (readonly Told[])[];
const stripsIn = (lines: Lines, comments: readonly { row: number; column: number; text: string }[] = []) => {
  const sheet = sheetOf(lines, { comments, written: sheetOf(lines).rows });
  return stripsOf(sheet, layoutOf({ ...sheet, rows: [...sheet.rows()] }, null));
};
/** The words of each row of each part, by the row's number. */
const wordsIn = (lines: Lines) =>
  stripsIn(lines)?.map(({ name, rows }) => [
    name,
    ...[...rows()].map(({ number, cells }) => `${number} ${cells.map((cell) => cell?.text ?? '').join('|')}`),
  ]) ?? null;

const HEADS = ['项目名称', '投资方', '签约时间'];
const A = ['甲', '甲公司', '2024-03-01'];
const B = ['乙', '乙公司', '2024-04-01'];
/** The column from which the second of two tables stands; null where there is one. */
const startsAt = (heads: readonly Told[], row: readonly Told[]): string | null =>
  stripsIn([heads, row, row])?.[1]?.name ?? null;

it('two tables side by side are two sheets of the same rows, the right one named by its first column', () => {
  expect(
    wordsIn([
      [...HEADS, null, ...HEADS],
      [...A, null, ...B],
    ]),
  ).toEqual([
    ['台账', '1 项目名称|投资方|签约时间||||', '2 甲|甲公司|2024-03-01||||'],
    ['台账（E列起）', '1 ||||项目名称|投资方|签约时间', '2 ||||乙|乙公司|2024-04-01'],
  ]);
});

it('a unit that stands above the heads counts for both', () => {
  const lines = [
    ['签约项目', null, null, null, '单位：亿元'],
    [...HEADS, null, ...HEADS],
    [...A, null, '单位：无', ...B],
  ];
  expect(wordsIn(lines)!.map(([, above, , row]) => [above, row])).toEqual([
    ['1 签约项目||||单位：亿元', '3 甲|甲公司|2024-03-01|||||'],
    ['1 ||||单位：亿元', '3 ||||单位：无|乙|乙公司|2024-04-01'],
  ]);
});

it('a comment, and the rows as written, go with the table that they stand in', () => {
  const comments = [0, 2, 4, 6].map((column) => ({ row: 2, column, text: `${column}` }));
  const parts = stripsIn(
    [
      [...HEADS, null, ...HEADS],
      [...A, null, ...B],
    ],
    comments,
  )!;
  expect(parts.map((part) => part.comments.map(({ text }) => text))).toEqual([
    ['0', '2'],
    ['4', '6'],
  ]);
  expect(parts.map(({ written }) => [...written!()].map(({ cells }) => cells[0]?.text))).toEqual([
    ['项目名称', '甲'],
    [undefined, undefined],
  ]);
});

describe('the second table begins', () => {
  it.each<[string, readonly Told[], readonly Told[], string]>([
    [
      'behind a blank column, with its number',
      ['序号', ...HEADS, null, '序号', ...HEADS],
      [1, ...A, null, 2, ...B],
      'F',
    ],
    [
      'where the first head comes again, with no blank between',
      ['序号', ...HEADS, '序号', ...HEADS],
      [1, ...A, 2, ...B],
      'E',
    ],
    [
      'at the number before its names, behind a blank',
      ['类别', ...HEADS, null, '序号', ...HEADS],
      ['工', ...A, null, 2, ...B],
      'F',
    ],
    [
      'behind a blank, whatever its heads are called',
      [...HEADS, null, '线索名称', '意向投资方', '获取日期'],
      [...A, null, ...B],
      'E',
    ],
    [
      'behind a blank where the surest name of a project is on the right',
      ['项目', '投资方', '签约时间', null, ...HEADS],
      [...A, null, ...B],
      'E',
    ],
    ['at the same name, written with a unit', [...HEADS, '项目 名称', '投资方', '签约时间'], [...A, ...B], 'D'],
    [
      'behind a blank, though the right one is no table by itself',
      ['序号', ...HEADS, null, '项目名称', '投资方'],
      [1, ...A, null, '乙', '乙公司'],
      'F',
    ],
    [
      'at the numbers and kinds before its names, where the left one has none',
      [...HEADS, null, '序号', '类别', '项目名称', '投资方'],
      [...A, null, 1, '工', '乙', '乙公司'],
      'E',
    ],
    [
      'at its first head, where no blank is between',
      [...HEADS, '备注', '项目名称', '投资方'],
      [...A, '无', '乙', '乙公司'],
      'E',
    ],
  ])('%s', (_, heads, row, from) => {
    expect(startsAt(heads, row)).toBe(`台账（${from}列起）`);
  });

  it.each<[string, readonly Told[], readonly Told[]]>([
    ['one table', HEADS, A],
    [
      'one table with a blank column in it',
      ['项目名称', '投资方', null, '签约时间', '总投资'],
      ['甲', '甲公司', null, '2024-03-01', 5],
    ],
    ['a name that comes again alone', [...HEADS, '项目名称', '总投资'], [...A, '甲', 5]],
    ['a name that comes again alone, behind a blank', [...HEADS, null, '项目名称', '备注'], [...A, null, '甲', '无']],
    [
      'heads that come again with no blank between',
      ['序号', ...HEADS, '项目名称', '投资方'],
      [1, ...A, '乙', '乙公司'],
    ],
    ['no table', ['填报说明', null, '填报要求'], ['如实', null, '及时']],
    [
      'a table without names of projects',
      ['项目编号', '签约时间', '总投资', null, '项目编号', '签约时间', '总投资'],
      ['A-1', '2024-03-01', 5, null, 'A-2', '2024-03-01', 6],
    ],
  ])('nowhere in %s', (_, heads, row) => {
    expect(startsAt(heads, row)).toBeNull();
  });

  it('not at a head merged over columns', () => {
    const sheet = sheetOf(
      [
        ['项目名称', null, '投资方', null, '签约时间'],
        ['甲', null, '甲公司', null, '2024-03-01'],
      ],
      {
        merges: ['A1:B1', 'C1:D1'],
      },
    );
    expect(stripsOf(sheet, layoutOf({ ...sheet, rows: [...sheet.rows()] }, null))).toBeNull();
  });
});

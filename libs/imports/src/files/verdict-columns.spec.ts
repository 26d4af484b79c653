import type { Cell, Row } from './sheet.ts';
import type { StoredSheet } from './stored-sheet.ts';
import { pinned, VERDICT_HEADS, withoutVerdicts } from './verdict-columns.ts';

const cell = (text: string): Cell => ({ text, kind: 'text' });
const sheetOf = (rows: readonly (readonly string[])[], comments: readonly string[] = []): StoredSheet => ({
  name: '台账',
  hidden: false,
  date1904: false,
  hiddenColumns: [],
  unseen: [],
  close: () => undefined,
  comments: comments.map((text, column) => ({ row: 2, column, text })),
  rows: () => rows.map((texts, at): Row => ({ number: at + 1, hidden: false, cells: texts.map(cell) })),
});
const texts = (sheet: StoredSheet): readonly (readonly string[])[] =>
  [...sheet.rows()].map(({ cells }) => cells.map((one) => one?.text ?? ''));

it('what stands behind the rows that came back is nothing of the bureau’s, and what was kept from being a formula is as it was', () => {
  const back = sheetOf([
    ['项目名称', '备注', ...VERDICT_HEADS],
    ["'=甲", "'-", '退回', '缺金额', '3'],
    ["'甲", '=乙', '退回', '', '4'],
  ]);
  expect(texts(withoutVerdicts(back))).toEqual([
    ['项目名称', '备注'],
    ['=甲', '-'],
    ["'甲", '=乙'],
  ]);
});

it('a sheet without our heads is as it came: also where they stand first, or are not all there', () => {
  for (const heads of [['项目名称'], [...VERDICT_HEADS], ['项目名称', VERDICT_HEADS[0], VERDICT_HEADS[1]]]) {
    const sheet = sheetOf([heads, ["'=甲", '1', '2', '3']]);
    expect(withoutVerdicts(sheet)).toBe(sheet);
  }
});

it('of a comment the bureau’s own part stays', () => {
  const heads = ['项目名称', ...VERDICT_HEADS];
  const back = sheetOf([heads], [pinned(undefined, '缺金额'), pinned('去年的', '缺金额'), '只有我们的']);
  expect(withoutVerdicts(back).comments.map(({ text }) => text)).toEqual(['去年的', '只有我们的']);
});

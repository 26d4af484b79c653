import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { rowsOf, type Told } from '../../../../test/imports/sheet-of.ts';
import { layoutOf, NOTES, type Layout } from '../columns/layout.ts';
import type { Finding } from '../judge/findings.ts';
import { writeResultWorkbook } from './result-workbook.ts';
import type { Analysis } from './returned.ts';

const folder = mkdtempSync(join(tmpdir(), 'back-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

type Sheet = Analysis['sheets'][number];
const CODES = { warn: 'voucher-used', held: 'code-used', reject: 'amount-negative' } as const;
const finding = (verdict: keyof typeof CODES, cell: string | null, read: string | null, zh: string): Finding => ({
  code: CODES[verdict],
  field: null,
  cell,
  read,
  message: { zh, en: zh },
});
const HEADS: readonly Told[] = ['项目名称', '签约时间', '总投资'];
const LINES = [HEADS, ['甲项目', '面谈', 5_000]];
const sheetOf = (more: Partial<Sheet> = {}): Sheet => {
  const [head, row] = rowsOf(LINES);
  return {
    name: '台账',
    layout: layoutOf({ name: '台账', rows: [head!, row!] }, null),
    head: [head!],
    rows: [{ row: row!, findings: [finding('reject', 'B2', '面谈', '不是日期')] }],
    comments: [],
    ...more,
  };
};
/** What goes back, as it is read by whoever opens it. */
const written = async (...sheets: readonly Sheet[]) => {
  const path = join(folder, `${(count += 1)}.xlsx`);
  if (!(await writeResultWorkbook({ sheets }, path))) return null;
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return { path, book, sheet: book.worksheets[0]! };
};
const textsOf = (sheet: ExcelJS.Worksheet): readonly string[] =>
  Array.from({ length: sheet.rowCount }, (_, at) =>
    Array.from({ length: sheet.columnCount }, (__, column) => sheet.getCell(at + 1, column + 1).text).join('|'),
  );

it('rows go back under their heads, with verdict, reasons and their number behind', async () => {
  const { sheet, path } = (await written(sheetOf()))!;
  expect(textsOf(sheet)).toEqual([
    '项目名称|签约时间|总投资|处理结果|原因|原行号',
    '甲项目|面谈|5000|未存|B2“面谈” 不是日期|2',
  ]);
  expect([sheet.getRow(1).font?.bold, sheet.getColumn(5).width, sheet.views[0]]).toMatchObject([
    true,
    60,
    { state: 'frozen', ySplit: 1 },
  ]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('nothing is written where nothing goes back', async () => {
  expect(await written(sheetOf({ rows: [] }))).toBeNull();
});

it.each<[keyof typeof CODES, string, string]>([
  ['warn', '已存，有疑点', 'FFFFF3CD'],
  ['held', '待决定，未存', 'FFD6E4F0'],
  ['reject', '未存', 'FFF8D7DA'],
])(
  'a row of verdict %s is told and coloured, the cells that it speaks of with the reason',
  async (verdict, words, colour) => {
    const rows = [{ row: rowsOf(LINES)[1]!, findings: [finding(verdict, 'B2', null, '不是日期')] }];
    const { sheet } = (await written(sheetOf({ rows })))!;
    const colourAt = (at: string) => (sheet.getCell(at).fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb;
    expect([sheet.getCell('D2').text, colourAt('D2'), colourAt('B2'), colourAt('A2')]).toEqual([
      words,
      colour,
      colour,
      undefined,
    ]);
    expect([sheet.getCell('E2').text, JSON.stringify(sheet.getCell('B2').note)]).toEqual([
      'B2 不是日期',
      expect.stringContaining('落地：不是日期'),
    ]);
    expect(sheet.getCell('A2').note).toBeUndefined();
  },
);

it('several reasons stand behind each other; a row without any bears no verdict', async () => {
  const [, row] = rowsOf(LINES);
  const findings = [finding('warn', null, null, '甲'), finding('reject', 'A2', '=1', '乙')];
  const { sheet } = (await written(
    sheetOf({
      rows: [
        { row: row!, findings },
        { row: row!, findings: [] },
      ],
    }),
  ))!;
  expect(textsOf(sheet).slice(1)).toEqual(['甲项目|面谈|5000|未存|甲；A2“=1” 乙|2', '甲项目|面谈|5000|||']);
});

it('comments of the bureau stay, ours behind them; hidden columns stay hidden', async () => {
  const comments = [
    { row: 2, column: 1, text: '已电话核实' },
    { row: 1, column: 0, text: '全称' },
  ];
  const layout: Layout = { ...sheetOf().layout, hiddenColumns: [2] };
  const { sheet } = (await written(sheetOf({ comments, layout })))!;
  const note = (at: string) => JSON.stringify(sheet.getCell(at).note ?? null);
  expect([note('B2'), note('A1'), note('C2')]).toEqual([
    expect.stringContaining('已电话核实\\n落地：不是日期'),
    expect.stringContaining('全称'),
    'null',
  ]);
  expect([1, 2, 3].map((column) => sheet.getColumn(column).hidden)).toEqual([false, false, true]);
});

it('lines through a cell, and merged blocks, go back', async () => {
  const lines = [
    ['台账', null, null],
    HEADS,
    ['甲项目', { kind: 'text', text: '面谈', struck: true }, { kind: 'text', text: '5', struckPart: '6' }],
  ] as const;
  const [title, head, row] = rowsOf(lines, ['A1:C1']);
  const rows = [{ row: row!, findings: [finding('warn', null, null, '甲')] }];
  const layout = layoutOf({ name: '台账', rows: [title!, head!, row!] }, null);
  const { sheet } = (await written(sheetOf({ layout, head: [title!, head!], rows })))!;
  expect([sheet.getCell('B3').font?.strike, sheet.getCell('A3').font?.strike, sheet.getCell('C3').text]).toEqual([
    true,
    undefined,
    '56',
  ]);
  expect([
    sheet.getCell('B1').isMerged,
    sheet.getCell('A2').isMerged,
    sheet.getCell('D2').text,
    sheet.getCell('D1').text,
  ]).toEqual([true, false, '处理结果', '']);
});

describe('a table without heads of its own gets those by which it was read', () => {
  const [head, row] = rowsOf([
    ['项目名称', '总投资', '固投（亿元）'],
    ['甲项目', 5_000, 1],
  ]);
  const own = layoutOf({ name: '台账', rows: [head!, row!] }, { units: { 总投资: '万美元' } });
  const rows = [{ row: row!, findings: [finding('warn', null, null, '甲')] }];
  const texts = async (layout: Layout) => textsOf((await written(sheetOf({ layout, head: [], rows })))!.sheet);

  it('with the unit of each column', async () => {
    const [line] = await texts({ ...own, title: '', unitFrom: 'assumed' });
    expect(line).toMatch(/^项目名称\|总投资（万元 USD）\|固投（亿元）\|处理结果/);
  });
  it('under title and unit', async () => {
    const told = await texts({ ...own, title: '签约项目', unitFrom: 'above', unit: { unit: '亿元', currency: 'CNY' } });
    expect(told.slice(0, 2).map((one) => one.split('|')[0])).toEqual(['签约项目', '单位：亿元']);
  });
  it('in as many lines as they have levels', async () => {
    const [name, amount] = own.headers;
    const headers = [
      { ...name!, path: ['项目'], text: '项目' },
      { ...amount!, path: ['投资', '总额'], text: '总额' },
    ];
    const told = await texts({ ...NOTES, firstData: 1, headers });
    expect(told.map((one) => one.split('|').slice(0, 4))).toEqual([
      ['项目', '投资', '', ''],
      ['项目', '总额', '', '处理结果'],
      ['甲项目', '5000', '1', '已存，有疑点'],
    ]);
  });
});

it('sheets are named as they were, as far as a workbook may name them, each by its own', async () => {
  const long = '一'.repeat(40);
  const { book } = (await written(
    sheetOf({ name: 'A/B:C' }),
    sheetOf({ name: 'a b c' }),
    sheetOf({ name: long }),
    sheetOf({ name: long }),
  ))!;
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'A B C',
    'a b c 2',
    '一'.repeat(31),
    `${'一'.repeat(26)} 4`,
  ]);
});

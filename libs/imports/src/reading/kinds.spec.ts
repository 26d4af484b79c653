import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write, type BookType } from '@e965/xlsx';
import { xlsxOf } from '../../../../test/support/zip.ts';
import type { Sheet } from '../files/sheet.ts';
import { readWorkbook } from '../files/workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'kinds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const read = (bytes: Buffer | string, name: string): Promise<readonly Sheet[]> => {
  files += 1;
  const path = join(folder, `upload-${files}`); // as the server keeps an upload
  writeFileSync(path, bytes);
  return readWorkbook(path, name);
};
const texts = ({ rows }: Sheet): (string | undefined)[][] => rows.map(({ cells }) => cells.map((cell) => cell?.text));

describe('text in columns', () => {
  const lines = '项目编号,项目名称\n0012,甲';
  const two = [
    ['项目编号', '项目名称'],
    ['0012', '甲'],
  ];
  const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
  const gbk = Buffer.from('cfeec4bfb1e0bac52ccfeec4bfc3fbb3c60a303031322cbcd7', 'hex');
  it.each<[string, Buffer | string]>([
    ['UTF-8', lines],
    ['UTF-8 with its mark', `\uFEFF${lines}`],
    ['UTF-16, little end first, with its mark', Buffer.from(`\uFEFF${lines}`, 'utf16le')],
    ['UTF-16, little end first', Buffer.from(lines, 'utf16le')],
    ['UTF-16, big end first, with its mark', swapped(`\uFEFF${lines}`)],
    ['UTF-16, big end first', swapped(lines)],
    ['GB 18030', gbk],
    ['semicolons', lines.replaceAll(',', ';')],
    ['tabs', lines.replaceAll(',', '\t')],
    ['bars', lines.replaceAll(',', '|')],
    ['the lines of an old Mac', lines.replaceAll('\n', '\r')],
    ['quotes', '"项目编号","项目名称"\r\n"0012","甲"\r\n'],
    ['codes kept as text', '项目编号,项目名称\n="0012",="甲"'],
    ['codes kept as text, quoted', '项目编号,项目名称\n"=""0012""",甲'],
  ])('in %s is one sheet, named after its file', async (_what, bytes) => {
    const [sheet] = await read(bytes, '重点项目.csv');
    expect([sheet!.name, texts(sheet!)]).toEqual(['重点项目', two]);
  });
  it('takes the separator from all lines, not from a title without one', async () => {
    const [sheet] = await read('某区招商项目台账\n编号;名称;说明\n1;甲;一,二,三\n2;乙;四', '台账.csv');
    expect(texts(sheet!)[2]).toEqual(['1', '甲', '一,二,三']);
  });
  it('obeys the line by which Excel names the separator', async () => {
    const [sheet] = await read('sep=|\n编号|名称,全称\n1|甲,乙', '台账.csv');
    expect(sheet!.rows.map(({ number, cells }) => [number, cells.length])).toEqual([
      [2, 2],
      [3, 2],
    ]);
  });
  it('named .xls is read as what it is, a single line without columns is not', async () => {
    const [sheet] = await read('编号\t名称\n1\t甲', '导出.xls');
    expect(texts(sheet!)[1]).toEqual(['1', '甲']);
    await expect(read('hello', '导出.xls')).rejects.toMatchObject({ code: 'file-unknown-kind' });
  });
});

describe('HTML tables', () => {
  it('keep merged cells, entities, line breaks and hidden rows, without scripts, comments and styles', async () => {
    const [sheet] = await read(
      `<html><head><style>td{mso-number-format:"<td>"}</style><script>var a = "<table><tr><td>no</td></tr></table>";</script></head><body>
       <table border=1><thead><tr><th rowspan="2">项目&#21517;称<th colspan=2 title="a>b">签约</tr><tr><th>时间</th><th>金额</th></tr></thead>
       <!-- <tr><td>x</td></tr> --><tr style='display: none'><td>甲&amp;乙<br>公司</td><td>2023-03-15</td><td>1,000&nbsp;</td></tr></table></body></html>`,
      '导出.xls',
    );
    expect(texts(sheet!)).toEqual([
      ['项目名称', '签约', '签约'],
      ['项目名称', '时间', '金额'],
      ['甲&乙\n公司', '2023-03-15', '1,000'],
    ]);
    expect([sheet!.rows[2]!.hidden, sheet!.rows[1]!.cells[0]!.merged]).toEqual([true, 'covered']);
  });
  it('are a sheet each, also one within a cell of another; what follows it is not lost', async () => {
    const sheets = await read(
      '<table><tr><td>标题</td></tr><tr><td><table><tr><td>名称</td><td>金额</td></tr></table></td></tr><tr><td>填报人</td></tr></table>',
      '导出.xls',
    );
    expect(sheets.map((sheet) => [sheet.name, texts(sheet)])).toEqual([
      ['导出', [['标题']]],
      ['导出 2', [['名称', '金额']]],
      ['导出 3', [['填报人']]],
    ]);
  });
});

describe('old workbooks', () => {
  const sheet = utils.aoa_to_sheet([
    ['项目编号', '签约时间', '备注'],
    [1230, 45000, '甲'],
    [57, 44986, null],
  ]);
  sheet['A2'].z = '000000';
  sheet['A3'].z = '"HX-"0000';
  sheet['B2'].z = 'yyyy-mm-dd';
  sheet['B3'].z = 'yyyy"年"m"月"';
  sheet['!merges'] = [{ s: { r: 1, c: 2 }, e: { r: 2, c: 2 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '项目台账');
  it.each<[string, BookType]>([
    ['of Excel 97 to 2003, under the name .xlsx', 'biff8'],
    ['of Excel 2003 in XML', 'xlml'],
  ])('%s show what they show', async (_what, bookType) => {
    const [old] = await read(write(book, { type: 'buffer', bookType }) as Buffer, '台账.xlsx');
    expect([old!.name, texts(old!)]).toEqual([
      '项目台账',
      [
        ['项目编号', '签约时间', '备注'],
        ['001230', '2023-03-15', '甲'],
        ['HX-0057', '2023年3月', '甲'],
      ],
    ]);
    expect(old!.rows[2]!.cells.map((cell) => cell?.value ?? cell?.merged)).toEqual(['57', '2023-03', 'covered']);
  });
});

describe('cells of an xlsx', () => {
  const styles =
    '<numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/><xf numFmtId="14"/></cellXfs>';
  const cellsOf = async (cells: string, more: { workbook?: string; strings?: string } = {}) =>
    (await read(xlsxOf({ sheet: `<sheetData><row r="1">${cells}</row></sheetData>`, styles, ...more }), 'a.xlsx'))[0]!
      .rows[0]!.cells;
  it('a formula is its result; one without a result is told apart from empty', async () =>
    expect(
      await cellsOf(
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c><c r="D1" t="str"><f>A1</f><v></v></c><c r="E1" t="str"><f>A1</f><v>甲</v></c>',
      ),
    ).toEqual([
      { text: '2', kind: 'number', formula: true },
      { text: '', kind: 'text', doubt: 'uncalculated', formula: true },
      { text: '', kind: 'text', doubt: 'uncalculated', formula: true },
      undefined,
      { text: '甲', kind: 'text', formula: true },
    ]));
  it('a zero that a program left for Excel to calculate is no zero', async () => {
    const cells = '<c r="A1"><f>B1*2</f><v>0</v></c>';
    expect(await cellsOf(cells, { workbook: '<calcPr fullCalcOnLoad="1"/>' })).toMatchObject([
      { doubt: 'uncalculated' },
    ]);
    expect(await cellsOf(cells)).toEqual([{ text: '0', kind: 'number', formula: true }]);
  });
  it('rich text is put together, its pronunciation left out, its escapes decoded', async () =>
    expect(
      await cellsOf('<c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>丙</t></r><r><t>丁</t></r></is></c>', {
        strings: '<si><r><t>甲</t></r><r><t xml:space="preserve"> 乙_x0041_</t></r><rPh><t>jia</t></rPh></si>',
      }),
    ).toMatchObject([{ text: '甲 乙A' }, { text: '丙丁' }]));
  it('errors, yes and no, dates written as such, and pictures of Excel', async () =>
    expect(
      await cellsOf(
        '<c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c><c t="d" s="2"><v>2023-03-15T00:00:00</v></c><c t="e" vm="1"><v>#VALUE!</v></c><c t="str"><f>_xlfn.IMAGE("http://a")</f><v>x</v></c>',
      ),
    ).toMatchObject([
      { text: '#REF!', kind: 'error' },
      { text: '是', kind: 'boolean' },
      { value: '2023-03-15', kind: 'date' },
      { doubt: 'picture' },
      { doubt: 'picture' },
    ]));
  it('days of a workbook that counts from 1904', async () =>
    expect(await cellsOf('<c s="1"><v>43524</v></c>', { workbook: '<workbookPr date1904="1"/>' })).toEqual([
      { text: '2023年3月', kind: 'date', value: '2023-03' },
    ]));
});

import { write } from '@e965/xlsx';
import { zipOf } from '../support/zip.ts';
import { imported, importedText, wan, type Imported } from './imported.ts';

// What stands at a cell beside its contents: a line through a part of it, and what somebody has pinned to it.

const HEAD = ['项目编号', '项目名称', '投资方', '签约日期', '合同额（万元）', '建设内容'];
const ROWS = [
  ['A-1', '一号项目', '甲公司', '2025-01-02', 5000, null],
  ['A-2', '二号项目', '乙公司', '2025-01-02', 7000, null],
];
const struck = (gone: string, stands: string) => ({
  richText: [{ font: { strike: true }, text: gone }, { text: stands }],
});
const detailsOf = ({ report }: Imported): readonly unknown[] =>
  report.rows.flatMap(({ verdict, findings }) => findings.map(({ code, cell, read }) => [verdict, code, cell, read]));

it('of a cell struck out in part what stands is read, money, day and name alike, and both are said', async () => {
  const told = await imported({
    台账: {
      rows: [HEAD, ...ROWS],
      shape: (sheet) => {
        sheet.getCell('B2').value = struck('旧名称', '一号项目');
        sheet.getCell('D2').value = struck('2024-12-30 ', '2025-01-02');
        sheet.getCell('E2').value = struck('5000 ', '6000');
        sheet.getCell('F2').value = struck('缓建', '在建');
      },
    },
  });
  const one = told.of('一号项目');
  expect([wan(one.contract!.contracted), one.contract!.on, one.extra]).toEqual([
    '6000 CNY',
    '2025-01-02',
    { 建设内容: '在建' },
  ]);
  expect(detailsOf(told)).toEqual([
    ['warn', 'part-struck-out', 'B2', '一号项目'],
    ['warn', 'part-struck-out', 'D2', '2025-01-02'],
    ['warn', 'part-struck-out', 'E2', '6000'],
    ['warn', 'part-struck-out', 'F2', '在建'],
  ]);
  expect(told.report.rows[0]!.findings[2]!.message).toEqual({
    zh: '这一格有一部分划了删除线，只读取未划去的部分，请核对：划去“5000”，按“6000”读取。',
    en: 'A part of this cell is struck out: only what stands was read. Please check: struck out "5000", read as "6000".',
  });
});

it('all runs struck are a struck cell; runs without a line within a struck cell stand', async () => {
  const told = await imported({
    台账: {
      rows: [HEAD, ...ROWS],
      shape: (sheet) => {
        const font = { strike: true };
        sheet.getCell('E2').value = {
          richText: [
            { font, text: '50' },
            { font, text: '00' },
          ],
        };
        sheet.getCell('E3').font = font;
        sheet.getCell('E3').value = { richText: [{ text: '7000' }, { font: { bold: true }, text: '8000' }] };
      },
    },
  });
  expect(detailsOf(told)).toEqual([
    ['warn', 'struck-out', 'E2', '5000'],
    ['warn', 'part-struck-out', 'E3', '8000'],
  ]);
  expect(ROWS.map(([, title]) => wan(told.of(String(title)).contract!.contracted))).toEqual(['5000 CNY', '8000 CNY']);
});

const page = (amount: string, style = ''): string =>
  `<html><head><style>.gone {color:red; text-decoration:line-through}${style}</style></head><body><table>
<tr>${HEAD.map((head) => `<th>${head}</th>`).join('')}</tr>
<tr><td>A-1</td><td>一号项目</td><td>甲公司</td><td>2025-01-02</td>${amount}<td></td></tr></table></body></html>`;

it.each([
  ['<s>', '<td><s>5000</s> 6000</td>'],
  ['<del>', '<td><del>5000</del><br>6000</td>'],
  ['<strike> around a font', '<td><strike><font color=red>5000</font></strike> 6000</td>'],
  ['a style', '<td><span style="color:red;text-decoration: line-through">5000</span>6000</td>'],
  ['a class', '<td><font class="font5 gone">5000</font>6000</td>'],
  ['a class of the cell, but for a run', '<td>6000<s>5000</s></td>'],
])('a line through a part of a cell of an HTML table, by %s', async (_how, cell) => {
  const told = await importedText('台账.xls', page(cell));
  expect(wan(told.of('一号项目').contract!.contracted)).toBe('6000 CNY');
  expect(detailsOf(told)).toEqual([['warn', 'part-struck-out', 'E2', '6000']]);
});

it.each([
  ['its tags', '<td><s>5000</s></td>'],
  ['its class', '<td class=gone>5000</td>'],
])('a cell of an HTML table that is struck as a whole, by %s', async (_how, cell) => {
  expect(detailsOf(await importedText('台账.xls', page(cell)))).toEqual([['warn', 'struck-out', 'E2', '5000']]);
});

it('a line through a part of a cell of a workbook of Excel 2003 in XML', async () => {
  const cell = (text: string): string => `<Cell><Data ss:Type="String">${text}</Data></Cell>`;
  const firm =
    '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><Font>甲</Font><B>公司 &amp; 乙</B></ss:Data></Cell>';
  const amount =
    '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>5000</S><Font>6000</Font></ss:Data></Cell>';
  const told = await importedText(
    '台账.xls',
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="台账"><Table>
<Row>${HEAD.map(cell).join('')}</Row><Row>${['A-1', '一号项目'].map(cell).join('')}${firm}${cell('2025-01-02')}${amount}</Row></Table></Worksheet></Workbook>`,
  );
  expect(detailsOf(told)).toEqual([['warn', 'part-struck-out', 'E2', '6000']]);
  const { contract, investor } = told.of('一号项目');
  expect([wan(contract!.contracted), investor]).toEqual(['6000 CNY', '甲公司 & 乙']);
});

it('what is pinned to a cell of a row is said and kept with it, also where the cell is blank; on heads it is told of the sheet', async () => {
  const told = await imported({
    台账: {
      rows: [HEAD, ...ROWS],
      shape: (sheet) => {
        sheet.getCell('B2').note = '已终止';
        sheet.getCell('F3').note = { texts: [{ font: { bold: true }, text: '张三:\n' }, { text: '待核' }] };
        sheet.getCell('E1').note = '含二期';
        sheet.getCell('B9').note = '下月补';
      },
    },
  });
  expect(detailsOf(told)).toEqual([
    ['warn', 'comment', 'B2', '已终止'],
    ['warn', 'comment', 'F3', '张三:\n待核'],
  ]);
  expect(ROWS.map(([, title]) => told.of(String(title)).extra)).toEqual([
    { '项目名称（批注）': '已终止' },
    { '建设内容（批注）': '张三:\n待核' },
  ]);
  expect(told.report.sheets[0]!.comments).toEqual([
    { cell: 'E1', text: '含二期' },
    { cell: 'B9', text: '下月补' },
  ]);
});

it('comments of an old workbook, of a card and of tables side by side find their rows', async () => {
  const note = (t: string, v: string | number, text: string) => ({ t, v, c: [{ a: '', t: text }] });
  const sheet = {
    '!ref': 'A1:F2',
    ...Object.fromEntries(HEAD.map((v, column) => [`${'ABCDEF'[column]!}1`, { t: 's', v }])),
    A2: { t: 's', v: 'A-1' },
    B2: note('s', '一号项目', '已终止'),
    C2: { t: 's', v: '甲公司' },
    D2: { t: 's', v: '2025-01-02' },
    E2: { t: 'n', v: 5000 },
  };
  const book = { SheetNames: ['台账'], Sheets: { 台账: sheet } };
  const old = await importedText('台账.xls', write(book as never, { type: 'buffer', bookType: 'xlml' }) as Buffer);
  expect(detailsOf(old)).toEqual([['warn', 'comment', 'B2', '已终止']]);

  const card = await imported({
    项目信息表: {
      rows: [
        ['项目名称', '一号项目', '投资方', '甲公司'],
        ['签约日期', '2025-01-02', '合同额（万元）', 5000],
        ['责任单位', '招商一局', '行业', '食品'],
      ],
      shape: (one) => {
        one.getCell('D2').note = '待核';
        one.getCell('C2').note = '按合同';
      },
    },
  });
  expect(detailsOf(card)).toEqual([['warn', 'comment', 'D2', '待核']]);
  expect(card.report.sheets[0]!.comments).toEqual([{ cell: 'C2', text: '按合同' }]);

  const head = ['项目名称', '投资方', '签约日期', '合同额（万元）'];
  const beside = await imported({
    台账: {
      rows: [
        [...head, null, ...head],
        ['一号项目', '甲公司', '2025-01-02', 5000, null, '二号项目', '乙公司', '2025-01-02', 6000],
      ],
      shape: (one) => {
        one.getCell('I2').note = '待核';
      },
    },
  });
  expect(beside.of('二号项目').extra).toEqual({ '合同额（万元）（批注）': '待核' });
  expect(beside.of('一号项目').extra).toEqual({});
});

it('of a thread its own lines are told, and not the copy that old programs see', async () => {
  const row = (number: number, texts: readonly string[]): string =>
    `<row r="${number}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
  const main = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = (...all: readonly (readonly [string, string])[]): string =>
    `<Relationships>${all.map(([type, target], index) => `<Relationship Id="r${index}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const told = await importedText(
    '台账.xlsx',
    zipOf({
      '_rels/.rels': rels([`${main}/officeDocument`, 'xl/workbook.xml']),
      'xl/workbook.xml': `<workbook xmlns:r="${main}"><sheets><sheet name="台账" sheetId="1" r:id="r0"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': rels([`${main}/worksheet`, 'worksheets/一.xml']),
      'xl/worksheets/一.xml': `<worksheet><sheetData>${row(1, HEAD)}${row(2, ['A-1', '一号项目', '甲公司', '2025-01-02', '5000'])}</sheetData></worksheet>`,
      'xl/worksheets/_rels/一.xml.rels': rels(
        [`${main}/comments`, '../pinned.xml'],
        ['http://schemas.microsoft.com/office/2017/10/relationships/threadedComment', '../threads/t.xml'],
      ),
      'xl/pinned.xml': `<comments><commentList><comment ref="B2"><text><t>[线程批注] 你的Excel版本可读取此线程批注 已终止</t></text></comment><comment ref="E2"><text><r><t>按</t></r><r><t>合同</t></r></text></comment></commentList></comments>`,
      'xl/threads/t.xml': `<ThreadedComments><threadedComment ref="B2" id="{1}"><text>已终止？</text></threadedComment><threadedComment ref="B2" id="{2}" parentId="{1}"><text>是 &amp; 待清算</text></threadedComment></ThreadedComments>`,
    }),
  );
  expect(detailsOf(told)).toEqual([
    ['warn', 'comment', 'B2', '已终止？\n是 & 待清算'],
    ['warn', 'comment', 'E2', '按合同'],
  ]);
});

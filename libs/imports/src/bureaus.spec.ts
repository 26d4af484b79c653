import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { fold, type IsoDate, type KnownProject, type Placed, type ProjectEvent } from '#domain';
import { memoryStore } from '#event-store';
import { importWorkbook } from './import.ts';
import type { ImportReport } from './report.ts';
import { writeResultWorkbook } from './files/result-workbook.ts';
import { candidatesOf } from './plans/stored.ts';
import { readWorkbook } from './files/workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'luodi-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string): string => join(folder, name);
const TODAY = '2026-11-25' as IsoDate;

const importFrom = async (
  file: string,
  regions: readonly string[] = [],
): Promise<{
  report: ImportReport;
  of: (name: string) => KnownProject;
  analysis: Awaited<ReturnType<typeof importWorkbook>>['analysis'];
}> => {
  const store = memoryStore();
  const { report, analysis } = await importWorkbook(
    { path: file, dryRun: false, today: TODAY, actor: { user: 'clerk', unit: null } },
    {
      store,
      stored: { find: async () => candidatesOf([]), history: async () => [] },
      known: { regions, regionKinds: regions.length > 0, units: new Set() },
    },
  );
  const projects: KnownProject[] = [];
  for await (const events of store.readByStream('project-', await store.head())) {
    const project = fold(events.map(({ event, version }): Placed => ({ ...(event as ProjectEvent), version })));
    if (project.phase !== 'none') projects.push(project);
  }
  return { report, analysis, of: (name) => projects.find(({ title }) => title === name)! };
};

type Value =
  string | number | Date | null | { formula: string; result: string | number } | { text: string; hyperlink: string };
const write = async (
  name: string,
  rows: readonly (readonly Value[])[],
  shape: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => undefined,
): Promise<string> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('项目');
  for (const row of rows) sheet.addRow([...row]);
  shape(sheet, book);
  await book.xlsx.writeFile(path(name));
  return path(name);
};
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

describe('ledgers of invented bureaus', () => {
  it('a table in two header rows, its unit in the corner, its region merged over rows', async () => {
    const file = await write(
      'two-rows.xlsx',
      [
        ['某县招商项目台账'],
        ['', '', '', '', '', '', '单位：亿元'],
        ['乡镇', '项目', '', '签约', '', '开工', ''],
        ['', '名称', '投资方', '时间', '金额', '约定开工时间', '认定开工时间'],
        ['东镇', '甲项目', '甲公司', day('2023-03-15'), 2.66, day('2023-09-01'), day('2023-08-20')],
        ['', '乙项目', '乙公司', '2023.4.1', '1,000.5', '2023年10月1日', null],
        ['合计', null, null, null, 1003.16, null, null],
      ],
      (sheet) => {
        sheet.mergeCells('B3:C3');
        sheet.mergeCells('D3:E3');
        sheet.mergeCells('F3:G3');
        sheet.mergeCells('A3:A4');
        sheet.mergeCells('A5:A6');
      },
    );
    const { report, of } = await importFrom(file, ['东镇']);
    expect(report.sheets[0]!.rows).toEqual({
      read: 3,
      passedOver: 1,
      accepted: 2,
      warned: 0,
      held: 0,
      rejected: 0,
      unchanged: 0,
    });
    expect([
      of('甲项目').contract!.contracted.amount,
      of('甲项目').contract!.on,
      of('甲项目').startCertified!.on,
      of('甲项目').hostRegion,
    ]).toEqual(['266000000.00', '2023-03-15', '2023-08-20', '东镇']);
    expect([
      of('乙项目').contract!.contracted.amount,
      of('乙项目').contract!.agreedStart!.date,
      of('乙项目').hostRegion,
    ]).toEqual(['100050000000.00', '2023-10-01', '东镇']);
  });
  it('days of the 1904 system, and bare serial numbers in either', async () => {
    const rows = [
      ['项目名称', '签约日期', '合同额（万元）'],
      ['甲', 42000, 500],
    ] as const;
    const old = await write('1904.xlsx', rows, (_sheet, book) => {
      book.properties.date1904 = true;
    });
    const usual = await write('1900.xlsx', rows);
    expect((await importFrom(old)).of('甲').contract!.on).toBe('2018-12-28'); // 1904-01-01 + 42000 days
    expect((await importFrom(usual)).of('甲').contract!.on).toBe('2014-12-27'); // as Excel shows 42000
  });
  it('a month without a day, full-width digits, units inside the cell, words for nothing', async () => {
    const file = await write('dirt.xlsx', [
      ['项目名称', '签约时间', '总投资（万元）', '认定开工时间', '责任单位'],
      ['甲\u200b 项目', '２０２３年５月', '２．６６亿元', '未开工', '/'],
      ['乙项目', '2023-05-07', '500', '—', '无'],
      ['丙项目', '202306', '12000万', null, '招商一科'],
    ]);
    const { report, of } = await importFrom(file);
    expect(report.rows).toEqual([]);
    expect([
      of('甲 项目').contract!.on,
      of('甲 项目').contract!.contracted.amount,
      of('甲 项目').startCertified,
      of('甲 项目').owner.unit,
    ]).toEqual(['2023-05-31', '266000000.00', null, null]);
    expect([of('丙项目').contract!.on, of('丙项目').contract!.contracted.amount]).toEqual([
      '2023-06-30',
      '120000000.00',
    ]);
  });
  it('a formula is read by what it shows, a link by its text, and neither leaves again', async () => {
    const file = await write('formula.xlsx', [
      ['项目名称', '投资方', '签约时间', '合同额（万元）'],
      [
        { text: '甲项目', hyperlink: 'http://example.invalid/' },
        { formula: '"甲"&"公司"', result: '甲公司' },
        day('2023-01-05'),
        { formula: '100+23', result: 123 },
      ],
      ['=cmd|x', '乙', '两天后', 5],
    ]);
    const { of, analysis } = await importFrom(file);
    expect([of('甲项目').investor, of('甲项目').contract!.contracted.amount]).toEqual(['甲公司', '1230000.00']);
    expect(await writeResultWorkbook(analysis, path('formula.result.xlsx'))).toBe(true);
    const cells = (await readWorkbook(path('formula.result.xlsx')))[0]!.rows.flatMap((row) => row.cells);
    expect(cells.some((cell) => cell?.formula)).toBe(false);
    expect(cells.map((cell) => cell?.text)).toContain("'=cmd|x");
  });
  it('a csv in GBK with its columns shuffled', async () => {
    const gbk = Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6]); // 项目名称
    writeFileSync(path('gbk.csv'), Buffer.concat([Buffer.from('amount,'), gbk, Buffer.from('\n5,abc\n')]));
    expect((await readWorkbook(path('gbk.csv')))[0]!.rows[0]!.cells.map((cell) => cell?.text)).toEqual([
      'amount',
      '项目名称',
    ]);
    writeFileSync(path('plain.csv'), '\uFEFF合同额（万元）,签约日期,项目名称\r\n"1,500",2023/3/5,"甲,乙""项目"\r\n');
    expect((await importFrom(path('plain.csv'))).of('甲,乙"项目').contract).toMatchObject({
      on: '2023-03-05',
      contracted: { amount: '15000000.00' },
    });
  });
  it('a contract in dollars keeps its currency', async () => {
    const file = await write('usd.xlsx', [
      ['项目名称', '签约日期', '合同外资额', '合同额（万美元）'],
      ['甲', '2023-03-05', null, 300],
    ]);
    expect((await importFrom(file)).of('甲').contract!.contracted).toEqual({ amount: '3000000.00', currency: 'USD' });
  });
  it('one amount merged over several projects waits for a person', async () => {
    const file = await write(
      'merged.xlsx',
      [
        ['项目名称', '签约日期', '合同额（万元）'],
        ['甲', '2023-03-05', 300],
        ['乙', '2023-03-06', null],
      ],
      (sheet) => {
        sheet.mergeCells('C2:C3');
      },
    );
    expect((await importFrom(file)).report.rows.map(({ verdict, findings }) => [verdict, findings[0]!.code])).toEqual([
      ['held', 'amount-merged'],
      ['held', 'amount-merged'],
    ]);
  });
});

/** A zip with one part, honest or lying about its size. */
const zipped = (name: string, content: Buffer, declared = content.length): Buffer => {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(declared, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(declared, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
};

describe('files that are no ledger', () => {
  const big = Buffer.alloc(60 * 1024 * 1024);
  it.each<[string, string, Buffer, string]>([
    ['an empty file', 'empty.xlsx', Buffer.alloc(0), 'file-blank'],
    ['text named xlsx', 'text.xlsx', Buffer.from('hello'), 'file-unknown-kind'],
    ['an old xls', 'old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'file-unknown-kind'],
    ['a truncated zip', 'cut.xlsx', Buffer.from('PK\u0003\u0004 and no more'), 'file-broken'],
    ['a zip that is no workbook', 'other.xlsx', zipped('readme.txt', Buffer.from('x')), 'file-unknown-kind'],
    ['a bomb that says what it is', 'bomb.xlsx', zipped('xl/workbook.xml', big), 'file-bomb'],
    ['a bomb that lies', 'liar.xlsx', zipped('xl/workbook.xml', big, 1000), 'file-broken'],
    ['broken XML', 'xml.xlsx', zipped('xl/workbook.xml', Buffer.from('<workbook><sheets></workbook>')), 'file-broken'],
    ['a workbook without sheets', 'none.xlsx', zipped('xl/workbook.xml', Buffer.from('<workbook/>')), 'file-empty'],
  ])('%s is refused with a code and a sentence', async (_what, name, bytes, code) => {
    writeFileSync(path(name), bytes);
    await expect(readWorkbook(path(name))).rejects.toMatchObject({
      name: 'Rejected',
      code,
      sentence: { zh: expect.not.stringMatching(/[a-z]+ [a-z]+ [a-z]+/), en: expect.any(String) },
    });
  });
  it('a file that is not there, a folder, and a file of nothing', async () => {
    const refused = (name: string) => readWorkbook(path(name)).catch(({ code }: { code: string }) => code);
    writeFileSync(path('nothing.xlsx'), '');
    expect([await refused('nowhere.xlsx'), await refused('.'), await refused('nothing.xlsx')]).toEqual([
      'file-missing',
      'file-is-folder',
      'file-blank',
    ]);
  });
});

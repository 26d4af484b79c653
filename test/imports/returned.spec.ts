import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { finding } from '../../libs/imports/src/judge/findings.ts';
import { returnedOf } from '../../libs/imports/src/files/returned.ts';
import { openWorkbook } from '../../libs/imports/src/files/workbook.ts';
import { writeResultWorkbook } from '#imports';
import { drawLedger } from './drawn/ledger.ts';
import { differences } from './facts.ts';
import { imported, importedAnew, wan, type Imported, type SheetOf } from './imported.ts';
import { ledgerOf, outcomeOf } from './outcome.ts';

const SEEDS = Math.ceil(Number(process.env['LEDGERS'] ?? 60) / 2);
const FIRST = Number(process.env['LEDGER_SEED'] ?? 1);
const ONCE_CHANGED = [300_006, 300_190, 300_460, 300_481];

// The rows that come back stand under the bureau's own heads: mended there and imported again, they are read as they would have been at first.

const folder = mkdtempSync(join(tmpdir(), 'returned-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const codesOf = ({ report }: Imported): readonly string[] =>
  report.rows.map(({ verdict, findings }) => `${verdict} ${findings.map(({ code }) => code).join(' ')}`);

/** What came back of these sheets, with some cells changed (text → text). */
const broughtBack = async (sheets: Readonly<Record<string, SheetOf>>, changes: Readonly<Record<string, string>>) => {
  const first = await imported(sheets);
  const path = join(folder, 'back.xlsx');
  expect(await first.giveBack(path)).toBe(true);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (typeof cell.value === 'string' && Object.hasOwn(changes, cell.value)) cell.value = changes[cell.value]!;
      });
    });
  await book.xlsx.writeFile(path);
  return { first, book, again: await importedAnew(path) };
};

it('a title with its year and its unit, heads of two lines and a section go along', async () => {
  const { first, again, book } = await broughtBack(
    {
      台账: {
        rows: [
          ['2024年重点项目台账'],
          [null, null, null, null, '单位：亿元'],
          ['项目名称', '投资方', '投资', null, '签约时间', '落户地'],
          [null, null, '总投资', '其中：固投', null, null],
          ['一、新签约项目'],
          ['甲', '甲公司', 1.5, 1, '3月5日', '高新区'],
          ['乙', '乙公司', '五亿左右吧', 2, '4月6日', '高新区'],
        ],
        merges: ['A3:A4', 'B3:B4', 'C3:D3', 'E3:E4', 'F3:F4', 'A1:F1'],
      },
    },
    { 五亿左右吧: '5' },
  );
  expect(first.projects.map(({ title }) => title)).toEqual(['甲']);
  const { contract, extra } = again.of('乙');
  expect([wan(contract?.contracted), wan(contract?.fixedAssets), contract?.on, Object.keys(extra)]).toEqual([
    '50000 CNY',
    '20000 CNY',
    '2024-04-06',
    ['签约时间'],
  ]);
  expect(book.worksheets[0]!.getCell('C3').isMerged).toBe(true);
});

it('months under their group, a table further down and the lines under a merged name go along', async () => {
  const { again, first } = await broughtBack(
    {
      月报: {
        rows: [
          ['2024年到位资金月报（单位：万元）'],
          ['项目名称', '投资方', '签约时间', '合同额', '到位资金', null],
          [null, null, null, null, '1月', '2月'],
          ['甲', '甲公司', '2023-02-30', 5000, 10, 20],
          [],
          ['到账明细（单位：元）'],
          ['项目名称', '到账日期', '到账金额'],
          ['甲', '2024-13-05', 3000],
        ],
        merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2'],
      },
      分期: {
        rows: [
          ['项目名称', '投资方', '签约时间', '总投资（万元）', '到账日期', '到账金额（万元）'],
          ['丙', '丙公司', '2024-02-31', 800, '2024-03-01', 100],
          [null, null, null, null, '2024-04-01', 200],
        ],
        merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3'],
      },
    },
    { '2023-02-30': '2023-02-28', '2024-02-31': '2024-02-28' },
  );
  expect(first.projects).toEqual([]);
  expect(again.of('甲').arrivals.map(({ amount, on }) => [on, wan(amount)])).toEqual([
    ['2024-01-31', '10 CNY'],
    ['2024-02-29', '20 CNY'],
  ]);
  expect(again.of('丙').arrivals.map(({ amount, on }) => [on, wan(amount)])).toEqual([
    ['2024-03-01', '100 CNY'],
    ['2024-04-01', '200 CNY'],
  ]);
  expect(again.found).toEqual(['月报 2!3 reject: impossible-date']);
});

it('unmended, the rows come back for the same reasons; cards stand as a table in their unit', async () => {
  const card = (name: string, day: string) => [
    ['项目名称', name, '投资方', `${name}公司`],
    ['总投资', 12, '签约时间', day],
    ['责任单位', '商务局', '建设地点', '高新区'],
  ];
  const { first, again } = await broughtBack(
    { 卡: { rows: [['单位：亿元'], ...card('甲', '2025-02-30'), ...card('乙', '2025-02-28')] } },
    {},
  );
  expect(codesOf(again)).toEqual(codesOf(first));
  const mended = await broughtBack(
    { 卡: { rows: [['单位：亿元'], ...card('甲', '2025-02-30'), ...card('乙', '2025-02-28')] } },
    { '2025-02-30': '2025-02-28' },
  );
  expect([wan(mended.again.of('甲').contract?.contracted), mended.again.of('甲').owner?.unit]).toEqual([
    '120000 CNY',
    '商务局',
  ]);
});

it('comments and lines through text of a row that comes back are still there, ours are not read as the bureau’s', async () => {
  const { again } = await broughtBack(
    {
      台账: {
        rows: [
          ['项目名称', '投资方', '签约时间', '总投资（万元）', '备注'],
          ['甲', '甲公司', '2024-02-30', 500, '好'],
        ],
        shape: (sheet) => {
          sheet.getCell('C2').note = '待核实';
          sheet.getCell('D2').note = '含设备';
          sheet.getCell('E2').font = { strike: true };
        },
      },
    },
    { '2024-02-30': '2024-02-28' },
  );
  expect(again.of('甲').extra).toEqual({ '签约时间（批注）': '待核实', '总投资（万元）（批注）': '含设备' });
  expect(codesOf(again)).toEqual(['warn struck-out comment comment']);
});

/** What an invented ledger means otherwise once all of its rows were handed back and imported again; totals are not handed back. */
const changedOnTheWay = async (seed: number): Promise<readonly string[]> => {
  const drawn = drawLedger(seed);
  const by = <T>(own: (sheet: (typeof drawn.sheets)[number]) => T) =>
    Object.fromEntries(drawn.sheets.map((sheet) => [sheet.name, own(sheet)]));
  const ledger = await ledgerOf(
    by(({ rows }) => rows),
    by(({ comments }) => comments),
  );
  const doubted = [finding('row-hidden', null, null, null)];
  const path = join(folder, `${seed}.xlsx`);
  await writeResultWorkbook(returnedOf({ ...ledger, findings: () => doubted }), path);
  ledger.close();
  const back = await openWorkbook(path);
  const again = await outcomeOf(
    Object.fromEntries(back.map((sheet) => [sheet.name, [...sheet.rows()]])),
    Object.fromEntries(back.map((sheet) => [sheet.name, sheet.comments])),
  );
  for (const sheet of back) sheet.close();
  return differences(drawn, again).filter((one) => !one.includes('rows passed over'));
};

it(`${SEEDS} invented ledgers that are handed back whole mean what they meant`, async () => {
  const wrong: string[] = [];
  for (const seed of [...ONCE_CHANGED, ...Array.from({ length: SEEDS }, (_, at) => FIRST + at)])
    for (const one of await changedOnTheWay(seed)) wrong.push(`${seed}: ${one}`);
  expect(wrong).toEqual([]);
}, 1_800_000);

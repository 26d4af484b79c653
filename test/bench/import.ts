import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { IsoDate } from '#domain';
import { candidatesOf, importWorkbook } from '#imports';
import { onFreshDatabase, rounded, seconds, type Result } from './bench.ts';

const ROWS = Number(process.env['BENCH_ROWS'] ?? '50000');

const writeLedger = async (path: string): Promise<void> => {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path });
  const sheet = book.addWorksheet('项目台账');
  sheet.addRow(['项目编号', '项目名称', '投资主体', '落地区域', '责任单位', '合同编号', '洽谈启动时间', '签约日期', '合同额（万元）', '约定开工时间', '认定开工时间', '纳统时间']).commit();
  for (let n = 0; n < ROWS; n += 1) {
    const day = (offset: number): Date => new Date(Date.UTC(2021, 0, 4 + (n % 1200) + offset));
    sheet.addRow([`B${n}`, `项目${n.toString(36)}号${n}`, `投资方${n}有限公司`, `区域${n % 20}`, `单位${n % 40}`, `合${n}`, day(0), day(40), 1000 + (n % 9000), day(200), n % 3 === 0 ? day(180) : null, n % 3 === 0 ? day(200) : null]).commit();
  }
  await book.commit();
};

/** Import of 50,000 rows: rows a second against the 1,000 that were asked for, and the most memory the process held. */
export const importRows = (): Promise<readonly Result[]> => onFreshDatabase(async ({ store, data }) => {
  const path = join(data, 'ledger.xlsx');
  await writeLedger(path);
  let most = 0;
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().rss); }, 50);
  const time = await seconds(() => importWorkbook({ path, dryRun: false, today: '2026-11-25' as IsoDate, actor: { user: 'bench', unit: null } },
    { store, stored: { find: async () => candidatesOf([]), history: async () => [] }, known: { regions: [], regionKinds: false, units: new Set() } }));
  clearInterval(watch);
  return [{ name: 'import', unit: 'rows/s', ratio: rounded(ROWS / time / 1000), ours: rounded(ROWS / time), limit: 1000, settings: { rows: ROWS }, more: { mostMemoryMB: Math.round(most / 1048576) } }];
});

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import { openDatabase } from '#database';
import type { IsoDate } from '#domain';
import { postgresStore } from '#event-store';
import { candidatesOf, importWorkbook } from '#imports';
import { onFreshDatabase, rounded, seconds, type Result } from './bench.ts';
import { FROM_SOURCE } from '../support/from-source.ts';

const ROWS = Number(process.env['BENCH_ROWS'] ?? '50000');

const writeLedger = async (path: string, rows: number): Promise<void> => {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path });
  const sheet = book.addWorksheet('项目台账');
  sheet
    .addRow([
      '项目编号',
      '项目名称',
      '投资主体',
      '落地区域',
      '责任单位',
      '合同编号',
      '洽谈启动时间',
      '签约日期',
      '合同额（万元）',
      '约定开工时间',
      '认定开工时间',
      '纳统时间',
    ])
    .commit();
  for (let n = 0; n < rows; n += 1) {
    const day = (offset: number): Date => new Date(Date.UTC(2021, 0, 4 + (n % 1200) + offset));
    sheet
      .addRow([
        `B${n}`,
        `项目${n.toString(36)}号${n}`,
        `投资方${n}有限公司`,
        `区域${n % 20}`,
        `单位${n % 40}`,
        `合${n}`,
        day(0),
        day(40),
        1000 + (n % 9000),
        day(200),
        n % 3 === 0 ? day(180) : null,
        n % 3 === 0 ? day(200) : null,
      ])
      .commit();
  }
  await book.commit();
};

interface Measured {
  readonly seconds: number;
  readonly mostMemoryMB: number;
  readonly accepted: number;
}

/** The import alone in this process, so that the most memory the process ever held is the import's own. */
const importHere = async (path: string, url: string): Promise<Measured> => {
  const database = await openDatabase({ data: '', url, size: 16 });
  const store = postgresStore(database);
  try {
    let accepted = 0;
    const time = await seconds(async () => {
      const { report } = await importWorkbook(
        { path, dryRun: false, today: '2026-11-25' as IsoDate, actor: { user: 'bench', unit: null } },
        {
          store,
          stored: { find: async () => candidatesOf([]), history: async () => [] },
          known: { regions: [], regionKinds: false, units: new Set() },
        },
      );
      accepted = report.sheets[0]!.rows.accepted;
    });
    return { seconds: time, mostMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024), accepted };
  } finally {
    await store.close();
    await database.close();
  }
};

const importApart = (rows: number): Promise<Measured> =>
  onFreshDatabase(async ({ url, data }) => {
    const path = join(data, 'ledger.xlsx');
    await writeLedger(path, rows);
    const measured = JSON.parse(
      (await promisify(execFile)(process.execPath, [...FROM_SOURCE, __filename, path, url])).stdout,
    ) as Measured;
    if (measured.accepted !== rows) throw new Error(`of ${rows} rows only ${measured.accepted} were accepted`);
    return measured;
  });

/** Import of 50,000 rows: rows a second against the 1,000 that were asked for, and the most memory the process held at a quarter, a half and all of them. */
export const importRows = async (): Promise<readonly Result[]> => {
  const sizes = [ROWS / 4, ROWS / 2, ROWS].map(Math.round);
  const mostMemoryMB: Record<string, number> = {};
  let speed = 0;
  for (const rows of sizes) {
    const measured = await importApart(rows);
    mostMemoryMB[rows] = measured.mostMemoryMB;
    speed = rows / measured.seconds;
  }
  return [
    {
      name: 'import',
      unit: 'rows/s',
      ratio: rounded(speed / 1000),
      ours: rounded(speed),
      limit: 1000,
      settings: { rows: ROWS, sizes },
      more: { mostMemoryMB },
    },
  ];
};

const [path, url] = process.argv.slice(2);
if (require.main === module && path !== undefined && url !== undefined)
  importHere(path, url).then(
    (measured) => {
      process.stdout.write(JSON.stringify(measured));
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 1;
    },
  );

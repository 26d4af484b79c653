import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { fold, inUnit, type IsoDate, type KnownProject, type Money, type Placed, type ProjectEvent } from '#domain';
import { memoryStore } from '#event-store';
import {
  candidatesOf,
  importWorkbook,
  writeResultWorkbook,
  type ImportDecision,
  type ImportReport,
  type SavedMapping,
} from '#imports';

export const TODAY = '2026-11-25' as IsoDate;

export type Value = string | number | Date | null;
export interface SheetOf {
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly string[];
  readonly shape?: (sheet: ExcelJS.Worksheet) => void;
}

/** What an import stored and said. */
export interface Imported {
  readonly report: ImportReport;
  readonly projects: readonly KnownProject[];
  readonly of: (title: string) => KnownProject;
  /** Every row that is not plainly accepted: where it stands, its verdict and why. */
  readonly found: readonly string[];
  /** Writes the rows that came back to this path; false where there are none. */
  readonly giveBack: (path: string) => Promise<boolean>;
}

const folder = mkdtempSync(join(tmpdir(), 'ledgers-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
/** Where a file of this name stands alone: a sheet may be called as its file is. */
const placeOf = (name: string): string => join(mkdtempSync(join(folder, 'one-')), name);

/** Imports a file into an empty bureau. */
export const importedAnew = async (
  path: string,
  mapping: SavedMapping | null = null,
  decisions: readonly ImportDecision[] = [],
): Promise<Imported> => {
  const store = memoryStore();
  const { report, analysis } = await importWorkbook(
    { path, mapping, decisions, dryRun: false, today: TODAY, actor: { user: 'clerk', unit: null } },
    {
      store,
      stored: { find: async () => candidatesOf([]), history: async () => [] },
      known: { regions: [], regionKinds: false, units: new Set() },
    },
  );
  const projects: KnownProject[] = [];
  for await (const events of store.readByStream('project-', await store.head())) {
    const project = fold(events.map(({ event, version }): Placed => ({ ...(event as ProjectEvent), version })));
    if (project.phase !== 'none') projects.push(project);
  }
  const found = report.rows.map(
    ({ sheet, row, verdict, findings }) => `${sheet}!${row} ${verdict}: ${findings.map(({ code }) => code).join(' ')}`,
  );
  const giveBack = (to: string): Promise<boolean> => writeResultWorkbook(analysis, to);
  return { report, projects, of: (title) => projects.find((one) => one.title === title)!, found, giveBack };
};

/** Imports a file of these bytes or this text. */
export const importedText = (name: string, content: string | Buffer): Promise<Imported> => {
  const path = placeOf(name);
  writeFileSync(path, content);
  return importedAnew(path);
};

/** Imports a workbook of these sheets, with what a person says of columns and decides of rows; merges are written as Excel names them. */
export const imported = async (
  sheets: Readonly<Record<string, SheetOf>>,
  mapping: SavedMapping | null = null,
  decisions: readonly ImportDecision[] = [],
): Promise<Imported> => {
  const book = new ExcelJS.Workbook();
  for (const [name, { rows, merges = [], shape }] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    for (const merge of merges) sheet.mergeCells(merge);
    shape?.(sheet);
  }
  const path = placeOf('book.xlsx');
  await book.xlsx.writeFile(path);
  return importedAnew(path, mapping, decisions);
};

/** "9000 CNY", in 万元. */
export const wan = (money: Money | null | undefined): string =>
  money == null ? '—' : `${inUnit(money, '万元')} ${money.currency}`;

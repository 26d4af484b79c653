import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { v5 as uuid } from 'uuid';
import type { Actor, DomainEvent, IsoDate, NewEvent } from '#domain';
import type { EventStore } from '#event-store';
import { assemble } from './rows/assemble.ts';
import { verdictOf } from './judge/findings.ts';
import { importIdOf } from './plans/ids.ts';
import { judgeLedger } from './judge/judge.ts';
import type { SavedMapping } from './columns/layout.ts';
import { readLedger, type Known, type Ledger } from './rows/ledger.ts';
import { refuseFile } from './refusals.ts';
import { countRows, reportedRows, type ImportReport } from './report.ts';
import { returnedOf, type Analysis } from './files/returned.ts';
import { storePlans } from './plans/store-plans.ts';
import type { StoredProjects } from './plans/stored.ts';
import { openWorkbook } from './files/workbook.ts';

export interface ImportRequest {
  readonly path: string;
  readonly fileName?: string;
  readonly dryRun: boolean;
  readonly sheet?: string | null;
  readonly mapping?: SavedMapping | null;
  readonly today: IsoDate;
  readonly actor: Actor;
  readonly onProgress?: (done: number, of: number) => void;
}
export interface ImportTools {
  readonly store: EventStore;
  readonly stored: StoredProjects;
  readonly known: Known;
}

export const importStream = (sha256: string): string => `import-${sha256}`;

const fact = (importId: string, name: string, today: IsoDate, actor: Actor, type: string, data: object): NewEvent => ({
  id: uuid(`${importId}:${name}`, importId),
  event: { type, occurredOn: today, data } as DomainEvent,
  schemaVersion: 1,
  meta: { actor, commandId: uuid(`${importId}:${name}:command`, importId) },
});

/** Targets of a year, kept for the indicators: one fact a line, of the import's own stream of targets. */
const targetsOf = (ledger: Ledger, importId: string, today: IsoDate, actor: Actor): readonly NewEvent[] =>
  ledger.sheets
    .filter(({ layout }) => layout.kind === 'targets')
    .flatMap(({ sheet, title, from, to }) => {
      const year = /(20\d{2})/.exec(title + sheet.name)?.[1] ?? today.slice(0, 4);
      const rows = Array.from({ length: to - from }, (_, index) => ledger.at(from + index));
      return rows
        .filter((row) => verdictOf(row.findings) !== 'reject' && row.money.target !== undefined)
        .map((row) =>
          fact(importId, `target:${row.sheet}:${row.row}`, today, actor, 'TargetSet', {
            year,
            unit: row.text.unit ?? row.text.region ?? row.text.name,
            metric: 'signed-amount',
            amount: row.money.target,
            issuer: row.text.issuer ?? null,
            document: row.text.document ?? null,
          }),
        );
    });

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

interface Identity {
  readonly file: string;
  readonly sha256: string;
  readonly importId: string;
  readonly stream: string;
}

const importLedger = async (
  ledger: Ledger,
  { file, sha256, importId, stream }: Identity,
  request: ImportRequest,
  tools: ImportTools,
): Promise<ImportReport> => {
  const { dryRun, today, actor } = request;
  const before = (await tools.store.readStream(stream)).find(({ event }) => event.type === 'ImportFinished');
  const judged = await judgeLedger(ledger, importId, tools.stored);
  try {
    if (before !== undefined) {
      for (let plan = 0; plan < judged.plans.length(); plan += 1)
        for (const row of assemble(ledger, judged, plan, importId, today).rows) ledger.keep(row);
      return {
        file,
        sha256,
        importId,
        repeatOf: importId,
        dryRun,
        sheets: countRows(ledger, () => false, true),
        rows: [],
        unknownUnits: [],
        resultWorkbook: null,
      };
    }
    const changed = await storePlans(ledger, judged, importId, request, tools);
    const report: ImportReport = {
      file,
      sha256,
      importId,
      repeatOf: null,
      dryRun,
      sheets: countRows(ledger, changed, false),
      rows: reportedRows(ledger, judged.plans, importId),
      unknownUnits: ledger.unknownUnits,
      resultWorkbook: null,
    };
    if (dryRun) return report;
    const targets = targetsOf(ledger, importId, today, actor);
    if (targets.length > 0)
      await tools.store.append(
        'target-main',
        'any',
        targets.map((target) => ({
          ...target,
          meta: { ...target.meta, commandId: uuid(`${importId}:targets`, importId) },
        })),
      );
    const held = report.rows
      .filter(({ verdict }) => verdict === 'held')
      .map(({ sheet, row, project, findings }) => ({
        sheet,
        row,
        code: project?.code ?? null,
        name: project?.name ?? null,
        findings: findings.map(({ code }) => code),
      }));
    await tools.store.append(stream, 'any', [
      fact(importId, 'finished', today, actor, 'ImportFinished', {
        importId,
        file,
        sha256,
        sheets: report.sheets.map(({ sheet, kind, rows }) => ({ sheet, kind, rows })),
        held,
      }),
    ]);
    return report;
  } finally {
    judged.plans.close();
  }
};

/**
 * Imports a workbook: every row accepted, warned, held or rejected, each with its reasons; history becomes events with their business dates,
 * marked as imported. The same file again writes nothing; one that was cut short goes on where it stopped. Throws Rejected for a file that cannot be read.
 * Rows wait on disk (in the system's folder for temporary files): memory holds numbers for each row, and the rows with findings.
 */
export const importWorkbook = async (
  request: ImportRequest,
  tools: ImportTools,
): Promise<{ readonly report: ImportReport; readonly analysis: Analysis }> => {
  const { path, today } = request;
  const workbook = await openWorkbook(path);
  try {
    const sheets = workbook.filter(({ name }) => request.sheet == null || name === request.sheet);
    if (sheets.length === 0) refuseFile('sheet-unknown', request.sheet ?? undefined);
    const sha256 = await sha256Of(path);
    const importId = importIdOf(request.sheet == null ? sha256 : `${sha256}:${request.sheet}`);
    const stream = importStream(request.sheet == null ? sha256 : `${sha256}-${importId}`);
    const ledger = await readLedger(sheets, today, tools.known, request.mapping ?? null);
    try {
      const report = await importLedger(
        ledger,
        { file: request.fileName ?? basename(path), sha256, importId, stream },
        request,
        tools,
      );
      return { report, analysis: returnedOf(ledger) };
    } finally {
      ledger.close();
    }
  } finally {
    for (const sheet of workbook) sheet.close();
  }
};

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { v5 as uuid } from 'uuid';
import type { Actor, Circumstances, DomainEvent, IsoDate, NewEvent } from '#domain';
import { WrongExpectedVersion, type Append, type EventStore } from '#event-store';
import { analyse, importIdOf, type Analysis, type Known } from './analyse.ts';
import { decidePlan, type Decided } from './decide-plan.ts';
import { verdictOf, type Finding } from './findings.ts';
import type { SheetKind } from './columns/fields.ts';
import type { SavedMapping } from './layout.ts';
import type { LedgerRow } from './ledger-row.ts';
import { refuseFile } from './refusals.ts';
import type { StoredProjects } from './stored.ts';
import { readWorkbook } from './workbook.ts';

export interface RowCounts { read: number; passedOver: number; accepted: number; warned: number; held: number; rejected: number; unchanged: number }
export interface ReportedSheet { readonly sheet: string; readonly kind: SheetKind; readonly headerRow: number | null; readonly columns: Readonly<Record<string, string>>; readonly unmapped: readonly string[]; readonly rows: RowCounts }
export interface ReportedRow { readonly sheet: string; readonly row: number; readonly verdict: 'warn' | 'held' | 'reject'; readonly findings: readonly Finding[]; readonly project: { readonly id: string | null; readonly code: string | null; readonly name: string | null } | null }

/** What an import did, or would do, in the shape of cli.md, `import`. */
export interface ImportReport {
  readonly file: string; readonly sha256: string; readonly importId: string; readonly repeatOf: string | null; readonly dryRun: boolean;
  readonly sheets: readonly ReportedSheet[]; readonly rows: readonly ReportedRow[]; readonly unknownUnits: readonly string[]; readonly resultWorkbook: string | null;
}

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
export interface ImportTools { readonly store: EventStore; readonly stored: StoredProjects; readonly known: Known }

export const importStream = (sha256: string): string => `import-${sha256}`;
const PROJECTS_AT_ONCE = 500;

const verdictName = (row: LedgerRow): 'accept' | 'warn' | 'held' | 'reject' => verdictOf(row.findings);

const fact = (importId: string, name: string, today: IsoDate, actor: Actor, type: string, data: object): NewEvent => ({
  id: uuid(`${importId}:${name}`, importId), event: { type, occurredOn: today, data } as DomainEvent, schemaVersion: 1, meta: { actor, commandId: uuid(`${importId}:${name}:command`, importId) },
});

/** Decides every plan in batches and, unless it is a dry run, appends each batch in large transactions. A plan is whole or absent. */
const run = async (analysis: Analysis, importId: string, { dryRun, today, actor, onProgress }: ImportRequest, { store, stored }: ImportTools): Promise<ReadonlySet<LedgerRow>> => {
  const circumstances: Circumstances = { today, closedThrough: null, gates: { preReview: false, jointReview: false } };
  const changed = new Set<LedgerRow>();
  const decideOne = async (plan: Analysis['plans'][number]): Promise<Decided> =>
    decidePlan(plan, plan.stored === null ? [] : await stored.history(plan.id), importId, circumstances, actor);
  const write = async (appends: readonly Decided[]): Promise<void> => {
    const answers = await store.appendMany(appends.map(({ plan, expected, events }): Append => ({ stream: `project-${plan.id}`, expected, events })));
    for (const [index, answer] of answers.entries()) if (answer instanceof WrongExpectedVersion) {
      // Somebody wrote to the project meanwhile: decide again on what it is now.
      const again = decidePlan(appends[index]!.plan, await store.readStream(answer.stream), importId, circumstances, actor);
      if (again.events.length > 0) await store.append(answer.stream, again.expected, again.events);
    }
    for (const { plan } of appends) plan.planned.length = 0; // stored: its commands need not stay in memory
  };
  let writing: Promise<void> = Promise.resolve(); // the batch before is stored while the next is decided
  for (let from = 0; from < analysis.plans.length; from += PROJECTS_AT_ONCE) {
    const decided = await Promise.all(analysis.plans.slice(from, from + PROJECTS_AT_ONCE).map(decideOne));
    const appends = decided.filter(({ events }) => events.length > 0);
    await writing;
    if (!dryRun && appends.length > 0) {
      writing = write(appends);
      writing.catch(() => undefined); // awaited below
    }
    for (const { changed: rows } of decided) for (const row of rows) changed.add(row);
    onProgress?.(Math.min(from + PROJECTS_AT_ONCE, analysis.plans.length), analysis.plans.length);
    await new Promise((turn) => { setImmediate(turn); });
  }
  await writing;
  return changed;
};

const countRows = (analysis: Analysis, changed: ReadonlySet<LedgerRow>, repeat: boolean): readonly ReportedSheet[] => analysis.sheets.map(({ sheet, layout, rows, counted }) => {
  const counts: RowCounts = { read: counted.read, passedOver: counted.passedOver.length, accepted: 0, warned: 0, held: 0, rejected: 0, unchanged: 0 };
  for (const row of rows) {
    const verdict = verdictName(row);
    const told = layout.kind !== 'targets' && !changed.has(row);
    if (repeat) counts.unchanged += 1;
    else if (verdict === 'reject') counts.rejected += 1;
    else if (verdict === 'held') counts.held += 1;
    else if (told) counts.unchanged += 1;
    else if (verdict === 'warn') counts.warned += 1;
    else counts.accepted += 1;
  }
  return {
    sheet: sheet.name, kind: layout.kind, headerRow: layout.headerRow, columns: Object.fromEntries(layout.columns.map(({ header, field }) => [header.replace(/\s/g, ''), field])),
    unmapped: layout.unmapped.map(({ text }) => text), rows: counts,
  };
});

const reported = (analysis: Analysis): readonly ReportedRow[] => analysis.sheets.flatMap(({ rows }) => rows).flatMap((row): ReportedRow[] => {
  const verdict = verdictName(row);
  if (verdict === 'accept') return [];
  const plan = verdict === 'warn' ? analysis.planOf.get(row) : undefined;
  return [{
    sheet: row.sheet, row: row.row, verdict, findings: row.findings,
    project: plan || row.text.code !== undefined || row.text.name !== undefined ? { id: plan?.id ?? null, code: row.text.code ?? plan?.row?.text.code ?? null, name: row.text.name ?? plan?.row?.text.name ?? null } : null,
  }];
});

/** Targets of a year, kept for the indicators: one fact a line, of the import's own stream of targets. */
const targetsOf = (analysis: Analysis, importId: string, today: IsoDate, actor: Actor): readonly NewEvent[] => analysis.sheets.filter(({ layout }) => layout.kind === 'targets').flatMap(({ sheet, rows }) => {
  const year = /(20\d{2})/.exec(sheet.rows.slice(0, 3).flatMap(({ cells }) => cells.map((cell) => cell?.text ?? '')).join(' ') + sheet.name)?.[1] ?? today.slice(0, 4);
  return rows.filter((row) => verdictOf(row.findings) !== 'reject' && row.money.target !== undefined).map((row) =>
    fact(importId, `target:${row.sheet}:${row.row}`, today, actor, 'TargetSet', { year, unit: row.text.unit ?? row.text.region ?? row.text.name, metric: 'signed-amount', amount: row.money.target, issuer: row.text.issuer ?? null, document: row.text.document ?? null }));
});

/**
 * Imports a workbook: every row accepted, warned, held or rejected, each with its reasons; history becomes events with their business dates,
 * marked as imported. The same file again writes nothing; one that was cut short goes on where it stopped. Throws Rejected for a file that cannot be read.
 */
export const importWorkbook = async (request: ImportRequest, tools: ImportTools): Promise<{ readonly report: ImportReport; readonly analysis: Analysis }> => {
  const { path, dryRun, today, actor } = request;
  const sheets = (await readWorkbook(path)).filter(({ name }) => request.sheet == null || name === request.sheet);
  if (sheets.length === 0) refuseFile('sheet-unknown', request.sheet ?? undefined);
  const sha256 = createHash('sha256').update(await readFile(path)).digest('hex');
  const importId = importIdOf(request.sheet == null ? sha256 : `${sha256}:${request.sheet}`);
  const stream = importStream(request.sheet == null ? sha256 : `${sha256}-${importId}`);
  const before = (await tools.store.readStream(stream)).find(({ event }) => event.type === 'ImportFinished');
  const analysis = await analyse(sheets, importId, today, tools.known, tools.stored, request.mapping ?? null);
  const file = request.fileName ?? basename(path);
  if (before !== undefined) return {
    analysis, report: { file, sha256, importId, repeatOf: importId, dryRun, sheets: countRows(analysis, new Set(), true), rows: [], unknownUnits: [], resultWorkbook: null },
  };
  const changed = await run(analysis, importId, request, tools);
  const report: ImportReport = {
    file, sha256, importId, repeatOf: null, dryRun, sheets: countRows(analysis, changed, false), rows: reported(analysis), unknownUnits: analysis.unknownUnits, resultWorkbook: null,
  };
  if (!dryRun) {
    const targets = targetsOf(analysis, importId, today, actor);
    if (targets.length > 0) await tools.store.append('target-main', 'any', targets.map((target) => ({ ...target, meta: { ...target.meta, commandId: uuid(`${importId}:targets`, importId) } })));
    const held = report.rows.filter(({ verdict }) => verdict === 'held').map(({ sheet, row, project, findings }) => ({ sheet, row, code: project?.code ?? null, name: project?.name ?? null, findings: findings.map(({ code }) => code) }));
    await tools.store.append(stream, 'any', [fact(importId, 'finished', today, actor, 'ImportFinished', {
      importId, file, sha256, sheets: report.sheets.map(({ sheet, kind, rows }) => ({ sheet, kind, rows })), held,
    })]);
  }
  return { report, analysis };
};

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { v5 as uuid } from 'uuid';
import { isIsoDate, schemaVersionOf, type Actor, type IsoDate, type NewEvent } from '#domain';
import { assemble } from './rows/assemble.ts';
import { importIdOf } from './plans/ids.ts';
import { checkApprovers, noting } from './judge/decisions.ts';
import type { Finding } from './judge/findings.ts';
import { groupsOf } from './judge/groups.ts';
import { judgeLedger, type Judged } from './judge/judge.ts';
import type { EventStore } from '#event-store';
import { checkMapping } from './columns/saved.ts';
import { readLedger, type Ledger } from './rows/ledger.ts';
import { colourNotes, dayNotes, decisionNotes, mappingNotes, notesOf } from './rows/notes.ts';
import { refuseFile } from './refusals.ts';
import type { FinishedImport, ImportEvent, ReturnedRow } from './past/import-events.ts';
import { approvedIn, type Approved } from './past/approvals.ts';
import { runsSoFar } from './past/past-imports.ts';
import { withRemembered } from './past/remembered.ts';
import type { ImportRequest, ImportTools } from './request.ts';
import { countRows, reportedRows, targetsOf, unreadOf, type ImportReport, type ReportedRow } from './report.ts';
import { returnedOf, type Analysis } from './files/returned.ts';
import { storePlans } from './plans/store-plans.ts';
import { openWorkbook } from './files/workbook.ts';

const importStream = (sha256: string): string => `import-${sha256}`;

type Told = Extract<ImportEvent, { readonly type: 'ImportBegun' | 'ImportFinished' }>;

/** A fact about an import itself; told again under the same name it is the same one. */
const toldOf = (name: string, actor: Actor, event: Told): NewEvent<ImportEvent> => ({
  id: uuid(`${event.data.importId}:${name}`, event.data.importId),
  event,
  schemaVersion: schemaVersionOf(event.type),
  meta: { actor, commandId: uuid(`${event.data.importId}:${name}:command`, event.data.importId) },
});

/** Says before the first fact is written that there will be some: whatever happens, the import is known, and can be taken back. */
const begin = async (
  { plans }: Judged,
  { file, sha256, importId, stream, hasBegun }: Identity,
  { dryRun, today, actor }: ImportRequest,
  store: EventStore,
): Promise<void> => {
  if (dryRun || hasBegun || plans.length() === 0) return;
  const event: Told = { type: 'ImportBegun', occurredOn: today, data: { importId, file, sha256 } };
  await store.append(stream, 'any', [toldOf('begun', actor, event)]);
};

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
  readonly round: number; // runs before this one
  readonly hasBegun: boolean; // it, or one before it
  readonly approved: Approved; // since the last of them
  readonly sheets: readonly string[]; // all of the file
}

/** Whether a file comes again and nothing new is said of it: no decision, no mapping, no approval. */
const comesAgain = ({ round, approved }: Identity, { decisions = [], mapping }: ImportRequest): boolean =>
  round > 0 && decisions.length === 0 && mapping == null && !approved.any;

/** What is told of such a file: its rows are judged once more to be counted, and nothing is written. */
const toldAgain = (ledger: Ledger, judged: Judged, { importId }: Identity, today: IsoDate) => {
  for (let plan = 0; plan < judged.plans.length(); plan += 1)
    for (const row of assemble(ledger, judged, plan, importId, today, () => false).rows) ledger.keep(row);
  const sheets = countRows(ledger, () => false, true);
  const unread = unreadOf(ledger);
  return { repeatOf: importId, sheets, rows: [], groups: [], unread, targets: [], unknownUnits: [] };
};

/** A file of which nothing at all was understood is not imported: with a mapping it comes again. */
const isUnderstood = (ledger: Ledger, { unread }: ImportReport): boolean =>
  unread.length === 0 || ledger.sheets.some(({ layout }) => layout.kind !== 'notes');

const importLedger = async (
  ledger: Ledger,
  identity: Identity,
  request: ImportRequest,
  tools: ImportTools,
): Promise<ImportReport> => {
  const { file, sha256, importId } = identity;
  const { dryRun, today, decisions = [] } = request;
  const { round, approved } = identity;
  checkApprovers(decisions, request.actor.user, tools.closed?.people ?? new Map());
  const { decided, unmet } = noting(decisions);
  const judged = await judgeLedger(ledger, importId, tools.stored, decided);
  const shape = {
    file,
    sha256,
    importId,
    dryRun,
    resultWorkbook: null,
    notes: [
      ...dayNotes(ledger.sheets),
      ...colourNotes(ledger.sheets),
      ...notesOf(ledger.sheets.map(({ sheet }) => sheet)),
      ...mappingNotes(request.mapping ?? {}, ledger.sheets, identity.sheets),
      ...decisionNotes(unmet()),
    ],
  };
  try {
    const again = comesAgain(identity, request);
    if (again && !dryRun) return { ...shape, ...toldAgain(ledger, judged, identity, today) };
    await begin(judged, identity, request, tools.store);
    const second = (row: { sheet: string; row: number }): string | null => {
      const by = approved.by(row);
      return by === request.actor.user ? null : by; // who approved does not import it herself
    };
    const changed = await storePlans(ledger, judged, { importId, round, second }, decided, request, tools);
    const found = reportedRows(ledger, judged.plans, importId);
    const rows = again ? found.filter(({ verdict }) => verdict === 'held') : found; // of a file imported before: what still waits
    const report: ImportReport = {
      ...shape,
      repeatOf: again ? importId : null,
      sheets: countRows(ledger, changed, again),
      rows,
      groups: groupsOf(rows),
      unread: unreadOf(ledger),
      targets: targetsOf(ledger).map(({ target }) => target),
      unknownUnits: ledger.unknownUnits,
    };
    if (!dryRun && isUnderstood(ledger, report)) await record(ledger, report, identity, request, tools);
    return report;
  } finally {
    judged.plans.close();
  }
};

const REJECTED_TOLD = 1_000; // all of them stand in the result workbook

/** What of a row falls into a closed month: a second person looks at it before she lets it in. */
const closedOf = (findings: readonly Finding[]): Pick<ReturnedRow, 'closed'> => {
  const closed = findings
    .filter(({ code }) => code === 'period-closed')
    .map(({ cell, read }) => ({ cell, read: read !== null && isIsoDate(read) ? read : null })); // no other text: it may be somebody's name
  return closed.length === 0 ? {} : { closed };
};

/** Writes what the import was: its targets, and that it is finished, with what still waits and what came back. */
const record = async (
  ledger: Ledger,
  { file, sha256, importId, sheets, rows }: ImportReport,
  { stream, round }: Identity,
  { today, actor }: ImportRequest,
  { store, stateTargets }: ImportTools,
): Promise<void> => {
  const targets = targetsOf(ledger).map(({ target }) => target);
  if (targets.length > 0) await stateTargets?.(targets, { actor, importId, file, today });
  const returned = (wanted: ReportedRow['verdict']): readonly ReturnedRow[] =>
    rows
      .filter(({ verdict }) => verdict === wanted)
      .map(({ sheet, row, project, findings }) => ({
        sheet,
        row,
        code: project?.code ?? null,
        name: project?.name ?? null,
        findings: findings.map(({ code }) => code),
        ...closedOf(findings),
      }));
  const rejected = returned('reject').slice(0, REJECTED_TOLD);
  const told = sheets.map(({ sheet, kind, rows: counts }) => ({ sheet, kind, rows: counts }));
  const finished: FinishedImport = { importId, file, sha256, sheets: told, held: returned('held'), rejected };
  const name = round === 0 ? 'finished' : `finished:${round}`;
  await store.append(stream, 'any', [
    toldOf(name, actor, { type: 'ImportFinished', occurredOn: today, data: finished }),
  ]);
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
  const workbook = await openWorkbook(path, request.fileName);
  try {
    const sheets = workbook.filter(({ name }) => request.sheet == null || name === request.sheet);
    if (sheets.length === 0) refuseFile('sheet-unknown', request.sheet ?? undefined);
    const sha256 = await sha256Of(path);
    const content = request.sheet == null ? sha256 : `${sha256}:${request.sheet}`;
    const stream = importStream(request.sheet == null ? sha256 : `${sha256}-${importIdOf(content)}`);
    const before = await tools.store.readStream(stream);
    const { round, hasBegun, reverts } = runsSoFar(before);
    // Taken back and imported anew, the same rows become other projects: what was voided stays voided.
    const importId = importIdOf(reverts === 0 ? content : `${content}:${reverts}`);
    const mapping = checkMapping(await withRemembered(tools.store, request.mapping ?? null));
    const ledger = await readLedger(sheets, today, tools.known, mapping);
    try {
      const report = await importLedger(
        ledger,
        {
          file: request.fileName ?? basename(path),
          sha256,
          importId,
          stream,
          round,
          hasBegun,
          approved: approvedIn(before),
          sheets: workbook.map(({ name }) => name),
        },
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

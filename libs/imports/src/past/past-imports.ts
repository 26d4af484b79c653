import type { Actor, RecordedEvent, Sentence } from '#domain';
import type { EventStore } from '#event-store';
import { FINDINGS, type FindingCode } from '../judge/findings.ts';
import { importFact, IMPORT_STREAMS, type ImportFact } from './finished.ts';
import type { BegunImport, FinishedImport, ReturnedRow } from './import-events.ts';
import { refuseFile } from '../refusals.ts';

/** A row of which nothing was stored, with its reasons in words. */
interface ToldRow extends ReturnedRow {
  readonly reasons: readonly Sentence[];
}

/** An import that wrote, as its own stream tells it. */
export interface PastImport extends Omit<FinishedImport, 'importId' | 'held' | 'rejected'> {
  readonly held: readonly ToldRow[];
  readonly rejected: readonly ToldRow[]; // the first of them; how many there were, the counts of the sheets say
  readonly id: string;
  readonly at: string; // instant of its last run
  readonly by: Actor;
  readonly runs: number; // more than one where decisions followed
  readonly state: 'begun' | 'finished' | 'reverted'; // begun: under way, or cut short
  readonly reason: string | null; // why it was taken back
  readonly waiting: number; // rows that a second person can let into closed months
  readonly approved: { readonly by: Actor; readonly at: string; readonly rows: number } | null; // and did, since the last run
}

/** What an import wrote about one project. */
export interface ImportedProject {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly created: boolean; // by this import
  readonly events: number;
  readonly rows: readonly { readonly sheet: string; readonly row: number }[]; // that told of it
}

export const PROJECT_STREAMS = 'project-';

const isOf = (type: string) => (one: RecordedEvent) => one.event.type === type;

const isCode = (code: string): code is FindingCode => Object.hasOwn(FINDINGS, code);

/** With each reason once, in words; a code of an older version that is no more is its own word. */
const told = (row: ReturnedRow): ToldRow => ({
  ...row,
  reasons: [...new Set(row.findings)].map((code) => {
    if (!isCode(code)) return { zh: code, en: code };
    const [, zh, en] = FINDINGS[code];
    return { zh, en };
  }),
});

/** Whether a row waits because its month is closed, and for nothing graver: a second person can let it in. */
export const waitsForSecond = ({ findings }: ReturnedRow): boolean =>
  findings.includes('period-closed') &&
  !findings.some((code) => code !== 'period-closed' && isCode(code) && FINDINGS[code][0] === 'held');

/** An import as its last run left it. `runs`: how many came before. */
const finished = (
  { importId: id, file, sha256, sheets, held, rejected = [] }: FinishedImport,
  { meta, recordedAt: at }: RecordedEvent,
  runs: number,
): PastImport => {
  const waiting = held.filter(waitsForSecond).length;
  const rows = { held: held.map(told), rejected: rejected.map(told) };
  const one = { id, file, sha256, at, by: meta.actor, runs: runs + 1, sheets, ...rows };
  return { ...one, state: 'finished', reason: null, waiting, approved: null };
};

/** An import that has begun to write; of its rows nothing is told yet. */
const begun = ({ importId: id, file, sha256 }: BegunImport, { meta, recordedAt: at }: RecordedEvent): PastImport => ({
  ...{ id, file, sha256, at, by: meta.actor, runs: 0, sheets: [], held: [], rejected: [] },
  ...{ state: 'begun', reason: null, waiting: 0, approved: null },
});

/** What an import is after what was recorded of it; null where that tells of an import that is not known. */
const after = (known: PastImport | undefined, fact: ImportFact, recorded: RecordedEvent): PastImport | null => {
  if (fact.type === 'ImportBegun') return known ?? begun(fact.data, recorded);
  if (fact.type === 'ImportFinished') return finished(fact.data, recorded, known?.runs ?? 0);
  if (known === undefined) return null;
  if (fact.type === 'ImportReverted') return { ...known, state: 'reverted', reason: fact.data.reason };
  const { meta, recordedAt: at } = recorded;
  return { ...known, waiting: 0, approved: { by: meta.actor, at, rows: fact.data.rows.length } };
};

/** The runs of one file, each until it was taken back. */
const runsIn = (events: readonly RecordedEvent[]): readonly PastImport[] => {
  const imports = new Map<string, PastImport>();
  for (const recorded of events) {
    const fact = importFact(recorded.event);
    if (fact === null) continue;
    const { importId } = fact.data;
    const now = after(imports.get(importId), fact, recorded);
    if (now !== null) imports.set(importId, now);
  }
  return [...imports.values()];
};

/** Imports that wrote, the latest first. */
export const pastImports = async (store: EventStore): Promise<readonly PastImport[]> => {
  const found: PastImport[] = [];
  for await (const events of store.readByStream(IMPORT_STREAMS, await store.head())) found.push(...runsIn(events));
  return found.sort((a, b) => (a.at < b.at ? 1 : -1));
};

export const pastImport = async (store: EventStore, id: string): Promise<PastImport | null> =>
  (await pastImports(store)).find((one) => one.id === id) ?? null;

/** The stream in which an import stands. Throws Rejected 'import-unknown'. */
export const streamOfImport = async (store: EventStore, importId: string): Promise<string> => {
  for await (const events of store.readByStream(IMPORT_STREAMS, await store.head()))
    for (const { event, stream } of events) if (importFact(event)?.data.importId === importId) return stream;
  return refuseFile('import-unknown', importId);
};

/** The streams of projects about which an import wrote, each with its whole history. One walk over the log. */
export async function* streamsOf(store: EventStore, importId: string): AsyncGenerator<readonly RecordedEvent[]> {
  for await (const events of store.readByStream(PROJECT_STREAMS, await store.head()))
    if (events.some(({ meta }) => meta.imported?.importId === importId)) yield events;
}

/** The rows behind these facts, each once. */
const rowsOf = (events: readonly RecordedEvent[]): ImportedProject['rows'] => {
  const rows = events.flatMap(({ meta }) => meta.imported ?? []);
  return [...new Map(rows.map(({ sheet, row }) => [`${sheet}\n${row}`, { sheet, row }])).values()];
};

/** In the order of the file: its sheets by name, each from its first row. */
const inFile = ({ rows: [a] }: ImportedProject, { rows: [b] }: ImportedProject): number => {
  if (a!.sheet === b!.sheet) return a!.row - b!.row;
  return a!.sheet < b!.sheet ? -1 : 1;
};

/** What an import wrote, project by project, in the order of the file. */
export const projectsOf = async (store: EventStore, importId: string): Promise<readonly ImportedProject[]> => {
  const found: ImportedProject[] = [];
  for await (const events of streamsOf(store, importId)) {
    const first = events.find(({ event }) =>
      ['LeadRegistered', 'ProjectRecorded', 'ProjectSplitOff'].includes(event.type),
    );
    if (first === undefined) continue;
    const { code = '', title = '' } = (first.event.data ?? {}) as { readonly code?: string; readonly title?: string };
    const own = events.filter(({ meta }) => meta.imported?.importId === importId);
    found.push({
      id: first.stream.slice(PROJECT_STREAMS.length),
      code,
      name: title,
      created: first.meta.imported?.importId === importId,
      events: own.length,
      rows: rowsOf(own),
    });
  }
  return found.sort(inFile);
};

/** How often a file was imported since it was last taken back, whether that has begun at all, and how often it was taken back. */
export const runsSoFar = (
  events: readonly RecordedEvent[],
): { readonly round: number; readonly hasBegun: boolean; readonly reverts: number } => {
  const since = events.slice(events.findLastIndex(isOf('ImportReverted')) + 1);
  return {
    round: since.filter(isOf('ImportFinished')).length,
    hasBegun: since.length > 0,
    reverts: events.filter(isOf('ImportReverted')).length,
  };
};

import type { DomainEvent, RecordedEvent } from '#domain';
import type { EventStore } from '#event-store';
import type { BegunImport, FinishedImport, ImportEvent } from './import-events.ts';

type Loose = Readonly<Record<string, unknown>>;

export const IMPORT_STREAMS = 'import-';

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isListOf = (value: unknown, isOne: (one: Loose) => boolean): boolean =>
  Array.isArray(value) && value.every((one) => isObject(one) && isOne(one));

const isRow = ({ sheet, row, code, name, findings }: Loose): boolean =>
  isText(sheet) &&
  typeof row === 'number' &&
  [code, name].every((one) => one === null || isText(one)) &&
  Array.isArray(findings) &&
  findings.every(isText);
const isSheet = ({ sheet, kind, rows }: Loose): boolean => isText(sheet) && isText(kind) && isObject(rows);

const isBegun = (data: unknown): data is Loose & BegunImport =>
  isObject(data) && [data['importId'], data['file'], data['sha256']].every(isText);

const isFinished = (data: unknown): data is FinishedImport =>
  isBegun(data) &&
  isListOf(data['sheets'], isSheet) &&
  isListOf(data['held'], isRow) &&
  isListOf(data['rejected'] ?? [], isRow);

const isApproval = (data: unknown): boolean =>
  isObject(data) &&
  isText(data['importId']) &&
  isListOf(data['rows'], ({ sheet, row }) => isText(sheet) && typeof row === 'number');

/** What is recorded of an import. */
export type ImportFact = Exclude<ImportEvent, { readonly type: 'MappingRemembered' }>;

/** What a record of an import says; null where it cannot be read: that one is told beside what is set aside, and the others go on. */
export const importFact = (event: DomainEvent): ImportFact | null => {
  const { type, data } = event;
  if (type === 'ImportBegun') return isBegun(data) ? (event as ImportFact) : null;
  if (type === 'ImportFinished') return isFinished(data) ? (event as ImportFact) : null;
  if (type === 'ClosedFactsApproved') return isApproval(data) ? (event as ImportFact) : null;
  if (type !== 'ImportReverted') return null;
  return isObject(data) && isText(data['importId']) && isText(data['reason']) ? (event as ImportFact) : null;
};

const OWN = ['ImportBegun', 'ImportFinished', 'ClosedFactsApproved', 'ImportReverted'];

/** Records of imports that cannot be read. Cost: the number of imports. */
export const unreadableImports = async (store: EventStore): Promise<readonly RecordedEvent[]> => {
  const found: RecordedEvent[] = [];
  for await (const events of store.readByStream(IMPORT_STREAMS, await store.head()))
    found.push(...events.filter(({ event }) => OWN.includes(event.type) && importFact(event) === null));
  return found;
};

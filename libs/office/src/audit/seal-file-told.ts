import { randomUUID } from 'node:crypto';
import { readKeptSeals, readSeals, renewSealFile } from '#audit';
import { dayInShanghai, schemaVersionOf, type Actor, type DomainEvent } from '#domain';
import { WrongExpectedVersion, type EventStore } from '#event-store';
import type { Office } from '../office.ts';
import { OPERATOR } from '../operator.ts';
import { sealFile } from './seal-file.ts';

const STREAM = 'seals';

interface Missed {
  readonly what: 'seal-file-missing' | 'seal-file-short' | 'seal-file-unreadable';
  readonly seals: number; // that the database held then
}

// STORED FOR EVER, in stream "seals": what was seen of the file beside the database. `added`: how many seals were copied into it from the database.
export type SealFileEvent = DomainEvent<'SealFileMissed', Missed> | DomainEvent<'SealFileFound', { added: number }>;

const lastTold = async (store: Pick<EventStore, 'readStreamBack'>) => (await store.readStreamBack(STREAM, null, 1))[0];

const tell = async (
  { store, now }: Pick<Office, 'store' | 'now'>,
  { type, data }: Pick<SealFileEvent, 'type' | 'data'>,
  actor: Actor,
): Promise<void> => {
  const version = (await lastTold(store))?.version ?? 0;
  const event = { type, occurredOn: dayInShanghai(now().toISOString()), data };
  const meta = { actor, commandId: randomUUID() };
  await store
    .append(STREAM, version, [{ id: randomUUID(), schemaVersion: schemaVersionOf(type), event, meta }])
    .catch((error: unknown) => {
      if (!(error instanceof WrongExpectedVersion)) throw error; // another process has seen it, too
    });
};

/** Since when the file of seals is known to be missing or short; null where it is not, or nobody has seen it yet. */
export const sealFileMissedSince = async (store: Pick<EventStore, 'readStreamBack'>): Promise<string | null> => {
  const last = await lastTold(store);
  return last?.event.type === 'SealFileMissed' ? last.recordedAt : null;
};

/** Looks at the file of seals and tells the log where it is missing, or whole again. Nobody fills it again but who is asked to (`renewSeals`). */
export const tellOfSealFile = async (office: Pick<Office, 'pool' | 'store' | 'now' | 'config'>): Promise<void> => {
  const { pool, store } = office;
  const seals = await readSeals(pool);
  const { wrong } = await readKeptSeals(sealFile(office), seals);
  const isTold = (await sealFileMissedSince(store)) !== null;
  const isWrong = wrong !== null && seals.length > 1; // before the second seal a process may have been killed before it wrote the first
  if (isWrong === isTold) return;
  const actor = { user: 'system', unit: null };
  await (isWrong
    ? tell(office, { type: 'SealFileMissed', data: { what: wrong, seals: seals.length } }, actor)
    : tell(office, { type: 'SealFileFound', data: { added: 0 } }, actor));
};

/** Copies into the file of seals what it lacks, and tells the log so. Answers how many it lacked. */
export const renewSeals = async (office: Pick<Office, 'pool' | 'store' | 'now' | 'config'>): Promise<number> => {
  const added = await renewSealFile(sealFile(office), await readSeals(office.pool));
  if (added > 0 || (await sealFileMissedSince(office.store)) !== null)
    await tell(office, { type: 'SealFileFound', data: { added } }, { user: OPERATOR.user, unit: null });
  return added;
};

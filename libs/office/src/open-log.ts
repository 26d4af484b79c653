import { Unreachable, type Pool } from '#database';
import { kurrentStore, logHome, postgresStore, type EventStore, type LogKind } from '#event-store';
import type { LogPlace } from './log-place.ts';

interface Opening {
  readonly place: LogPlace;
  readonly pool: Pool;
  readonly databaseUrl: string;
}

/** The log where it is kept. `raw`: facts as they were written, for those who check the chain. */
export const logAt = (
  { place, pool, databaseUrl }: Opening,
  more: { readonly now?: () => number; readonly raw?: boolean } = {},
): EventStore =>
  place.kind === 'postgres'
    ? postgresStore({ pool, url: databaseUrl, ...more })
    : kurrentStore({ pool, url: place.url, prefix: place.prefix, ...more });

/** Throws Unreachable where this database was folded from another log, or its log has moved. */
export const checkHome = async (pool: Pool, kind: LogKind): Promise<void> => {
  const home = await logHome(pool, kind);
  if (home !== kind) throw new Unreachable('log-elsewhere', `EVENT_STORE=${home}`);
};

/** The same for an installation that is opened: it must be the log that this database was folded from, and it must answer. Throws Unreachable. */
export const openLog = async (opening: Opening, now: () => number): Promise<EventStore> => {
  const { place, pool } = opening;
  await checkHome(pool, place.kind);
  let store: EventStore | null = null;
  try {
    store = logAt(opening, { now });
    await store.head();
    return store;
  } catch (error) {
    await store?.close();
    if (place.kind === 'postgres') throw error;
    const { name, message } = error as Error;
    throw new Unreachable(name === 'LogDenied' ? 'log-denied' : 'log-unreachable', message || name);
  }
};

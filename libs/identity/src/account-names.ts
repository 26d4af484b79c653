import type { Pool } from 'pg';
import type { People, PersonId } from '#domain';
import type { EventStore } from '#event-store';
import { IDENTITY_STREAM } from './events.ts';

/** The people's names behind these logins, as they are called today. A login that no account has, such as a process’s, is left out. */
export const accountNames = async (pool: Pool, logins: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (logins.length === 0) return new Map();
  const { rows } = await pool.query<{ login: string; name: string }>({
    name: 'luodi-account-names',
    text: 'select l.login, a.name from unnest($1::text[]) as l(login) join account a on lower(a.user_name) = lower(l.login)',
    values: [logins],
  });
  return new Map(rows.map(({ login, name }) => [login, name]));
};

/** Everybody who has an account, disabled ones too: what they did and hold goes on naming them. */
const accountHolders = async (pool: Pool): Promise<People> => {
  const { rows } = await pool.query<{ login: PersonId; name: string }>({
    name: 'luodi-account-holders',
    text: 'select user_name as login, name from account',
  });
  return new Map(rows.map(({ login, name }) => [login, name]));
};

interface Holders {
  readonly people: () => Promise<People>;
  /** To be called after every change of accounts: until its fact is in the log nobody else can know of it. */
  readonly forget: () => void;
}

/** Everybody who has an account, read again only where the facts of accounts have grown; the very same map until then. */
export const holdersNow = (pool: Pool, store: Pick<EventStore, 'readStream' | 'readStreamBack'>): Holders => {
  let known: Promise<People> | null = null;
  let version: number | null = null; // of the facts that stood before `known` was read
  const forget = (): void => {
    known = null;
  };
  const look = async (): Promise<void> => {
    const news =
      version === null
        ? await store.readStreamBack(IDENTITY_STREAM, null, 1)
        : await store.readStream(IDENTITY_STREAM, version);
    if (news.length > 0) forget();
    version = Math.max(version ?? 0, ...news.map((fact) => fact.version));
  };
  return {
    people: async () => {
      await look();
      known ??= accountHolders(pool).catch((error: unknown) => {
        forget();
        throw error;
      });
      return known;
    },
    forget,
  };
};

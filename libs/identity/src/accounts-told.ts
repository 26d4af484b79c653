import type { Pool } from 'pg';
import { inSnapshot } from '#database';
import type { NewEvent, RecordedEvent } from '#domain';
import { rememberedNews, type EventStore } from '#event-store';
import { IDENTITY_STREAM, type IdentityEvent } from './events.ts';
import type { ScopeKind } from './scope.ts';

/** What somebody may do and see, by the log or by the table. */
interface Rights {
  readonly unit: string | null;
  readonly roles: readonly string[];
  readonly scope: ScopeKind;
  readonly units: readonly string[];
  readonly disabled: boolean;
}

/** The record after which an account should be another than it is in the database. */
interface Untold {
  readonly position: number; // 0: the log knows no such account
  readonly version: number | null;
}

interface Told {
  readonly rights: Rights;
  readonly last: Untold;
}

const NEW: Rights = { unit: null, roles: [], scope: 'own-projects', units: [], disabled: false };

const changed = (rights: Rights, { type, data }: IdentityEvent): Rights | null => {
  switch (type) {
    case 'AccountCreated':
      return { ...rights, unit: data.unit, roles: data.roles, scope: data.scope.kind, units: data.scope.units };
    case 'AccountChanged':
      return { ...rights, unit: data.unit };
    case 'RoleGranted':
      return { ...rights, roles: [...rights.roles, data.role] };
    case 'RoleRevoked':
      return { ...rights, roles: rights.roles.filter((role) => role !== data.role) };
    case 'ScopeSet':
      return { ...rights, scope: data.scope.kind, units: data.scope.units };
    case 'AccountDisabled':
    case 'AccountEnabled':
      return { ...rights, disabled: type === 'AccountDisabled' };
    default:
      return null; // says nothing of rights
  }
};

const tell = (told: Map<string, Told>, event: IdentityEvent, at: Untold): void => {
  const rights = changed(told.get(event.data.account)?.rights ?? NEW, event);
  if (rights !== null) told.set(event.data.account, { rights, last: at });
};

const inOneForm = ({ unit, roles, scope, units, disabled }: Rights): string =>
  JSON.stringify([unit, [...roles].sort(), scope, units, disabled]);

interface Row extends Rights {
  readonly id: string;
}

/** The table, and the facts of its changes that are still on their way into the log. */
const inTables = (pool: Pool): Promise<{ readonly rows: readonly Row[]; readonly news: readonly NewEvent[] }> =>
  inSnapshot(pool, async (tx) => {
    const { rows } = await tx.query<Row>(
      'select id::text, unit, roles, scope, scope_units as units, disabled from account',
    );
    const news = await rememberedNews(tx, IDENTITY_STREAM);
    return { rows, news };
  });

/** What the log tells of every account, with what is on its way into it. */
const toldBy = (recorded: readonly RecordedEvent[], news: readonly NewEvent[]): Map<string, Told> => {
  const told = new Map<string, Told>();
  for (const { event, position, version } of recorded)
    tell(told, event as IdentityEvent, { position: Number(position), version });
  const known = new Set(recorded.map(({ id }) => id));
  const last = { position: Number(recorded.at(-1)?.position ?? 0), version: recorded.at(-1)?.version ?? null };
  for (const { id, event } of news) if (!known.has(id)) tell(told, event as IdentityEvent, last);
  return told;
};

const look = async (pool: Pool, store: Pick<EventStore, 'readStream'>): Promise<Untold | null> => {
  const { rows, news } = await inTables(pool);
  const told = toldBy(await store.readStream(IDENTITY_STREAM), news);
  for (const { id, ...rights } of rows) {
    const one = told.get(id);
    if (one === undefined) return { position: 0, version: null };
    if (inOneForm(one.rights) !== inOneForm(rights)) return one.last;
    told.delete(id);
  }
  return [...told.values()][0]?.last ?? null; // an account that is gone
};

/**
 * Roles, scope, unit or suspension that somebody changed in the database, past the log: the account's last record that the table contradicts. Null where
 * the table says what the log says. A change that is made at this very moment is looked at again.
 */
export const accountBeyondLog = async (pool: Pool, store: Pick<EventStore, 'readStream'>): Promise<Untold | null> => {
  const first = await look(pool, store);
  if (first === null) return null;
  const second = await look(pool, store);
  return second?.position === first.position ? second : null;
};

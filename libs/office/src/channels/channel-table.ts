import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Pool } from 'pg';
import {
  checkSecrets,
  FRESH_PACE,
  nextSlot,
  afterRefusal,
  afterSend,
  open,
  readSettings,
  seal,
  type ChannelSecrets,
  type ChannelSettings,
  type Pace,
  type RateLimit,
  type SealingKey,
} from '#channels';
import { inTransaction, type Migration } from '#database';
import type { Actor } from '#domain';
import { publishNews, sharedRun, type EventStore } from '#event-store';
import type { Config } from '../config.ts';
import { contacts, type Contacts } from './contacts.ts';
import { rememberSetting } from './setting-news.ts';

/** Settings as they may be shown; secrets and addresses sealed. `units`: whose people a group robot serves, by code or name; none: everybody's. */
export const channelMigrations: readonly Migration[] = [
  {
    id: 'worker-3-channels',
    sql: `create table channel (name text primary key, settings json not null, secrets text not null, units text[] not null default '{}', enabled boolean not null default true, pace json, changed_at timestamptz not null);
    create table contact (person text primary key, email text not null)`, // the address sealed
  },
  {
    id: 'worker-4-channels-reach', // what may be called is no longer said by who keeps the channels
    sql: `update channel set settings = (settings::jsonb - 'allowPrivate')::json`,
  },
];

interface StoredChannel {
  readonly settings: ChannelSettings;
  readonly units: readonly string[];
  readonly enabled: boolean;
  readonly changedAt: string;
}
interface OpenChannel extends StoredChannel {
  readonly secrets: ChannelSecrets;
}

const KEY_FILE = 'secrets.key';

/** The installation's key: made at first need, readable by the process's user only. Who loses it enters the channels' secrets again; nothing else hangs on it. */
const sealingKey = async (data: string): Promise<SealingKey> => {
  const path = join(data, KEY_FILE);
  const read = async (): Promise<Buffer | null> =>
    readFile(path, 'utf8').then(
      (text) => Buffer.from(text.trim(), 'base64'),
      () => null,
    );
  const known = await read();
  if (known !== null) return { id: 'installation', bytes: known };
  await mkdir(data, { recursive: true });
  await writeFile(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' }).catch(() => undefined); // another process was faster
  await chmod(path, 0o600);
  return { id: 'installation', bytes: (await read())! };
};

interface Row {
  readonly settings: ChannelSettings;
  readonly secrets: string;
  readonly units: string[];
  readonly enabled: boolean;
  readonly changed_at: string;
}
const shown = ({ settings, units, enabled, changed_at }: Row): StoredChannel => ({
  settings,
  units,
  enabled,
  changedAt: new Date(changed_at).toISOString(),
});

export interface Channels {
  readonly all: () => Promise<readonly StoredChannel[]>;
  readonly find: (name: string) => Promise<OpenChannel | null>;
  /** Throws InvalidCommand naming every wrong field. Each secret that is left out stays as it is, an empty one is removed; another kind of channel begins without any. */
  readonly keep: (
    settings: unknown,
    secrets: ChannelSecrets | undefined,
    units: readonly string[],
    enabled: boolean,
    actor: Actor,
  ) => Promise<ChannelSettings>;
  readonly remove: (name: string, actor: Actor) => Promise<boolean>;
  readonly contacts: Contacts;
  /** Takes the next place in the channel's rate: now, or the instant from which there is one. All processes share it. */
  readonly place: (name: string, limit: RateLimit, now: number) => Promise<number>;
  readonly refused: (
    name: string,
    limit: RateLimit,
    now: number,
    retryAfterSeconds: number | undefined,
  ) => Promise<void>;
}

/** The bureau's channels. Their secrets are sealed at rest under the installation's key and never leave but to send. */
export const channels = (
  pool: Pool,
  store: EventStore,
  { data, reach }: Pick<Config, 'data' | 'reach'>,
  now: () => Date,
): Channels => {
  const published = sharedRun(() => publishNews(pool, store));
  let key: Promise<SealingKey> | null = null;
  const sealing = (): Promise<SealingKey> => (key ??= sealingKey(data));
  const context = (name: string): string => `channel:${name}`;
  const addresses = contacts(pool, sealing, now);
  const find = async (name: string): Promise<OpenChannel | null> => {
    const {
      rows: [row],
    } = await pool.query<Row>('select settings, secrets, units, enabled, changed_at from channel where name = $1', [
      name,
    ]);
    return row === undefined
      ? null
      : { ...shown(row), secrets: JSON.parse(open(row.secrets, [await sealing()], context(name))) as ChannelSecrets };
  };
  const pacing = (name: string, change: (pace: Pace) => Pace): Promise<void> =>
    inTransaction(pool, async (tx) => {
      const {
        rows: [row],
      } = await tx.query<{ pace: Pace | null }>('select pace from channel where name = $1 for update', [name]);
      if (row !== undefined)
        await tx.query('update channel set pace = $2 where name = $1', [
          name,
          JSON.stringify(change(row.pace ?? FRESH_PACE)),
        ]);
    });
  return {
    find,
    all: async () =>
      (
        await pool.query<Row>('select settings, secrets, units, enabled, changed_at from channel order by name')
      ).rows.map(shown),
    keep: async (body, given, units, enabled, actor) => {
      const settings = readSettings(body);
      const before = await find(settings.name);
      const secrets = Object.fromEntries(
        Object.entries({ ...(before?.settings.kind === settings.kind ? before.secrets : {}), ...given }).filter(
          ([, secret]) => secret !== '',
        ),
      ) as ChannelSecrets;
      checkSecrets(settings, secrets, reach);
      const sealed = seal(JSON.stringify(secrets), await sealing(), context(settings.name));
      await inTransaction(pool, async (tx) => {
        await tx.query(
          `insert into channel (name, settings, secrets, units, enabled, changed_at) values ($1, $2, $3, $4, $5, $6)
           on conflict (name) do update set settings = excluded.settings, secrets = excluded.secrets, units = excluded.units, enabled = excluded.enabled, changed_at = excluded.changed_at`,
          [settings.name, JSON.stringify(settings), sealed, [...units], enabled, now()],
        );
        const data = { settings, units, enabled, secretsChanged: given !== undefined };
        await rememberSetting(tx, actor, now(), 'ChannelConfigured', data);
      });
      await published();
      return settings;
    },
    remove: async (name, actor) => {
      const removed = await inTransaction(pool, async (tx) => {
        const { rowCount } = await tx.query('delete from channel where name = $1', [name]);
        if (rowCount !== 0) await rememberSetting(tx, actor, now(), 'ChannelRemoved', { name });
        return rowCount !== 0;
      });
      await published();
      return removed;
    },
    contacts: { ...addresses, keep: async (...contact) => addresses.keep(...contact).then(published) },
    place: async (name, limit, at) => {
      let slot = at;
      await pacing(name, (pace) => {
        slot = nextSlot(pace, limit, at);
        return slot <= at ? afterSend(pace, at) : pace;
      });
      return slot;
    },
    refused: (name, limit, at, retryAfterSeconds) =>
      pacing(name, (pace) => afterRefusal(pace, limit, at, retryAfterSeconds)),
  };
};

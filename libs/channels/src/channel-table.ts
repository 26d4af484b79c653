import type { Pool, PoolClient } from 'pg';
import { inTransaction, type Migration } from '#database';
import { FRESH_PACE, type Pace } from './rate-limit.ts';
import type { ChannelSettings } from './kinds.ts';

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

export interface StoredChannel {
  readonly settings: ChannelSettings;
  readonly units: readonly string[];
  readonly enabled: boolean;
  readonly changedAt: string; // instant
}
/** `sealed`: its secrets, under the installation's key. */
type SealedChannel = StoredChannel & { readonly sealed: string };

interface Row {
  readonly settings: ChannelSettings;
  readonly secrets: string;
  readonly units: string[];
  readonly enabled: boolean;
  readonly changed_at: string;
}
const COLUMNS = 'settings, secrets, units, enabled, changed_at';
const stored = ({ settings, units, enabled, changed_at }: Row): StoredChannel => ({
  settings,
  units,
  enabled,
  changedAt: new Date(changed_at).toISOString(),
});

export const storedChannels = async (pool: Pool): Promise<readonly StoredChannel[]> =>
  (await pool.query<Row>(`select ${COLUMNS} from channel order by name`)).rows.map(stored);

export const storedChannel = async (pool: Pool, name: string): Promise<SealedChannel | null> => {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from channel where name = $1`, [name]);
  return rows[0] === undefined ? null : { ...stored(rows[0]), sealed: rows[0].secrets };
};

/** New, or in the place of the one with its name. */
export const storeChannel = async (
  tx: PoolClient,
  { settings, units, enabled, sealed }: Omit<SealedChannel, 'changedAt'>,
  at: Date,
): Promise<void> => {
  await tx.query(
    `insert into channel (name, ${COLUMNS}) values ($1, $2, $3, $4, $5, $6)
     on conflict (name) do update set settings = excluded.settings, secrets = excluded.secrets, units = excluded.units, enabled = excluded.enabled, changed_at = excluded.changed_at`,
    [settings.name, JSON.stringify(settings), sealed, [...units], enabled, at],
  );
};

/** Answers whether there was one. */
export const dropChannel = async (tx: PoolClient, name: string): Promise<boolean> =>
  (await tx.query('delete from channel where name = $1', [name])).rowCount !== 0;

/** Changes a channel's pace while no other process changes it; nothing where there is no such channel. */
export const changePace = (pool: Pool, name: string, change: (pace: Pace) => Pace): Promise<void> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ pace: Pace | null }>('select pace from channel where name = $1 for update', [
      name,
    ]);
    if (rows[0] === undefined) return;
    const changed = JSON.stringify(change(rows[0].pace ?? FRESH_PACE));
    await tx.query('update channel set pace = $2 where name = $1', [name, changed]);
  });

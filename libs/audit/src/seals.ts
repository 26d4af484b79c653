import { createHash, type Hash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import type { RecordedEvent } from '#domain';
import type { Migration } from '#database';

/**
 * A statement that the log held exactly these records. It covers the stretch after the seal before it, up to `position`, and through
 * `previous` all stretches before: who keeps the newest seal elsewhere can tell any later change, deletion or roll-back.
 */
export interface Seal {
  readonly number: number; // from 1
  readonly position: string; // of the last record covered
  readonly events: number; // records of this stretch
  readonly digest: string; // hex sha256 over position and hash of each record of the stretch
  readonly previous: string; // the hash of the seal before; 64 zeros for the first
  readonly sealedAt: string;
  readonly hash: string;
}

export const auditMigrations: readonly Migration[] = [
  {
    id: 'audit-1-seals',
    sql: `create table seal (
    number    integer primary key,
    position  bigint not null,
    events    integer not null,
    digest    text not null,
    previous  text not null,
    sealed_at text not null,
    hash      text not null
  )`,
  },
];

export const NO_SEAL = '0'.repeat(64);

/** The digest of a stretch, fed record by record. */
export const stretch = (): { readonly add: (event: RecordedEvent) => void; readonly digest: () => string } => {
  const hash: Hash = createHash('sha256');
  return {
    add: (event) => {
      hash.update(`${event.position}:${event.hash}\n`);
    },
    digest: () => hash.copy().digest('hex'),
  };
};

export const sealHash = ({ number, position, events, digest, previous, sealedAt }: Omit<Seal, 'hash'>): string =>
  createHash('sha256').update([number, position, events, digest, previous, sealedAt].join('\n')).digest('hex');

/** The position up to which the database holds seals; 0 where it holds none. */
export const sealedTo = async (pool: Pool): Promise<bigint> => {
  const { rows } = await pool.query<{ position: string }>('select coalesce(max(position), 0) as position from seal');
  return BigInt(rows[0]!.position);
};

/** The seals that the database holds, oldest first. `most`: the newest only. */
export const readSeals = async (pool: Pool, most: number | null = null): Promise<readonly Seal[]> =>
  (
    await pool.query<Seal>(
      'select number, position, events, digest, previous, sealed_at as "sealedAt", hash from (select * from seal order by number desc limit $1) newest order by number',
      [most],
    )
  ).rows;

/** The last seal of a chain that is left behind, within the transaction that writes the new one: no seal of before fits it. */
export const leaveSeals = async (
  tx: Pick<ClientBase, 'query'>,
): Promise<Pick<Seal, 'number' | 'position' | 'hash'> | null> => {
  const { rows } = await tx.query<Pick<Seal, 'number' | 'position' | 'hash'>>(
    'select number, position, hash from seal order by number desc limit 1',
  );
  await tx.query('delete from seal');
  return rows[0] ?? null;
};

import { createHash, type Hash } from 'node:crypto';
import { appendFile, chmod, readFile } from 'node:fs/promises';
import type { ClientBase, Pool } from 'pg';
import type { RecordedEvent } from '#domain';
import type { Migration } from '#database';
import type { EventStore } from '#event-store';

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
const PAGE = 2_000;

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

/** All seals that the database holds, oldest first. */
export const readSeals = async (pool: Pool): Promise<readonly Seal[]> =>
  (
    await pool.query<Seal>(
      'select number, position, events, digest, previous, sealed_at as "sealedAt", hash from seal order by number',
    )
  ).rows;

/** What the file beside the database says: an old backup of the database does not take it back too. One JSON document a line. */
export interface SealFile {
  readonly seals: readonly Seal[];
  readonly wrong: 'seal-file-missing' | 'seal-file-short' | 'seal-file-unreadable' | null;
}

const sealIn = (line: string): Seal | null => {
  try {
    return JSON.parse(line) as Seal;
  } catch {
    return null;
  }
};

/** The seals of the file, and what is wrong with it. Its last line may be half of one: of a process that was killed. */
export const readSealFile = async (file: string): Promise<SealFile> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { seals: [], wrong: isGone ? 'seal-file-missing' : 'seal-file-unreadable' };
  }
  const lines = [...new Set(text.split('\n').filter((line) => line !== ''))]; // two who seal at once may both write a seal down
  const read = lines.map(sealIn);
  const isBroken = read.slice(0, -1).includes(null);
  return { seals: read.filter((seal) => seal !== null), wrong: isBroken ? 'seal-file-unreadable' : null };
};

/** Writes to the file the seals that it lacks; what it holds stays, also where the database has forgotten it or says otherwise. */
const mirror = async (pool: Pool, file: string | undefined): Promise<void> => {
  if (file === undefined) return;
  const known = new Set((await readSealFile(file)).seals.map(({ hash }) => hash));
  const lines = (await readSeals(pool))
    .filter(({ hash }) => !known.has(hash))
    .map((seal) => `${JSON.stringify(seal)}\n`);
  if (lines.length === 0) return;
  const cut = await readFile(file, 'utf8').then(
    (text) => text !== '' && !text.endsWith('\n'),
    () => false,
  );
  await appendFile(file, `${cut ? '\n' : ''}${lines.join('')}`, { mode: 0o600 });
  await chmod(file, 0o600);
};

/**
 * Seals what was recorded since the last seal; null where nothing was. Reads only that stretch, so it costs little and may run every few
 * minutes. `file`: a copy of all seals is kept there, outside the database.
 */
export const sealLog = async ({
  pool,
  store,
  now,
  file,
}: {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly now: () => Date;
  readonly file?: string;
}): Promise<Seal | null> => {
  const {
    rows: [last],
  } = await pool.query<Seal>('select number, position, hash from seal order by number desc limit 1');
  const upTo = await store.head();
  let after = BigInt(last?.position ?? '0');
  const { add, digest } = stretch();
  let events = 0;
  while (after < upTo) {
    const page = (await store.readAll(after, PAGE)).filter(({ position }) => position <= upTo);
    if (page.length === 0) break;
    page.forEach(add);
    events += page.length;
    after = page.at(-1)!.position;
  }
  if (events === 0) {
    await mirror(pool, file);
    return null;
  }
  const content = {
    number: (last?.number ?? 0) + 1,
    position: String(after),
    events,
    digest: digest(),
    previous: last?.hash ?? NO_SEAL,
    sealedAt: now().toISOString(),
  };
  const seal: Seal = { ...content, hash: sealHash(content) };
  const { rowCount } = await pool.query(
    'insert into seal (number, position, events, digest, previous, sealed_at, hash) values ($1, $2, $3, $4, $5, $6, $7) on conflict (number) do nothing',
    [seal.number, seal.position, seal.events, seal.digest, seal.previous, seal.sealedAt, seal.hash],
  );
  await mirror(pool, file);
  return rowCount === 0 ? null : seal; // another process may have sealed the same stretch first
};

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

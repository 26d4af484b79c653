import type { Pool } from '#database';
import type { EventStore } from '#event-store';
import { bringBackSealFile, writeDown } from './seal-file.ts';
import { NO_SEAL, readSeals, sealHash, stretch, type Seal } from './seals.ts';

const PAGE = 2_000;

const newest = async (pool: Pool): Promise<Seal | undefined> => (await readSeals(pool, 1))[0];

const NOTHING_SEALED: Pick<Seal, 'number' | 'position' | 'hash'> = { number: 0, position: '0', hash: NO_SEAL };

/** What was recorded behind a position, up to another: how much, where it ends and its digest. */
const recordedBehind = async (
  store: EventStore,
  from: bigint,
  upTo: bigint,
): Promise<Pick<Seal, 'events' | 'position' | 'digest'>> => {
  const { add, digest } = stretch();
  let [after, events] = [from, 0];
  while (after < upTo) {
    const page = (await store.readAll(after, PAGE)).filter(({ position }) => position <= upTo);
    if (page.length === 0) break;
    page.forEach(add);
    events += page.length;
    after = page.at(-1)!.position;
  }
  return { events, position: String(after), digest: digest() };
};

/**
 * Seals what was recorded since the last seal; null where nothing was. Reads only that stretch, so it costs little and may run every few
 * minutes. `file`: a copy of each seal is kept there, outside the database: the newest can be missing, of a process that was killed. What else it lacks somebody took out, and it is not written there again (seal-file.ts, `renewSealFile`).
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
  const last = await newest(pool);
  if (file !== undefined && last !== undefined) {
    await bringBackSealFile(file, () => readSeals(pool))
      .then(() => writeDown(file, last))
      .catch(() => undefined); // a file that cannot be written keeps no stretch from being sealed
  }
  const before = last ?? NOTHING_SEALED;
  const { position, events, digest } = await recordedBehind(store, BigInt(before.position), await store.head());
  if (events === 0) return null;
  const content = {
    number: before.number + 1,
    position,
    events,
    digest,
    previous: before.hash,
    sealedAt: now().toISOString(),
  };
  const seal: Seal = { ...content, hash: sealHash(content) };
  const { rowCount } = await pool.query(
    'insert into seal (number, position, events, digest, previous, sealed_at, hash) values ($1, $2, $3, $4, $5, $6, $7) on conflict (number) do nothing',
    [seal.number, seal.position, seal.events, seal.digest, seal.previous, seal.sealedAt, seal.hash],
  );
  if (rowCount === 0) return null; // another process sealed the same stretch first, and writes it down
  if (file !== undefined) await writeDown(file, seal);
  return seal;
};

import { resolve } from 'node:path';
import pg from 'pg';
import { closeFolder, makeFolder } from './binaries.ts';
import { openEmbedded } from './embedded.ts';
import { poolOf } from './pool.ts';
import { keptRunning } from './kept-running.ts';
import { Unreachable } from './refusals.ts';

interface Database {
  readonly pool: pg.Pool;
  readonly url: string;
  readonly embedded: boolean;
  readonly close: () => Promise<void>;
}

const OLDEST = 160_000; // as server_version_num says it

/** Refuses a PostgreSQL that lacks what the tables are laid with, before anything is laid. Throws Unreachable. */
export const checkRelease = (number: string, name: string): void => {
  if (Number(number) < OLDEST) throw new Unreachable('database-too-old', `PostgreSQL ${name}`);
};

const RELEASE = `select current_setting('server_version_num') as number, current_setting('server_version') as name`;

/** A pool on a database that answers, or Unreachable. */
export const connect = async (url: string, size = 10): Promise<pg.Pool> => {
  const pool = poolOf(url, size);
  try {
    const { rows } = await pool.query<{ number: string; name: string }>(RELEASE);
    checkRelease(rows[0]!.number, rows[0]!.name);
  } catch (error) {
    await pool.end().catch(() => undefined);
    if (error instanceof Unreachable) throw error;
    throw new Unreachable(
      'database-unreachable',
      (error as Error).message || String((error as { code?: string }).code),
    );
  }
  return pool;
};

/** The installation's database: the outside one where `url` is given, else the embedded one of the data folder. */
export const openDatabase = async ({
  data,
  url,
  size,
}: {
  readonly data: string;
  readonly url?: string | undefined;
  readonly size?: number;
}): Promise<Database> => {
  if (url !== undefined) {
    try {
      makeFolder(resolve(data));
      closeFolder(resolve(data));
    } catch (error) {
      throw new Unreachable('data-folder-unwritable', (error as Error).message);
    }
    const pool = await connect(url, size);
    return { pool, url, embedded: false, close: () => pool.end() };
  }
  const embedded = await openEmbedded(data);
  const pool = await connect(embedded.url, size);
  const stopLooking = keptRunning(embedded);
  return {
    pool,
    url: embedded.url,
    embedded: true,
    close: async () => {
      await stopLooking();
      await pool.end();
      await embedded.release();
    },
  };
};

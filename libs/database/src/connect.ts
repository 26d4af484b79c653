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

/** A pool on a database that answers, or Unreachable. */
export const connect = async (url: string, size = 10): Promise<pg.Pool> => {
  const pool = poolOf(url, size);
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end().catch(() => undefined);
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

const SERVER_LOCK = 7_236_481; // any number that nothing else of ours uses

const CLAIM_AGAIN_MS = 1_000;

const claim = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, application_name: 'luodi-server', keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [SERVER_LOCK]);
  if (rows[0]?.mine === true) return client;
  await client.end();
  throw new Unreachable('already-running', url.replace(/\/\/.*@/, '//'));
};

/**
 * Says "this process serves this installation", for as long as the process lives. Throws Unreachable 'already-running'. The claim goes with
 * its connection; it is made again at once, and where another server was faster this process ends.
 */
export const claimServer = async ({ url }: Pick<Database, 'url'>): Promise<() => Promise<void>> => {
  let held = await claim(url);
  let given = false;
  const again = (): void => {
    if (given) return;
    claim(url).then(hold, (error: unknown) => {
      if (error instanceof Unreachable)
        setImmediate(() => {
          throw error;
        });
      else setTimeout(again, CLAIM_AGAIN_MS).unref();
    });
  };
  const hold = (client: pg.Client): void => {
    held = client;
    client.once('end', again);
  };
  hold(held);
  return async () => {
    given = true;
    await held.end();
  };
};

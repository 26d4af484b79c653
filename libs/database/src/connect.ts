import pg from 'pg';
import { openEmbedded } from './embedded.ts';
import { poolOf } from './pool.ts';
import { Unreachable } from './refusals.ts';

export interface Database {
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
    const pool = await connect(url, size);
    return { pool, url, embedded: false, close: () => pool.end() };
  }
  const embedded = await openEmbedded(data);
  const pool = await connect(embedded.url, size);
  return {
    pool,
    url: embedded.url,
    embedded: true,
    close: async () => {
      await pool.end();
      await embedded.release();
    },
  };
};

const SERVER_LOCK = 7_236_481; // any number that nothing else of ours uses

/** Says "this process serves this installation", for as long as the process lives. Throws Unreachable 'already-running'. */
export const claimServer = async (database: Database): Promise<() => Promise<void>> => {
  const client = new pg.Client({ connectionString: database.url, application_name: 'luodi-server' });
  await client.connect();
  client.on('error', () => undefined);
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [SERVER_LOCK]);
  if (rows[0]?.mine === true) return () => client.end();
  await client.end();
  throw new Unreachable('already-running', database.url.replace(/\/\/.*@/, '//'));
};

import pg from 'pg';
import { askForConnection, holding } from './holding.ts';
import { keepPulse, type Patience } from './pulse.ts';

// Days and decimals stay the text they are: a Date would shift a civil day, a float would lose a 分.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => text);

/** Every connection is at work and none came back in time. Nothing was begun: the asker may come again. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';
  constructor() {
    super('all connections to the database are at work');
  }
}

const LONGEST_WAIT_MS = 10_000;
const IDLE_MS = 60_000; // a new connection signs in and plans every statement anew: none is given up between two bursts

type Taken = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (broken?: Error | boolean) => void,
) => void;

const named = (error: Error): Error =>
  /timeout exceeded when trying to connect/.test(error.message) ? new DatabaseBusy() : error;

/** A pool that answers for how it is used: nobody takes a second connection (holding.ts), and who waits too long is told so. */
class Connections extends pg.Pool {
  private stopPulse: () => void = () => undefined;

  /** Gives connections up where the database says nothing (pulse.ts). */
  watched(url: string, patience?: Patience): this {
    this.stopPulse = keepPulse(this, url, patience);
    return this;
  }

  override end(): Promise<void>;
  override end(ended: () => void): void;
  override end(ended?: () => void): Promise<void> | void {
    this.stopPulse();
    return ended === undefined ? super.end() : super.end(ended);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<pg.PoolClient> | void {
    askForConnection();
    if (taken === undefined)
      return super.connect().catch((error: Error) => {
        throw named(error);
      });
    super.connect((error, client, release) => {
      taken(error && named(error), client, release);
    });
  }
}

/** A pool of at most `size` connections; `schema`: where their tables stand, if not in the usual place. */
export const poolOf = (url: string, size: number, schema: string | null = null, patience?: Patience): pg.Pool => {
  const pool = new Connections({
    connectionString: url,
    max: size,
    application_name: 'luodi',
    connectionTimeoutMillis: LONGEST_WAIT_MS,
    idleTimeoutMillis: IDLE_MS,
    options: `-c timezone=UTC${schema === null ? '' : ` -c search_path=${schema}`}`,
  });
  pool.on('error', () => undefined); // an idle connection that dies is replaced by the next query
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  }); // one in use fails its query, and that error is enough
  return pool.watched(url, patience);
};

/** Runs work on one connection; the only way to hold one. `isLost`: whether the connection went with the error. */
export const onConnection = async <T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  isLost: (error: unknown) => boolean = () => false,
): Promise<T> => {
  const client = await pool.connect();
  let lost = false;
  try {
    return await holding(() => work(client));
  } catch (error) {
    lost = isLost(error);
    throw error;
  } finally {
    client.release(lost);
  }
};

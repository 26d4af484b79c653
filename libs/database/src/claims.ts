import pg from 'pg';
import { Unreachable } from './refusals.ts';

// Numbers that nothing else of ours uses.
const SERVER_LOCK = 7_236_481;
const WORK_LOCK = 7_236_484;

const CLAIM_AGAIN_MS = 1_000;

interface Claim {
  readonly take: string; // SQL: takes an advisory lock of the connection, and answers whether it could
  readonly lock: number;
  readonly process: string; // as the database names the connection
  readonly refusal: ConstructorParameters<typeof Unreachable>[0];
  /** Asked whenever the claim is made again: throws Unreachable where the process must not go on. */
  readonly check: () => Promise<void>;
}

const claim = async (url: string, { take, lock, process, refusal }: Claim): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, application_name: process, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>(`select ${take}($1) as mine`, [lock]);
  if (rows[0]?.mine === true) return client;
  await client.end();
  throw new Unreachable(refusal, url.replace(/\/\/.*@/, '//'));
};

/**
 * Holds a claim for as long as the process lives. Throws Unreachable. The claim goes with its connection; it is made again at once, and where another process was faster this one ends.
 */
const held = async (url: string, one: Claim): Promise<() => Promise<void>> => {
  let mine = await claim(url, one);
  let given = false;
  const again = (): void => {
    if (given) return;
    claim(url, one)
      .then(async (client) => {
        hold(client);
        await one.check();
      })
      .catch((error: unknown) => {
        if (error instanceof Unreachable)
          setImmediate(() => {
            throw error;
          });
        else setTimeout(again, CLAIM_AGAIN_MS).unref();
      });
  };
  const hold = (client: pg.Client): void => {
    mine = client;
    client.once('end', again);
  };
  hold(mine);
  return async () => {
    given = true;
    await mine.end();
  };
};

interface Place {
  readonly url: string;
}

/** Says "this process serves this installation", alone. Throws Unreachable 'already-running'. */
export const claimServer = ({ url }: Place): Promise<() => Promise<void>> =>
  held(url, {
    take: 'pg_try_advisory_lock',
    lock: SERVER_LOCK,
    process: 'luodi-server',
    refusal: 'already-running',
    check: async () => undefined,
  });

/** Says "this process works on this installation", beside others: its log is not taken from under it. Throws Unreachable 'log-moving'. */
export const claimWork = ({ url }: Place, check: () => Promise<void>): Promise<() => Promise<void>> =>
  held(url, {
    take: 'pg_try_advisory_lock_shared',
    lock: WORK_LOCK,
    process: 'luodi-at-work',
    refusal: 'log-moving',
    check,
  });

/**
 * Runs `work` while no process works on the installation, and none begins. Null, and nothing is run, while there are some. What must not happen without the claim goes over the connection
 * that holds it: where that is lost it fails.
 */
export const whileNobodyWorks = async <T>(
  { url }: Place,
  work: (holder: Pick<pg.ClientBase, 'query'>) => Promise<T>,
): Promise<T | null> => {
  const client = new pg.Client({ connectionString: url, application_name: 'luodi-move', keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [WORK_LOCK]);
    return rows[0]?.mine === true ? await work(client) : null;
  } finally {
    await client.end().catch(() => undefined);
  }
};

import pg from 'pg';

/** How long a database may say nothing. It is looked at while somebody waits for it only. */
export interface Patience {
  readonly everyMs: number;
  readonly answerMs: number; // for one answer
  readonly silences: number; // in a row, until it is taken for mute
}
export const PATIENCE: Patience = { everyMs: 5_000, answerMs: 10_000, silences: 2 }; // within half a minute

interface Wired {
  readonly connection: { readonly stream: { readonly destroy: () => void } };
}

/** Ends a connection without a word to the other side, which may not listen: what waits for it fails at once. */
const hangUp = (client: pg.ClientBase): void => {
  (client as pg.ClientBase & Wired).connection.stream.destroy();
};

/** Whether there is an answer in time, be it an error. What came while this process itself was busy counts. */
const isAnswered = async (question: Promise<unknown>, answerMs: number): Promise<boolean> => {
  let answered = false;
  const answer = question.then(
    () => (answered = true),
    (error: unknown) => (answered = !/timeout/i.test((error as Error).message)),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => setImmediate(resolve), answerMs);
  });
  await Promise.race([answer, late]);
  clearTimeout(timer);
  return answered;
};

/** Asked on a connection that nobody uses, or else on a new one. */
const asked = async (pool: pg.Pool, url: string, answerMs: number): Promise<boolean> => {
  if (pool.idleCount > 0) return isAnswered(pool.query('select 1'), answerMs);
  const client = new pg.Client({ connectionString: url, application_name: 'luodi-pulse' });
  client.on('error', () => undefined);
  try {
    return await isAnswered(
      client.connect().then(() => client.query('select 1')),
      answerMs,
    );
  } finally {
    hangUp(client);
  }
};

/**
 * A database that takes what is sent and says nothing (its host is gone, its processes stand still) would be waited for without end: while somebody waits, it is asked whether it is there,
 * and where it is silent the connections are given up, so that whoever waits is told. Long work that a living database does is left alone. Answers how to stop.
 */
export const keepPulse = (
  pool: pg.Pool,
  url: string,
  { everyMs, answerMs, silences }: Patience = PATIENCE,
): (() => void) => {
  const open = new Set<pg.PoolClient>();
  pool.on('connect', (client) => open.add(client));
  pool.on('remove', (client) => open.delete(client));
  let [silent, asking] = [0, false];
  const look = async (): Promise<void> => {
    const someoneWaits = pool.totalCount > pool.idleCount || pool.waitingCount > 0;
    silent = !someoneWaits || (await asked(pool, url, answerMs)) ? 0 : silent + 1;
    if (silent < silences) return;
    silent = 0;
    for (const client of open) hangUp(client);
  };
  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    void look().finally(() => {
      asking = false;
    });
  }, everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
};

import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { freshDatabase } from '../../../test/support/postgres.ts';
import { poolOf } from './pool.ts';
import { isConnectionLost } from './refusals.ts';

const IMPATIENT = { everyMs: 50, answerMs: 300, silences: 2 };

/** A way to a database on which nothing arrives while it is mute, and nothing is closed. */
const wayTo = async (url: string) => {
  const there = new URL(url);
  let isMute = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(there.port), there.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => {
        if (!isMute) to.write(data);
      });
      from.on('error', () => undefined);
      from.on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = new URL(url);
  here.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: here.href,
    mute: (so: boolean) => {
      isMute = so;
    },
    close: () => {
      for (const one of sockets) one.destroy();
      server.close();
    },
  };
};

it('who waits for a database that says nothing is told so, whatever was asked, and it is found again when it speaks', async () => {
  const database = await freshDatabase();
  const way = await wayTo(database.url);
  const pool = poolOf(way.url, 3, null, IMPATIENT);
  try {
    await Promise.all([1, 2, 3].map(() => pool.query('select pg_sleep(0.5)')));
    way.mute(true);
    const lost = await Promise.all(
      [1, 2, 3].map(() =>
        pool.query('select 1').then(
          () => null,
          (error: unknown) => error,
        ),
      ),
    );
    expect(lost.filter((error) => !isConnectionLost(error))).toEqual([]);
    way.mute(false);
    expect((await pool.query('select 2 as two')).rows).toEqual([{ two: 2 }]);
  } finally {
    way.close();
    await pool.end();
    await database.drop();
  }
});

it('long work of a database that lives is left alone, also where it keeps every connection busy', async () => {
  const database = await freshDatabase();
  const pool = poolOf(database.url, 2, null, IMPATIENT);
  try {
    const long = await Promise.all([1, 2].map(() => pool.query(`select pg_sleep(2), 'done' as how`)));
    expect(long.map(({ rows }) => (rows[0] as { how: string }).how)).toEqual(['done', 'done']);
  } finally {
    await pool.end();
    await database.drop();
  }
});

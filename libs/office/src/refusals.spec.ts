import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Pool } from 'pg';
import { refusalOf } from './refusals.ts';

/** What a question to a database comes to that treats each connection so. */
const askedOf = async (treat: (socket: Socket) => void, more: object = {}): Promise<unknown> => {
  const server = createServer(treat);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pool = new Pool({ host: '127.0.0.1', port, user: 'x', database: 'x', max: 1, ...more });
  try {
    return await pool.query('select 1').catch((error: unknown) => error);
  } finally {
    await pool.end();
    server.close();
  }
};

it('a database that hangs up on somebody, or never says a word, is told as one that is away', async () => {
  const hungUp = await askedOf((socket) => socket.destroy());
  const mute = await askedOf(() => undefined, { connectionTimeoutMillis: 50 });
  expect([hungUp, mute].map((error) => refusalOf(error)?.code)).toEqual(['unavailable', 'unavailable']);
});

it('an error that nobody foresaw stays one', () => {
  expect([refusalOf(new Error('terminated')), refusalOf('Connection terminated'), refusalOf(null)]).toEqual([
    null,
    null,
    null,
  ]);
});

import { randomUUID } from 'node:crypto';
import { migrate } from '#database';
import { kurrentStandIn, type StandIn } from '../../../test/support/kurrent-stand-in.ts';
import { freshDatabase, type TestDatabase } from '../../../test/support/postgres.ts';
import { officeMigrations } from './migrations.ts';
import { openLog } from './open-log.ts';

let database: TestDatabase;
let server: StandIn;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, officeMigrations);
  server = await kurrentStandIn();
});
afterAll(async () => {
  server.stop();
  await database.drop();
});

const opened = async (url: string): Promise<{ readonly code?: string; readonly detail?: string }> => {
  const place = { kind: 'kurrentdb', url, prefix: `t${randomUUID()}-` } as const;
  try {
    await (await openLog({ place, pool: database.pool, databaseUrl: database.url }, Date.now)).close();
    return {};
  } catch (error) {
    return error as { readonly code: string; readonly detail: string };
  }
};

it('a KurrentDB that lets nobody in is told from one that is not there, and so is a certificate that is not', async () => {
  expect(await opened(server.url)).toEqual({});
  expect(await opened(`${server.url.replace('?tls=false', '')}?tlsCaFile=/nowhere/ca.crt`)).toMatchObject({
    code: 'log-unreachable',
    detail: expect.stringContaining('certificate') as string,
  });
  server.shutOut();
  expect(await opened(server.url)).toMatchObject({ code: 'log-denied' });
}, 600_000);

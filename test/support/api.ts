import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { closeApi, createApi, type Api } from '../../apps/api/src/server.ts';
import { logAt, officeMigrations, officeOver, readConfig, type ImportRun, type Office } from '#office';
import { readCommand } from '../../libs/domain/src/index.ts';
import { CreateAccount, type Role } from '../../libs/identity/src/index.ts';
import { freshDatabase } from './postgres.ts';

export interface TestApi {
  readonly api: Api;
  readonly office: Office;
  readonly http: () => ReturnType<typeof request>;
  /** An account with a password, signed in: the cookie to send. */
  readonly signedIn: (user: string, roles: Role[], more?: object) => Promise<string>;
  readonly close: () => Promise<void>;
}

export const PASSWORD = 'River-boat-42';
export const cookieOf = (response: { headers: Record<string, unknown> }): string =>
  String((response.headers['set-cookie'] as string[] | undefined)?.[0]).split(';')[0]!;

/** The whole API on a fresh database of the test run's PostgreSQL. `now` moves its clock. */
export const testApi = async (
  environment: Record<string, string> = {},
  now: () => Date = () => new Date(),
  runImport?: ImportRun,
): Promise<TestApi> => {
  const database = await freshDatabase({ laid: officeMigrations });
  const data = await mkdtemp(join(tmpdir(), 'luodi-api-'));
  const config = readConfig({
    LUODI_DATA: data,
    LUODI_LOG_LEVEL: 'silent',
    ...environment,
  });
  const log = { place: config.log, pool: database.pool, databaseUrl: database.url };
  const store = logAt(log, { now: () => now().getTime() });
  const office = officeOver({
    config,
    pool: database.pool,
    store,
    now,
    ...(runImport === undefined ? {} : { runImport }),
  });
  const api = await createApi(office);
  await api.app.listen(0, '127.0.0.1');
  const http = () => request(api.app.getHttpServer());
  return {
    api,
    office,
    http,
    signedIn: async (user, roles, more = {}) => {
      await office.identity.createAccount(
        readCommand(CreateAccount, { user, name: user, roles, scope: 'all', password: PASSWORD, ...more }),
        { user: 'test', unit: null },
      );
      return cookieOf(await http().post('/api/session').send({ user, password: PASSWORD }).expect(200));
    },
    close: async () => {
      await closeApi(api);
      await store.close();
      await database.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
};

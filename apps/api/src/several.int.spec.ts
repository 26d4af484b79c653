import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#office';
import { changeFirstPassword } from '../../../test/support/first-password.ts';
import { freshDatabase, type TestDatabase } from '../../../test/support/postgres.ts';
import { until } from '../../../test/support/soon.ts';
import { startServer, type Running } from './start.ts';

let database: TestDatabase;
let folder: string;
let servers: readonly Running[];
let login: { user: string; password: string };
let here: string;
let there: string;
beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'luodi-several-'));
  const config = readConfig({
    LUODI_HOST: '127.0.0.1',
    LUODI_PORT: '0',
    LUODI_DATA: folder,
    DATABASE_URL: database.url,
    LUODI_LOG_LEVEL: 'silent',
  });
  servers = [await startServer(config), await startServer(config)];
  [here, there] = servers.map(({ port }) => `http://127.0.0.1:${port}`) as [string, string];
  login = await changeFirstPassword(here, servers[0]!.firstAdministrator!);
});
afterAll(async () => {
  for (const { stop } of servers) await stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const send = (address: string, path: string, cookie: string, method: string, body?: object | FormData) =>
  fetch(`${address}/api/${path}`, {
    method,
    headers: {
      cookie,
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
const signIn = (address: string, as: object) => send(address, 'session', '', 'POST', as);
const signedIn = async (address: string): Promise<string> =>
  (await signIn(address, login)).headers.get('set-cookie')!.split(';')[0]!;

it('who signs out at one server is signed out at the other', async () => {
  const cookie = await signedIn(here);
  const seen = async (): Promise<number> => (await send(there, 'projects/none', cookie, 'GET')).status;
  expect(await seen()).toBe(404);
  await send(here, 'session', cookie, 'DELETE');
  await until('the other knows', async () => (await seen()) === 401);
}, 600_000);

it('wrong passwords are counted together, wherever they are tried', async () => {
  const wrong = { user: 'somebody', password: 'wrong' };
  for (const address of [here, there, here, there]) expect((await signIn(address, wrong)).status).toBe(401);
  for (const address of [there, here]) {
    const answer = await signIn(address, wrong);
    if (answer.status === 401) continue; // so slow a machine that the wait was over
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([429, 'sign-in-slowed']);
  }
  const { rows } = await database.pool.query('select failures from sign_in_attempt');
  expect(rows).toEqual([{ failures: expect.any(Number) as number }]);
  expect((rows[0] as { failures: number }).failures).toBeGreaterThanOrEqual(4);
}, 600_000);

it('an import begun at one server is shown and handed back by the other', async () => {
  const cookie = await signedIn(here);
  const form = new FormData();
  const file = await readFile(join(__dirname, '../../../test/acceptance/sample-defects.xlsx'));
  form.append('file', new Blob([new Uint8Array(file)]), '缺陷.xlsx');
  form.append('dryRun', 'true');
  const begun = await send(here, 'imports', cookie, 'POST', form);
  expect(begun.status).toBe(202);
  const { id } = (await begun.json()) as { id: string };
  const followed = await (await send(there, `imports/${id}/progress`, cookie, 'GET')).text();
  expect(
    JSON.parse(
      followed
        .trim()
        .split('\n\n')
        .at(-1)!
        .replace(/^data: /, ''),
    ),
  ).toMatchObject({ id, state: 'done' });
  expect(await (await send(there, `imports/${id}`, cookie, 'GET')).json()).toMatchObject({ id, state: 'done' });
  const result = await send(there, `imports/${id}/result`, cookie, 'GET');
  expect(
    Buffer.from(await result.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
}, 600_000);

it('a page open at one server hears what was recorded at the other', async () => {
  const cookie = await signedIn(here);
  const leave = new AbortController();
  const stream = await fetch(`${here}/api/live`, { headers: { cookie }, signal: leave.signal });
  let told = '';
  const hearing = (async () => {
    for await (const part of stream.body!) {
      told += Buffer.from(part).toString();
      if (told.includes('"project"')) return;
    }
  })();
  let isHeard = false;
  void hearing.then(() => {
    isHeard = true;
  });
  // The first look takes note of where the log stands: until it has, nothing is news.
  await until('it is heard', async () => {
    if (!isHeard) await send(there, 'projects', cookie, 'POST', { title: '他处登记的项目' });
    return isHeard;
  });
  leave.abort();
  expect(told).toMatch(/data: \{"position":\d+,"kinds":\[[^\]]*"project"/);
}, 600_000);

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DomainEvent } from '#domain';
import { setAside } from '#event-store';
import { examine, readConfig } from '#office';
import { changeFirstPassword } from '../../../test/support/first-password.ts';
import { freshDatabase, type TestDatabase } from '../../../test/support/postgres.ts';
import { soon, until } from '../../../test/support/soon.ts';
import { startServer, type Running } from './start.ts';

let database: TestDatabase;
let folder: string;
let running: Running;
let cookie: string;
const start = () =>
  startServer(
    readConfig({ LUODI_PORT: '0', LUODI_DATA: folder, DATABASE_URL: database.url, LUODI_LOG_LEVEL: 'silent' }),
  );
beforeAll(async () => {
  database = await freshDatabase({ poisoned: true });
  folder = await mkdtemp(join(tmpdir(), 'luodi-newer-'));
  running = await start();
  const login = await changeFirstPassword(`http://127.0.0.1:${running.port}`, running.firstAdministrator!);
  const signed = await ask('session', 'POST', login);
  cookie = signed.headers.get('set-cookie')!.split(';')[0]!;
});
afterAll(async () => {
  await running.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const ask = (path: string, method = 'GET', body?: object): Promise<Response> =>
  fetch(`http://127.0.0.1:${running.port}/api/${path}`, {
    method,
    headers: { ...(cookie ? { cookie } : {}), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const register = async (title: string): Promise<string> =>
  ((await (await ask('projects', 'POST', { title })).json()) as { projectId: string }).projectId;
/** As a newer release records it, beside this one, on the same log. */
const recordedByNewer = async (
  stream: string,
  type: string,
  schemaVersion: number,
  data: object = {},
): Promise<void> => {
  const event = { type, occurredOn: '2026-03-02', data } as DomainEvent;
  const meta = { actor: { user: 'clerk', unit: null }, commandId: randomUUID() };
  await running.office.store.append(stream, 'any', [{ id: randomUUID(), event, schemaVersion, meta }]);
};
const names = async (): Promise<readonly string[]> => {
  const { rows } = (await (await ask('lists/leads')).json()) as { rows: readonly { name: string }[] };
  return rows.map(({ name }) => name).sort();
};
const aside = async (
  reader: 'project' | 'matter' | 'reminders' | 'follow-ups',
): Promise<readonly (readonly string[])[]> =>
  (await setAside(running.office.pool, reader)).map(({ stream, reason }) => [stream, reason]);
const command = async (id: string): Promise<readonly [number, string | undefined]> => {
  const answer = await ask(`projects/${id}/commands/rename-project`, 'POST', { to: '新名称', basis: '更名通知' });
  return [answer.status, answer.ok ? undefined : ((await answer.json()) as { code?: string }).code];
};

it('what a newer release records beside this one sets its project aside; the others, and the server, go on', async () => {
  const [kind, shape, plain] = [await register('新种类'), await register('新形状'), await register('寻常')];
  await recordedByNewer(`project-${kind}`, 'LandGranted', 1, { mu: 120 });
  await recordedByNewer(`project-${shape}`, 'ProjectRenamed', 99, { names: [{ zh: '新名' }] });
  await recordedByNewer('order-1', 'OrderIssued', 99);
  await recordedByNewer('novelty-1', 'NoveltyFound', 1);

  await soon(names, ['寻常', '新形状', '新种类']); // the rows that they had stand
  const why = (type: string): string => `${type}: recorded by a newer release, which alone can read it`;
  const ofProjects = [
    [`project-${kind}`, why('LandGranted')],
    [`project-${shape}`, why('ProjectRenamed@99')],
  ];
  await soon(() => aside('project'), ofProjects);
  await ask('orders');
  await soon(() => aside('matter'), [['order-1', why('OrderIssued@99')]]);
  await until('the reminders pass it', async () => (await aside('reminders')).length >= 2);

  expect(await command(plain)).toEqual([200, undefined]);
  for (const id of [kind, shape]) {
    expect(await command(id)).toEqual([503, 'newer-release']);
    for (const path of ['', '/history']) expect((await ask(`projects/${id}${path}`)).status).toBe(200);
  }
  const { events } = (await (await ask('events?limit=1000')).json()) as {
    events: readonly { type: string; schemaversion: number }[];
  };
  expect(events).toContainEqual(expect.objectContaining({ type: 'ProjectRenamed', schemaversion: 99 }));
}, 600_000);

it('where a newer release records what the whole bureau goes by, this one stops and says so, and goes on when it understands', async () => {
  const answer = async (path: string): Promise<readonly [number, string | undefined]> => {
    const answered = await ask(path);
    return [answered.status, ((await answered.json()) as { code?: string }).code];
  };
  const readiness = async (): Promise<number> => (await ask('health/ready')).status;
  const plain = await register('照常');
  const bureauWide = [
    ['organisation-main', 'UnitAdorned', 1, 'UnitAdded', { code: '9', name: '九科', kind: 'section', parent: null }],
    ['policy-main', 'PolicyForeseen', 1, 'PolicyDrafted', {}],
    ['periods', 'PeriodHalfClosed', 1, 'ReopeningRefused', { month: '2020-01' }],
  ] as const;
  for (const [stream, type, version, known, data] of bureauWide) {
    await soon(readiness, 200);
    await recordedByNewer(stream, type, version, data);
    await soon(readiness, 503);
    expect((await ask('health/live')).status).toBe(200);
    expect(await command(plain)).toEqual([503, 'newer-release']);
    if (stream !== 'periods') expect(await answer('lists/leads')).toEqual([503, 'newer-release']); // closed months change no list
    const { checks } = await examine(running.office);
    expect(checks.find(({ name }) => name === 'release')).toMatchObject({
      ok: false,
      whatToDo: expect.stringContaining('Upgrade') as string,
    });
    await running.office.pool.query('update event set type = $1, schema_version = 1 where type = $2 and stream = $3', [
      known,
      type,
      stream,
    ]);
  }
  await soon(readiness, 200);
  expect(await command(plain)).toEqual([200, undefined]);
}, 600_000);

it('what concerns one part of the work alone stops that part', async () => {
  await recordedByNewer('boards', 'BoardRetired', 1);
  expect((await ask('boards')).status).toBe(503);
  for (const path of ['lists/leads', 'organisation', 'health/ready']) expect((await ask(path)).status).toBe(200);
}, 600_000);

it('it starts on such a log, and what it can read after an upgrade is taken back at the start', async () => {
  await running.stop();
  running = await start();
  await soon(async () => (await aside('project')).length, 2);
  await until('what follows is looked for', async () => (await aside('follow-ups')).length === 2);
  // The upgrade: what was set aside for a newer shape is one that this release knows.
  await running.office.pool.query(
    `update event set schema_version = 1, data = '{"from":"新形状","to":"新名"}' where type = 'ProjectRenamed' and schema_version = 99`,
  );
  await running.stop();
  running = await start();
  await soon(async () => (await aside('project')).length, 1);
  await soon(async () => (await aside('follow-ups')).map(([stream]) => stream), ['order-1']);
  await soon(names, expect.arrayContaining(['新名']) as readonly string[]);
}, 600_000);

import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, sealing, verifyLog, type OpenOffice } from '#office';
import { rebuildMatters, rebuildProjects } from '#projections';
import { holderIn, rebuildReminders } from '#reminders';
import { startServer, type Running } from '../../apps/api/src/start.ts';
import { changeFirstPassword } from '../support/first-password.ts';
import { kurrentForTests, type KurrentForTests } from '../support/kurrent.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

const LISTS = ['negotiation', 'signed', 'started', 'signed-not-started', 'entered-without-funds'];

interface Bureau {
  readonly running: Running;
  readonly office: OpenOffice;
  readonly get: (path: string) => Promise<Record<string, unknown>>;
  readonly post: (path: string, body: object, headers?: Record<string, string>) => Promise<Response>;
  readonly importLedger: () => Promise<Record<string, unknown>>;
  readonly close: () => Promise<void>;
}

/** A bureau at work: the whole server on a database of its own, its log where the environment says. */
const bureau = async (environment: Readonly<Record<string, string>>): Promise<Bureau> => {
  const database: TestDatabase = await freshDatabase();
  const data = await mkdtemp(join(tmpdir(), 'luodi-log-'));
  await chmod(data, 0o755);
  const config = readConfig({
    LUODI_DATA: data,
    DATABASE_URL: database.url,
    LUODI_PORT: '0',
    LUODI_LOG_LEVEL: 'silent',
    LUODI_WORKER: 'apart',
    ...environment,
  });
  const running = await startServer(config);
  const address = `http://127.0.0.1:${running.port}`;
  const own = await changeFirstPassword(address, running.firstAdministrator!);
  const asked = async (path: string, init: RequestInit = {}, cookie = ''): Promise<Response> => {
    const answer = await fetch(`${address}${path}`, { ...init, headers: { ...init.headers, cookie } });
    if (answer.status >= 500) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const json = { 'content-type': 'application/json' };
  const signed = await asked('/api/session', { method: 'POST', headers: json, body: JSON.stringify(own) });
  const cookie = signed.headers.get('set-cookie')!.split(';')[0]!;
  const get: Bureau['get'] = async (path) => (await (await asked(path, {}, cookie)).json()) as Record<string, unknown>;
  return {
    running,
    office: running.office,
    get,
    post: (path, body, headers = {}) =>
      asked(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) }, cookie),
    importLedger: async () => {
      const form = new FormData();
      form.append('file', await openAsBlob(join(__dirname, 'sample-ledger.xlsx')), 'ledger.xlsx');
      form.append('dryRun', 'false');
      const taken = (await (await asked('/api/imports', { method: 'POST', body: form }, cookie)).json()) as {
        id: string;
      };
      for (;;) {
        const job = await get(`/api/imports/${taken.id}`);
        if (job['state'] === 'done') return job;
        if (job['state'] === 'failed') throw new Error(JSON.stringify(job));
        await new Promise((later) => {
          setTimeout(later, 50);
        });
      }
    },
    close: async () => {
      await running.stop();
      await database.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
};

let kurrent: KurrentForTests;
let here: Bureau; // its log in PostgreSQL
let there: Bureau; // its log in KurrentDB
beforeAll(async () => {
  kurrent = await kurrentForTests();
  here = await bureau({});
  there = await bureau({
    EVENT_STORE: 'kurrentdb',
    KURRENTDB_URL: kurrent.url,
    KURRENTDB_PREFIX: `t${randomUUID().slice(0, 8)}-`,
  });
}, 600_000);
afterAll(async () => {
  await there.close();
  await here.close();
  kurrent.stop();
});

it('a ledger shows the same lists from either log', async () => {
  const shown = async (one: Bureau): Promise<unknown> => {
    const job = await one.importLedger();
    const lists: Record<string, unknown> = {};
    for (const name of LISTS) {
      const { total, totals, rows } = (await one.get(`/api/lists/${name}?limit=500`)) as {
        total?: number;
        totals?: object;
        rows: { code: string; title: string; colour: string | null; phase: string }[];
      };
      lists[name] = {
        total,
        totals,
        rows: rows.map(({ code, title, colour, phase }) => [code, title, colour, phase].join(' ')).sort(),
      };
    }
    return { job: (job as { report?: { sheets?: unknown } }).report?.sheets, lists };
  };
  const [fromPostgres, fromKurrent] = [await shown(here), await shown(there)];
  expect(fromKurrent).toEqual(fromPostgres);
  expect(JSON.stringify(fromKurrent).length).toBeGreaterThan(1_000);
}, 600_000);

it('a command given twice has one effect, and a stale one is refused', async () => {
  const lead = { code: 'LD-KURRENT-1', title: '云上项目' };
  const key = { 'idempotency-key': randomUUID() };
  const [first, second] = [await there.post('/api/projects', lead, key), await there.post('/api/projects', lead, key)];
  const [one, two] = [(await first.json()) as { projectId: string }, (await second.json()) as { projectId: string }];
  expect(two.projectId).toBe(one.projectId);
  const history = (await there.get(`/api/projects/${one.projectId}/history`)) as { events?: unknown[] };
  expect(history.events ?? history).toHaveLength(1);
  const stale = await there.post(`/api/projects/${one.projectId}/commands/acknowledge-lead`, {}, { 'if-match': '"7"' });
  expect(stale.status).toBe(412);
}, 600_000);

it('the log verifies against its seals, from any position on', async () => {
  const { office } = there;
  await office.reminders.catchUp();
  await sealing(office)(); // now, as the server does every minute
  expect(await verifyLog(office, {})).toMatchObject({ ok: true, firstBad: null });
  expect(await verifyLog(office, { from: (await office.store.head()) / 2n })).toMatchObject({ ok: true });
}, 600_000);

it('every read model is built anew from either log without a difference', async () => {
  for (const { office } of [here, there]) {
    const { pool, store, rules, now, organisation, reminders } = office;
    const holder = async () => holderIn((await organisation.current()).tree);
    await office.reminders.catchUp();
    const rebuilt = [
      await rebuildProjects(pool, store, rules),
      await rebuildMatters(pool, store),
      await rebuildReminders(pool, { store, rules, ledger: reminders.ledger, now, holder }),
    ];
    expect(rebuilt.map(({ name, differences }) => `${name} ${differences}`)).toEqual(
      rebuilt.map(({ name }) => `${name} 0`),
    );
  }
}, 600_000);

it('the past is shown as it was known at an instant', async () => {
  const before = new Date().toISOString();
  await there.post('/api/projects', { code: 'LD-KURRENT-2', title: '后来的项目' });
  const codes = async (more: string) =>
    ((await there.get(`/api/lists/negotiation?limit=500${more}`)) as { rows: { code: string }[] }).rows.length;
  expect(await codes(`&asKnown=${before}`)).toBe(await codes(''));
  const { office } = there;
  const position = await office.store.positionAt(before);
  expect(position < (await office.store.head())).toBe(true);
}, 600_000);

it('a database whose lists are folded from one log is not opened on another', async () => {
  const one = await bureau({});
  await one.running.stop();
  const config = { ...one.office.config, log: { kind: 'kurrentdb', url: kurrent.url, prefix: 'other-' } } as const;
  await expect(startServer(config)).rejects.toMatchObject({ code: 'log-elsewhere' });
  await one.close();
}, 600_000);

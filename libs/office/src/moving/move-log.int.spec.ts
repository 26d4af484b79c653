import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sealLog } from '#audit';
import { rebuildMatters, rebuildProjects } from '#projections';
import { atWork } from '../../../../test/support/at-work.ts';
import { FROM_SOURCE } from '../../../../test/support/from-source.ts';
import { kurrentForTests, type KurrentForTests } from '../../../../test/support/kurrent.ts';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { sealFile } from '../audit/seal-file.ts';
import { verifyLog } from '../audit/verify-log.ts';
import { readConfig, type Config } from '../config.ts';
import { readLogPlaceOf } from '../log-place.ts';
import { openOffice, type OpenOffice } from '../open-office.ts';
import { moveLog } from './move-log.ts';

let kurrent: KurrentForTests;
let database: TestDatabase;
let data: string;
let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  kurrent = await kurrentForTests();
  database = await freshDatabase();
  data = await mkdtemp(join(tmpdir(), 'luodi-move-'));
  environment = {
    LUODI_DATA: data,
    DATABASE_URL: database.url,
    KURRENTDB_URL: kurrent.url,
    KURRENTDB_PREFIX: `t${randomUUID().slice(0, 8)}-`,
  };
});
afterAll(async () => {
  kurrent.stop();
  await database.drop();
  await rm(data, { recursive: true, force: true });
});

const configOn = (kind: 'postgres' | 'kurrentdb'): Config => readConfig({ ...environment, EVENT_STORE: kind });
const withOffice = <T>(kind: 'postgres' | 'kurrentdb', work: (office: OpenOffice) => Promise<T>): Promise<T> =>
  atWork(configOn(kind), work);

const record = async ({ store }: OpenOffice, many: number): Promise<void> => {
  const facts = (id: string) =>
    [
      ['ProjectRecorded', { code: id.slice(0, 8), title: id, unit: '一组' }],
      ['ContractSigned', { contracted: { amount: '1.00', currency: 'CNY' }, agreedStart: '2026-07-01' }],
    ] as const;
  await store.appendMany(
    Array.from({ length: many }, () => randomUUID()).map((id) => ({
      stream: `project-${id}`,
      expected: 0,
      events: facts(id).map(([type, content]) => ({
        id: randomUUID(),
        event: { type, occurredOn: '2026-05-28', data: content } as never,
        schemaVersion: 1,
        meta: { actor: { user: 'x', unit: null }, commandId: id },
      })),
    })),
  );
};

/** A mover in a process of its own; `until`: it is killed as soon as it says so. Answers all it said. */
const moverUntil = (to: string, until: (said: readonly string[]) => boolean): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const mover = spawn('node', [...FROM_SOURCE, join(__dirname, '../../../../test/support/log-mover.cjs'), to], {
      env: { ...process.env, ...environment, EVENT_STORE: 'postgres' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    createInterface({ input: mover.stdout }).on('line', (line) => {
      said.push(line);
      if (until(said)) mover.kill('SIGKILL');
    });
    mover.once('close', () => {
      resolve(said);
    });
  });

/** What is shown of the log and of the models that stand on it. */
const shown = async (office: OpenOffice) => {
  const position = await office.projects.catchUp();
  const { rows } = await office.pool.query<{ rows: string; sum: string }>(
    `select count(*) as rows, sum(from_pos)::text as sum from project_span`,
  );
  return { position, rows };
};

it('a log is moved while the office works, and a move that is killed at any point leaves the old one in charge and goes on where it stopped', async () => {
  const before = await withOffice('postgres', async (office) => {
    await record(office, 600);
    await sealLog({ pool: office.pool, store: office.store, now: office.now, file: sealFile(office) });
    const first = await moverUntil('kurrentdb', (said) => said.length === 2);
    expect(first.map((line) => line.split(' ')[0])).toEqual(['copying', 'copying']);
    await record(office, 300); // it is still in charge
    const second = await moverUntil('kurrentdb', (said) => said.some((line) => line.startsWith('waiting')));
    expect(second.map((line) => line.split(' ')[0])).not.toContain('done'); // somebody works on the installation
    expect(Number(second[0]!.split(' ')[1])).toBeGreaterThan(Number(first[1]!.split(' ')[1])); // nothing is brought twice
    await record(office, 10);
    return shown(office);
  });
  const said: string[] = [];
  const moved = await moveLog(configOn('postgres'), {
    to: readLogPlaceOf('kurrentdb', environment),
    tell: ({ step }) => said.push(step),
    signal: new AbortController().signal,
  });
  expect(moved).toMatchObject({ from: 'postgres', to: 'kurrentdb', events: 1_820, streams: 910 });
  await expect(openOffice(configOn('postgres'))).rejects.toMatchObject({ code: 'log-elsewhere' });
  await withOffice('kurrentdb', async (office) => {
    expect((await office.store.readStream('installation-log')).map(({ event }) => event.data)).toEqual([
      { from: 'postgres', to: 'kurrentdb', position: moved.position, events: 1_820 },
    ]);
    expect((await shown(office)).rows).toEqual(before.rows); // nothing was folded anew
    await record(office, 5);
    expect(await verifyLog(office, {})).toMatchObject({ ok: true, firstBad: null, seals: 1 });
    const { pool, store, rules } = office;
    for (const { name, differences } of [await rebuildProjects(pool, store, rules), await rebuildMatters(pool, store)])
      expect([name, differences]).toEqual([name, 0]);
  });
}, 600_000);

it('it comes back with what was recorded meanwhile, and verifies there', async () => {
  const back = { to: readLogPlaceOf('postgres', environment), tell: () => undefined };
  const moved = await moveLog(configOn('kurrentdb'), { ...back, signal: new AbortController().signal });
  expect(moved.events).toBe(1_831); // and the record of the first move
  await withOffice('postgres', async (office) => {
    await record(office, 5);
    expect((await shown(office)).position).toBe(await office.store.head());
    expect(await verifyLog(office, {})).toMatchObject({ ok: true, firstBad: null });
    await office.pool.query('delete from event where position = (select max(position) - 1 from event)');
    expect(await verifyLog(office, {})).toMatchObject({ ok: false, firstBad: { what: 'record-missing' } });
  });
}, 600_000);

it('a log is not moved from where it is not, nor onto another one, and an ended move says so', async () => {
  const signal = new AbortController().signal;
  const to = readLogPlaceOf('postgres', environment);
  const quiet = { tell: () => undefined, signal };
  await expect(moveLog(configOn('kurrentdb'), { ...quiet, to })).rejects.toMatchObject({ code: 'log-not-there' });
  await expect(moveLog(configOn('postgres'), { ...quiet, to })).rejects.toMatchObject({ code: 'move-nowhere' });
  const there = readLogPlaceOf('kurrentdb', environment);
  await expect(moveLog(configOn('postgres'), { ...quiet, to: there })).rejects.toMatchObject({ code: 'logs-differ' });
  const fresh = readLogPlaceOf('kurrentdb', { ...environment, KURRENTDB_PREFIX: `t${randomUUID().slice(0, 8)}-` });
  const ended = { ...quiet, to: fresh, signal: AbortSignal.abort() };
  await expect(moveLog(configOn('postgres'), ended)).rejects.toMatchObject({ code: 'move-ended' });
  await withOffice('postgres', ({ store }) => store.head());
}, 600_000);

import { randomUUID } from 'node:crypto';
import { migrate } from '#database';
import { DEFAULT_RULES, type ProjectEvent, type Rules } from '#domain';
import { eventStoreMigrations, postgresStore, setAside, type EventStore } from '#event-store';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { listRows, listTotals, unitNames } from '../index.ts';
import { listNamed } from '../lists/lists.ts';
import { projectMigrations, projectModel, type ProjectModel } from './project-model.ts';
import { rebuildProjects } from './rebuild.ts';

let database: TestDatabase;
let store: EventStore;
let model: ProjectModel;
const rules = async (): Promise<Rules> => DEFAULT_RULES;

beforeAll(async () => {
  database = await freshDatabase({ poisoned: true });
  await migrate(database.pool, [...eventStoreMigrations, ...projectMigrations]);
  store = postgresStore(database);
  model = projectModel(database.pool, store, rules);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** A fact as an older release, or somebody with the database open, may have stored it. */
const stored = (id: string, type: ProjectEvent['type'], occurredOn: string, data: object) =>
  store.append(`project-${id}`, 'any', [
    {
      id: randomUUID(),
      event: { type, occurredOn, data } as ProjectEvent,
      schemaVersion: 1,
      meta: { actor: { user: 'someone', unit: null }, commandId: randomUUID() },
    },
  ]);
const signed = async (id: string): Promise<void> => {
  await stored(id, 'ProjectRecorded', '2026-01-05', { code: id, title: `项目${id}`, unit: '一组' });
  await stored(id, 'ContractSigned', '2026-02-02', {
    contracted: { amount: '1000.00', currency: 'CNY' },
    agreedStart: '2026-09-01',
  });
};
const asked = {
  list: listNamed('signed')!,
  asOf: { day: '2026-06-30' as never, position: null },
  scope: { all: true as const },
};
const codes = async (): Promise<readonly string[]> =>
  (await listRows(database.pool, { ...asked, limit: null }, unitNames([]))).rows.map(({ code }) => code);
const aside = async (): Promise<readonly string[]> =>
  (await setAside(database.pool)).map(({ stream }) => stream.slice('project-'.length));

const LONG = '招'.repeat(5_000);
const money = (amount: string): object => ({ amount, currency: 'CNY' });

/** Facts that no list can hold, each with the version at which it stands and what voids it. */
const POISON: Readonly<Record<string, readonly [ProjectEvent['type'], string, object]>> = {
  'name of 5,000 characters': ['ProjectRenamed', '2026-03-02', { to: LONG }],
  'owner of 5,000 characters': ['OwnerAssigned', '2026-03-02', { unit: LONG, leader: LONG, steward: LONG }],
  'amount of 20 digits': ['ContractAmended', '2026-03-02', { contractedTo: money('99999999999999999999.00') }],
  'amount in words': ['ContractAmended', '2026-03-02', { contractedTo: money('oops') }],
  'tags that are no list': ['ProjectTagged', '2026-03-02', { add: { a: 1 }, remove: [] }],
  'start in the year 1': ['ContractAmended', '2026-03-02', { agreedStartTo: '0001-01-01' }],
  'half a character': ['ProjectRenamed', '2026-03-02', { to: '半\ud83d' }],
  'a name that is a number': ['ProjectRenamed', '2026-03-02', { to: 12 }],
};

it('goes on where facts cannot be laid: those projects are set aside with their last rows, the others are listed', async () => {
  await signed('good');
  for (const [index, [type, on, data]] of Object.values(POISON).entries()) {
    await signed(`bad${index}`);
    await stored(`bad${index}`, type, on, data);
  }
  await stored('good', 'ProgressReported', '2026-04-01', { text: '一切正常' });
  expect(await model.catchUp()).toBe(await store.head());
  expect(await aside()).toEqual(Object.keys(POISON).map((_name, index) => `bad${index}`));
  const all = ['good', ...Object.keys(POISON).map((_name, index) => `bad${index}`)];
  expect([...(await codes())].sort()).toEqual([...all].sort()); // each as it stood before the bad fact
  expect((await listTotals(database.pool, asked)).total).toBe(all.length);
  for (const { reason } of await setAside(database.pool)) expect(reason.length).toBeGreaterThan(5);
});

it('starts again and rebuilds with the same facts in the log, and finds no difference', async () => {
  const before = await aside();
  expect(await projectModel(database.pool, store, rules).catchUp()).toBe(await store.head());
  expect(await rebuildProjects(database.pool, store, rules)).toMatchObject({ differences: 0 });
  expect(await aside()).toEqual(before);
});

it('lists a project again once its bad fact is voided, in this process and in another', async () => {
  const half = Object.keys(POISON).length / 2;
  for (const index of Object.keys(POISON).keys()) {
    const reader = index < half ? model : projectModel(database.pool, store, rules);
    await stored(`bad${index}`, 'FactVoided', '2026-05-04', { target: 3, reason: '录入错误' });
    await stored(`bad${index}`, 'ProjectRenamed', '2026-05-05', { to: `改好${index}` });
    await reader.catchUp();
  }
  await model.catchUp();
  expect(await aside()).toEqual([]);
  const { rows } = await listRows(database.pool, { ...asked, limit: null }, unitNames([]));
  expect(rows.filter(({ name }) => name.startsWith('改好')).length).toBe(Object.keys(POISON).length);
  expect(await rebuildProjects(database.pool, store, rules)).toMatchObject({ differences: 0 });
});

it('sets aside what the database refuses for a reason that nobody foresaw', async () => {
  await signed('odd');
  await model.catchUp();
  await database.pool.query(`alter table project_span add constraint odd check (title <> '不收')`);
  await stored('odd', 'ProjectRenamed', '2026-06-01', { to: '不收' });
  await stored('good', 'ProjectRenamed', '2026-06-01', { to: '照收' });
  expect(await model.catchUp()).toBe(await store.head());
  expect(await aside()).toEqual(['odd']);
  await stored('odd', 'FactVoided', '2026-06-02', { target: 3, reason: '改名有误' });
  await model.catchUp();
  expect(await aside()).toEqual([]);
  await database.pool.query('alter table project_span drop constraint odd');
  expect(await codes()).toContain('odd');
});

it('rebuilds twice at the same moment', async () => {
  const done = await Promise.all([
    rebuildProjects(database.pool, store, rules),
    rebuildProjects(database.pool, store, rules),
    stored('good', 'ProgressReported', '2026-06-03', { text: '其间一行' }).then(() => model.catchUp()),
  ]);
  expect(done.slice(0, 2)).toEqual([
    expect.objectContaining({ name: 'project' }),
    expect.objectContaining({ name: 'project' }),
  ]);
  await model.catchUp();
  expect(await rebuildProjects(database.pool, store, rules)).toMatchObject({ differences: 0 });
});

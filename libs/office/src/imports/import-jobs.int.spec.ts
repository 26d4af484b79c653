import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#database';
import { Rejected } from '#domain';
import { permissionsOf, type Caller } from '#identity';
import { importBook, importBookMigrations } from '#imports';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { importDesk, type ImportRun } from './import-jobs.ts';
import type { ImportDesk, ImportStatus } from './import-desk.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, importBookMigrations);
});
afterAll(() => database.drop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luodi-imports-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const caller = (account: string): Caller => ({
  account,
  user: account,
  name: account,
  unit: null,
  roles: ['clerk'],
  permissions: permissionsOf(['clerk']),
  scope: { kind: 'all', units: [] },
  via: 'session',
  credential: 's',
  mustChangePassword: false,
});
const upload = async (name: string) => {
  const path = join(folder, name);
  await writeFile(path, 'x');
  return { path, name, dryRun: false };
};
const deskOf = (run: ImportRun): ImportDesk => importDesk(folder, importBook(database.pool), run);
const finished = async (desk: ImportDesk, by: Caller, { id }: ImportStatus): Promise<ImportStatus> => {
  for (;;) {
    const now = (await desk.status(by, id))!;
    if (now.state !== 'waiting' && now.state !== 'running') return now;
    await new Promise(setImmediate);
  }
};

it('imports run one after the other, show their progress to who follows, and leave no upload behind', async () => {
  const order: string[] = [];
  let follow: () => void = () => undefined;
  const followed = new Promise<void>((done) => {
    follow = done;
  });
  const run: ImportRun = async ({ name }, _caller, onProgress) => {
    order.push(`${name} begins`);
    if (name === 'b.xlsx') await followed;
    onProgress(1, 2);
    order.push(`${name} ends`);
    return { report: { file: name }, resultWorkbook: join(folder, `${name}.out`) };
  };
  const desk = deskOf(run);
  const clerk = caller('clerk');
  const [one, two] = [await upload('a.xlsx'), await upload('b.xlsx')];
  const first = await desk.start(clerk, one);
  const second = await desk.start(clerk, two);
  expect(second).toMatchObject({ file: 'b.xlsx', state: 'waiting', report: null });
  expect(first.id).not.toBe(second.id);
  const seen: string[] = [];
  await desk.follow(clerk, second.id, ({ state, progress }) => {
    seen.push(`${state} ${progress.done}`);
  });
  follow();
  expect(await finished(desk, clerk, second)).toMatchObject({
    state: 'done',
    report: { file: 'b.xlsx' },
    problem: null,
  });
  expect(order).toEqual(['a.xlsx begins', 'a.xlsx ends', 'b.xlsx begins', 'b.xlsx ends']);
  expect(seen.slice(-2)).toEqual(['running 1', 'done 1']);
  expect(await desk.resultWorkbook(clerk, second.id)).toEqual({
    path: join(folder, 'b.xlsx.out'),
    name: 'b.result.xlsx',
  });
  while ((await readdir(folder)).length > 0)
    await new Promise((later) => {
      setImmediate(later);
    });
});

it('a file that cannot be read fails with its reason, an unforeseen failure without its inside, and the next import runs', async () => {
  const run: ImportRun = async ({ name }) => {
    if (name === 'bad.xlsx') throw new Rejected('workbook-broken', { zh: '文件已损坏', en: 'The file is broken' });
    if (name === 'bug.xlsx') throw new TypeError('cannot read /srv/inside');
    return { report: {}, resultWorkbook: null };
  };
  const desk = deskOf(run);
  const clerk = caller('clerk');
  const [bad, bug, good] = [
    await desk.start(clerk, await upload('bad.xlsx')),
    await desk.start(clerk, await upload('bug.xlsx')),
    await desk.start(clerk, await upload('good.xlsx')),
  ];
  expect((await finished(desk, clerk, bad)).problem).toEqual({
    code: 'workbook-broken',
    zh: '文件已损坏',
    en: 'The file is broken',
  });
  const { problem } = await finished(desk, clerk, bug);
  expect([problem?.code, JSON.stringify(problem).includes('/srv')]).toEqual(['internal', false]);
  expect((await finished(desk, clerk, good)).state).toBe('done');
  expect(await desk.resultWorkbook(clerk, good.id)).toBeNull();
});

it('nobody sees another’s import', async () => {
  const desk = deskOf(async () => ({ report: {}, resultWorkbook: null }));
  const status = await desk.start(caller('one'), await upload('a.xlsx'));
  expect([
    await desk.status(caller('two'), status.id),
    await desk.follow(caller('two'), status.id, () => undefined),
    await desk.stop(caller('two'), status.id),
    await desk.resultWorkbook(caller('two'), status.id),
  ]).toEqual([null, null, null, null]);
});

it('an import is stopped at its next step by whoever began it, and the next one runs', async () => {
  let go: () => void = () => undefined;
  const begun = new Promise<void>((begin) => {
    go = begin;
  });
  const run: ImportRun = async ({ name }, _caller, onProgress) => {
    for (let step = 1; name === 'long.xlsx'; step += 1) {
      onProgress(step, null);
      go();
      await new Promise((later) => {
        setImmediate(later);
      });
    }
    return { report: {}, resultWorkbook: null };
  };
  const desk = deskOf(run);
  const clerk = caller('clerk');
  const [long, waiting, last] = [
    await desk.start(clerk, await upload('long.xlsx')),
    await desk.start(clerk, await upload('waiting.xlsx')),
    await desk.start(clerk, await upload('last.xlsx')),
  ];
  await begun;
  expect(await desk.stop(caller('somebody'), long.id)).toBeNull();
  await desk.stop(clerk, waiting.id);
  await desk.stop(clerk, long.id);
  expect((await finished(desk, clerk, last)).state).toBe('done');
  const stateOf = async ({ id }: ImportStatus) => (await desk.status(clerk, id))?.state;
  expect([await stateOf(long), await stateOf(waiting)]).toEqual(['stopped', 'stopped']);
});

it('what one server imports another one shows, follows and stops, and hands out its workbook', async () => {
  const run: ImportRun = async ({ name, path }, _caller, onProgress) => {
    for (let step = 1; name === 'long.xlsx'; step += 1) {
      onProgress(step, null);
      await new Promise((later) => setTimeout(later, 5));
    }
    return { report: { rows: 3 }, resultWorkbook: `${path}.result` };
  };
  const [here, there] = [deskOf(run), deskOf(run)];
  const clerk = caller('clerk');
  const long = await here.start(clerk, await upload('long.xlsx'));
  const short = await here.start(clerk, await upload('short.xlsx'));
  expect((await there.status(clerk, short.id))?.state).toBe('waiting');
  const seen: ImportStatus[] = [];
  const ended = new Promise<void>((done) => {
    void there.follow(clerk, long.id, (status) => {
      seen.push(status);
      if (status.progress.done > 1 && status.state === 'running') void there.stop(clerk, long.id);
      if (status.state === 'stopped') done();
    });
  });
  await ended;
  expect(seen.some(({ state, progress }) => state === 'running' && progress.done > 1)).toBe(true);
  expect(await there.stop(caller('somebody'), long.id)).toBeNull();
  expect((await finished(here, clerk, long)).state).toBe('stopped');
  expect(await finished(there, clerk, short)).toMatchObject({ state: 'done', report: { rows: 3 }, problem: null });
  expect(await there.resultWorkbook(clerk, short.id)).toEqual({
    path: join(folder, 'short.xlsx.result'),
    name: 'short.result.xlsx',
  });
});

it('an import whose server was killed says so at the others, and keeps its progress', async () => {
  const book = importBook<ImportStatus>(database.pool);
  let isDead = false;
  const dying = {
    ...book,
    tell: async (...said: Parameters<typeof book.tell>) =>
      isDead ? Promise.reject(new Error('dead')) : book.tell(...said),
  };
  const never: ImportRun = (_upload, _caller, onProgress) => {
    onProgress(7, 9);
    return new Promise(() => undefined);
  };
  const clerk = caller('clerk');
  const { id } = await importDesk(folder, dying, never).start(clerk, await upload('a.xlsx'));
  const there = deskOf(never);
  while ((await there.status(clerk, id))?.progress.done !== 7) await new Promise(setImmediate);
  isDead = true;
  await database.pool.query(`update import_run set told_at = told_at - interval '1 hour' where id = $1`, [id]);
  expect(await there.status(clerk, id)).toMatchObject({
    state: 'failed',
    progress: { done: 7, total: 9 },
    problem: { code: 'import-interrupted' },
  });
});

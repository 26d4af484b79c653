import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tablesOf } from '#database';
import { ERASED, refsIn, type RecordedEvent } from '#domain';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { e, yuan } from '../../../../test/support/project-facts.ts';
import { readConfig } from '../config.ts';
import { openOffice } from '../open-office.ts';
import { restoreBackup } from './restore-backup.ts';
import { takeBackup } from './take-backup.ts';
import { KEPT_TABLES, NOT_KEPT } from './what-is-kept.ts';

const PAPER = `papers/ab/${'ab'.repeat(32)}`;
let b: Bureau;
let folder: string;
let number = 0;
const fresh: TestDatabase[] = [];
beforeAll(async () => {
  b = await bureau();
  folder = await mkdtemp(join(tmpdir(), 'luodi-backup-'));
  await b.record('A', [
    e('ProjectRecorded', '2023-02-01', { code: 'A', title: '轴承\t项目\n二期 \\N', unit: '一局' }),
    e('ContractSigned', '2023-03-01', { contracted: yuan('60.00'), landMode: 'lease' }),
  ]);
  await b.office.identity.firstAdministrator();
  await b.office.pool.query(`select nextval('project_code'), nextval('project_code')`);
  await mkdir(join(b.office.config.data, 'papers/ab'), { recursive: true });
  await mkdir(join(b.office.config.data, 'papers/incoming'), { recursive: true });
  await writeFile(join(b.office.config.data, PAPER), 'a contract');
  await writeFile(join(b.office.config.data, 'papers/incoming/half'), 'half a con');
}, 600_000);
afterAll(async () => {
  await b.close();
  for (const database of fresh) await database.drop();
  await rm(folder, { recursive: true, force: true });
}, 600_000);

interface Told {
  files: object[];
  tables: object[];
  sequences: object;
}
const taken = async (): Promise<string> => (await takeBackup(b.office, join(folder, String((number += 1))))).folder;
const empty = async (): Promise<ReturnType<typeof readConfig>> => {
  const database = await freshDatabase();
  fresh.push(database);
  return readConfig({ DATABASE_URL: database.url, LUODI_DATA: join(folder, `data-${(number += 1)}`) });
};

it('knows of every table whether a backup holds it', async () => {
  expect(await tablesOf(b.office.pool)).toEqual([...KEPT_TABLES, ...Object.keys(NOT_KEPT)].sort());
});

it('what was restored is the same bureau: log, seals, accounts, numbers, papers, lists', async () => {
  const backup = await taken();
  const config = await empty();
  const head = await b.office.store.head();
  expect(await restoreBackup(config, backup)).toMatchObject({ ok: true, events: Number(head), position: Number(head) });
  const office = await openOffice(config);
  try {
    expect(await office.store.readAll(0n, 100)).toEqual(await b.office.store.readAll(0n, 100));
    const everything = (pool: typeof office.pool): Promise<unknown[]> =>
      Promise.all(
        ['account', 'project_span', 'arrival_span'].map(
          async (table) => (await pool.query(`select * from ${table}`)).rows,
        ),
      );
    await b.office.numbers.catchUp();
    expect(await everything(office.pool)).toEqual(await everything(b.office.pool));
    expect((await office.pool.query(`select nextval('project_code') as next`)).rows).toEqual([{ next: '3' }]);
    expect(await readFile(join(config.data, PAPER), 'utf8')).toBe('a contract');
    expect((await stat(join(config.data, PAPER))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(config.data, 'papers'))).toEqual(['ab']); // what was on its way is no paper yet
    await expect(restoreBackup(config, backup)).rejects.toMatchObject({ code: 'installation-not-empty' });
  } finally {
    await office.close();
  }
}, 600_000);

it('holds one moment: what is recorded while it is taken is in it whole or not at all', async () => {
  const writing = b.record('B', [
    e('ProjectRecorded', '2023-02-01', { code: 'B', title: 'B', unit: '一局' }),
    e('ContractSigned', '2023-03-01', { contracted: yuan('1.00'), landMode: 'lease' }),
  ]);
  const backup = await taken();
  await writing;
  const config = await empty();
  const { ok, events, position } = await restoreBackup(config, backup);
  expect([ok, events]).toEqual([true, position]);
}, 600_000);

it('comes back whole without the keys of people, where they were taken out of it: nobody reads then what it tells of them', async () => {
  const told = { code: 'C', title: 'C', unit: '一局', extra: { 联系人: '欧阳若兰' } };
  await b.record('C', [e('ProjectRecorded', '2023-02-01', told)]);
  const { store, personal } = b.office;
  const [first] = (await store.readAll((await store.head()) - 1n, 1)) as [RecordedEvent];
  const ref = refsIn(JSON.stringify(first.event.data));
  const opened = async (office: typeof b.office): Promise<unknown> => office.personal.open(first.event.data);
  expect(ref).toHaveLength(1);
  expect(await personal.open(first.event.data)).toMatchObject(told);
  for (const robbed of [false, true]) {
    const backup = await taken();
    if (robbed) for (const table of ['person_key', 'person_name']) await rm(join(backup, `${table}.gz`));
    const config = await empty();
    expect(await restoreBackup(config, backup)).toMatchObject({ ok: true });
    const office = await openOffice(config);
    expect(await opened(office)).toMatchObject({ ...told, extra: { 联系人: robbed ? ERASED : '欧阳若兰' } });
    await office.close();
  }
}, 600_000);

it('nobody else can read it', async () => {
  const backup = await taken();
  expect((await stat(backup)).mode & 0o777).toBe(0o700);
  for (const file of await readdir(backup, { withFileTypes: true }))
    if (file.isFile()) expect((await stat(join(backup, file.name))).mode & 0o777).toBe(0o600);
});

it('refuses a folder that is no backup, one that was changed, one of a newer release, and a target that is there; nothing is written then', async () => {
  const config = await empty();
  await expect(restoreBackup(config, folder)).rejects.toMatchObject({ code: 'no-backup' });
  const changed = await taken();
  await appendFile(join(changed, 'account.gz'), 'x');
  await expect(restoreBackup(config, changed)).rejects.toMatchObject({ code: 'backup-damaged', detail: 'account.gz' });
  const newer = await taken();
  const manifest = JSON.parse(await readFile(join(newer, 'backup.json'), 'utf8')) as { migrations: string[] };
  manifest.migrations.push('event-store-99-later');
  await writeFile(join(newer, 'backup.json'), JSON.stringify(manifest));
  await expect(restoreBackup(config, newer)).rejects.toMatchObject({ code: 'backup-of-newer-release' });
  await expect(takeBackup(b.office, newer)).rejects.toMatchObject({ code: 'folder-not-empty' });
  expect(await restoreBackup(config, await taken())).toMatchObject({ ok: true }); // it is still empty
}, 600_000);

it('one that was cut off is no backup, and the next one takes its place', async () => {
  const place = join(folder, 'cut');
  await mkdir(`${place}.making`);
  await writeFile(join(`${place}.making`, 'event.gz'), 'half');
  await expect(restoreBackup(await empty(), `${place}.making`)).rejects.toMatchObject({ code: 'no-backup' });
  await takeBackup(b.office, place);
  expect(await restoreBackup(await empty(), place)).toMatchObject({ ok: true });
}, 600_000);

it.each([
  ['a file outside', ({ files }: Told) => Object.assign(files[0]!, { file: '../../outside.gz' })],
  ['nothing at all', ({ files }: Told) => files.push(null as never)],
  ['another table', ({ tables }: Told) => Object.assign(tables[0]!, { table: 'session' })],
  [
    'a column that is a sentence',
    ({ tables }: Told) => Object.assign(tables[0]!, { columns: ['id") from stdin; --'] }),
  ],
  ['a sequence that is a sentence', (told: Told) => Object.assign(told.sequences, { 'a"; --': '1' })],
])(
  'a folder from elsewhere that names %s is refused, and nothing is written',
  async (_what, change) => {
    const folderOfOthers = await taken();
    const told = JSON.parse(await readFile(join(folderOfOthers, 'backup.json'), 'utf8')) as Told;
    change(told);
    await writeFile(join(folderOfOthers, 'backup.json'), JSON.stringify(told));
    await expect(restoreBackup(await empty(), folderOfOthers)).rejects.toMatchObject({
      code: 'backup-damaged',
      detail: 'backup.json',
    });
  },
  600_000,
);

import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ERASED, PROJECT_COMMANDS, readCommand, refsIn } from '#domain';
import { keysOf } from '#event-store';
import { importWorkbook, type ImportReport } from '#imports';
import { settingOf } from '#database';
import { MODEL_NAMES, rebuildModel } from '../audit/rebuild-models.ts';
import { examine } from '../audit/doctor.ts';
import { verifyLog } from '../audit/verify-log.ts';
import { commandKey } from '../command-key.ts';
import { readConfig } from '../config.ts';
import { showFeed } from '../feed/feed.ts';
import { ask } from '../ask.ts';
import { importToolsOf } from '../imports/import-tools.ts';
import { openOffice, type OpenOffice } from '../open-office.ts';
import { OPERATOR } from '../operator.ts';
import { upToDate } from '../projects/up-to-date.ts';
import { erasePerson } from './erase-person.ts';
import { shownTo } from './shown-to.ts';

const NAME = '欧阳若兰';
const NUMBER = '13812345678';
const OTHER = '司马青衫';
const LEDGER = `项目编号,项目名称,投资方,企业联系人,企业联系方式,备注2,签约日期,合同额（万元）,责任单位
A-1,轴承项目,甲公司,${NAME}（经理）,${NUMBER},${NAME}每周来电,2023-03-15,5000,一科
A-2,仓储项目,乙公司,${OTHER},0512-65880000,无,2023-03-16,6000,一科
A-3,冷链项目,丙公司,${NAME},138-1234-5678,只谈土地,2023-03-17,7000,一科
`;

let data: string;
let office: OpenOffice;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'luodi-erase-'));
  office = await openOffice(readConfig({ LUODI_DATA: data, LUODI_LOG_LEVEL: 'silent' }));
}, 600_000);
afterAll(async () => {
  await office.close();
  await rm(data, { recursive: true, force: true });
}, 600_000);

const idOf = async (code: string): Promise<string> => {
  await upToDate(office);
  const { rows } = await office.pool.query<{ id: string }>(
    `select distinct project_id as id from project_span where code = $1`,
    [code],
  );
  return rows[0]!.id;
};

const imported = async (ledger: string): Promise<ImportReport> => {
  const path = join(tmpdir(), `luodi-erase-${process.pid}.csv`);
  await writeFile(path, ledger);
  const { report: told } = await importWorkbook(
    {
      path,
      fileName: 'ledger.csv',
      dryRun: false,
      sheet: null,
      mapping: null,
      decisions: [],
      today: office.today(),
      actor: { user: 'clerk', unit: null },
    },
    await importToolsOf(office),
  );
  await rm(path);
  return told;
};

const report = async (code: string, text: string, nextStep?: string): Promise<unknown> =>
  office.projects.handle(
    {
      projectId: await idOf(code),
      command: readCommand(PROJECT_COMMANDS.ReportProgress, { text, nextStep }),
      actor: { user: 'clerk', unit: null },
      key: commandKey('clerk', randomUUID(), 'ReportProgress', text),
      visible: { all: true },
      circumstances: await office.circumstances(),
      rules: await office.rules(),
    },
    null,
  );

/** Every byte that the installation keeps: the data folder, and the database's own files. */
const bytesKept = async (): Promise<readonly { readonly file: string; readonly bytes: Buffer }[]> => {
  const folders = [data, await settingOf(office.pool, 'data_directory')];
  const kept: { file: string; bytes: Buffer }[] = [];
  for (const folder of folders)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile()) kept.push({ file, bytes: await readFile(file).catch(() => Buffer.alloc(0)) });
    }
  return kept;
};
const filesWith = async (text: string | Buffer): Promise<readonly string[]> =>
  (await bytesKept()).filter(({ bytes }) => bytes.includes(text)).map(({ file }) => file);

it('what a ledger tells of people stands sealed in the log and opens for those who work with it', async () => {
  expect((await imported(LEDGER)).sheets[0]!.rows.read).toBe(3);
  await report('A-1', `与${NAME}会谈，电话 ${NUMBER}`, '联系[[端木先生]]签字');
  const stored = JSON.stringify((await office.store.readAll(0n, 1_000)).map(({ event, meta }) => [event, meta]));
  for (const text of [NAME, NUMBER, OTHER, '65880000', '端木先生']) expect(stored).not.toContain(text);
  const shown = JSON.stringify(await shownTo(office, OPERATOR, JSON.parse(stored)));
  for (const text of [NAME, NUMBER, OTHER, '0512-65880000', '端木先生', '每周来电']) expect(shown).toContain(text);
  expect(shown).not.toContain('⟦');
  expect(shown).not.toContain('[[端木');
}, 600_000);

it('a ledger that comes again is compared in the clear', async () => {
  await upToDate(office);
  const same = await imported(LEDGER.replace('轴承项目', '轴承项目 '));
  expect(same.sheets[0]!.rows).toMatchObject({ read: 3, unchanged: 3 });
  const told = await imported(LEDGER.replace('只谈土地', `${NAME}又来电`));
  expect(JSON.stringify(told.rows)).toContain(`只谈土地 → ${NAME}又来电`);
  const stored = JSON.stringify(
    await office.store.readStream(`project-${await idOf('A-3')}`),
    (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  );
  expect(stored).toContain('ColumnsChanged');
  for (const text of ['只谈土地', NAME]) expect(stored).not.toContain(text);
}, 600_000);

it('the feed tells references', async () => {
  const { events } = await ask(office, OPERATOR, showFeed, { after: null, limit: 500 });
  const told = JSON.stringify(events);
  expect(told).toContain('〔个人信息 ');
  for (const text of [NAME, NUMBER, '⟦']) expect(told).not.toContain(text);
});

it('one person of several projects has one key', async () => {
  const [one] = (await erasePerson(office, { wanted: [NUMBER], confirmed: null })).people;
  expect(one).toMatchObject({ projects: [{ name: '轴承项目' }, { name: '冷链项目' }] });
  expect(one!.fields).toEqual(expect.arrayContaining(['企业联系人', '企业联系方式', '备注2', 'text']));
});

it('is asked for by a name that somebody bears, with a reason that does not name them', async () => {
  const actor = { user: 'admin', unit: null };
  await expect(erasePerson(office, { wanted: ['无此人也'], confirmed: null })).rejects.toMatchObject({
    code: 'person-not-found',
  });
  await expect(
    erasePerson(office, { wanted: [NAME], confirmed: { actor, reason: `${NAME} 申请` } }),
  ).rejects.toMatchObject({ code: 'reason-names-person' });
  await expect(
    erasePerson(office, { wanted: [NAME, OTHER], confirmed: { actor, reason: '本人申请' } }),
  ).rejects.toMatchObject({ code: 'person-ambiguous' });
});

it('an erased person is nowhere any more: not in the log, the lists, the database’s files; the chain verifies, and models built anew are the same', async () => {
  const confirmed = { actor: { user: 'admin', unit: null }, reason: '本人申请' };
  const [found] = (await erasePerson(office, { wanted: [NUMBER], confirmed: null })).people;
  const key = (await keysOf(office.pool, [found!.person])).get(found!.person)!;
  await office.pool.query('checkpoint');
  expect(await filesWith(key)).not.toEqual([]); // where it is, it is found
  const outcome = await erasePerson(office, { wanted: [NAME, NUMBER], confirmed });
  expect(outcome).toMatchObject({ ok: true, clear: [] });
  expect(outcome.erased).toHaveLength(1);
  const facts = await office.store.readAll(0n, 1_000);
  const shown = JSON.stringify(
    await shownTo(
      office,
      OPERATOR,
      facts.map(({ event, meta }) => [event, meta]),
    ),
  );
  expect(shown).toContain(ERASED);
  expect(shown).not.toContain(NAME);
  expect(shown).toContain(OTHER); // others stay
  expect(facts.at(-1)).toMatchObject({
    stream: 'people',
    event: { type: 'PersonErased', data: { persons: outcome.erased, reason: '本人申请' } },
    meta: { actor: { user: 'admin' } },
  });
  expect(await verifyLog(office, {})).toMatchObject({ ok: true });
  for (const model of MODEL_NAMES)
    expect(await rebuildModel(office, model, () => undefined)).toMatchObject({ differences: 0 });
  expect((await examine(office)).checks.find(({ name }) => name === 'people')).toMatchObject({ ok: true });
  for (const text of [NAME, NUMBER, key]) expect(await filesWith(text)).toEqual([]);
}, 600_000);

it('erased again it is the same, and who is written of anew is somebody new', async () => {
  const confirmed = { actor: { user: 'admin', unit: null }, reason: '本人申请' };
  expect(await erasePerson(office, { wanted: [NUMBER], confirmed })).toMatchObject({
    people: [],
    erased: [],
    ok: true,
  });
  const before = new Set((await office.store.readAll(0n, 1_000)).flatMap(({ event }) => refsIn(JSON.stringify(event))));
  await report('A-1', `电话 ${NUMBER}`);
  const [last] = await office.store.readStreamBack(`project-${await idOf('A-1')}`, null, 1);
  const [again] = refsIn(JSON.stringify(last!.event));
  expect(before.has(again!)).toBe(false);
}, 600_000);

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ERASED, type NewEvent } from '#domain';
import type { LogKind } from '#event-store';
import { atWork } from '../../../../test/support/at-work.ts';
import { kurrentForTests, type KurrentForTests } from '../../../../test/support/kurrent.ts';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { verifyLog } from '../audit/verify-log.ts';
import { readConfig, type Config } from '../config.ts';
import { readLogPlaceOf } from '../log-place.ts';
import { moveLog, type Moved } from '../moving/move-log.ts';
import { logAt } from '../open-log.ts';
import type { OpenOffice } from '../open-office.ts';
import { upToDate } from '../projects/up-to-date.ts';
import { erasePerson } from './erase-person.ts';
import { sealPeople, type SealedPeople } from './seal-people.ts';

const NAME = '欧阳若兰';
const NUMBER = '13812345678';

let kurrent: KurrentForTests;
let database: TestDatabase;
let data: string;
let old: Readonly<Record<string, string>>;
let fresh: Readonly<Record<string, string>>;
beforeAll(async () => {
  kurrent = await kurrentForTests();
  database = await freshDatabase();
  data = await mkdtemp(join(tmpdir(), 'luodi-seal-moved-'));
  const place = { LUODI_DATA: data, DATABASE_URL: database.url, KURRENTDB_URL: kurrent.url, LUODI_LOG_LEVEL: 'silent' };
  const under = (): string => `t${randomUUID().slice(0, 8)}-`;
  old = { ...place, KURRENTDB_PREFIX: under() };
  fresh = { ...place, KURRENTDB_PREFIX: under() };
});
afterAll(async () => {
  kurrent.stop();
  await database.drop();
  await rm(data, { recursive: true, force: true });
});

const configOf = (environment: Readonly<Record<string, string>>, kind: LogKind): Config =>
  readConfig({ ...environment, EVENT_STORE: kind });
const signal = new AbortController().signal;
const moved = (config: Config, to: LogKind, environment: Readonly<Record<string, string>>): Promise<Moved> =>
  moveLog(config, { to: readLogPlaceOf(to, environment), tell: () => undefined, signal });
const sealed = (config: Config): Promise<SealedPeople> =>
  sealPeople(config, { also: [], waiting: () => undefined, signal });

const fact = (type: string, content: object): NewEvent => ({
  id: randomUUID(),
  event: { type, occurredOn: '2026-05-28', data: content } as NewEvent['event'],
  schemaVersion: 1,
  meta: { actor: { user: 'clerk', unit: null }, commandId: randomUUID() },
});
const told = (office: OpenOffice): Promise<string> =>
  office.personal.opened
    .readStream('project-a')
    .then((facts) => (facts.at(-1)!.event.data as { readonly text: string }).text);

it('what a KurrentDB holds in the clear is sealed by a round trip: to PostgreSQL, sealed there, and back under a new prefix', async () => {
  const before = configOf(old, 'kurrentdb');
  await atWork(before, async ({ pool }) => {
    const bare = logAt({ place: before.log, pool, databaseUrl: database.url });
    await bare.append('project-a', 0, [
      fact('ProjectRecorded', { code: 'A', title: '轴承项目', extra: { 企业联系人: NAME, 电话: NUMBER } }),
      fact('ProgressReported', { text: `与${NAME}会谈` }),
    ]);
    await bare.close();
  });
  await atWork(before, upToDate);
  await expect(sealed(before)).rejects.toMatchObject({
    code: 'log-kept-elsewhere',
    sentence: { en: expect.stringContaining('luodi move') as string },
  });

  await moved(before, 'postgres', old);
  expect(await sealed(configOf(old, 'postgres'))).toMatchObject({ sealed: 2, ok: true });
  await moved(configOf(fresh, 'postgres'), 'kurrentdb', fresh);

  const after = configOf(fresh, 'kurrentdb');
  await atWork(after, async (office) => {
    const stored = JSON.stringify((await office.store.readAll(0n, 100)).map(({ event, meta }) => [event, meta]));
    for (const text of [NAME, NUMBER]) expect(stored).not.toContain(text);
    expect(await told(office)).toBe(`与${NAME}会谈`);
    expect(await verifyLog(office, {})).toMatchObject({ ok: true });
    const confirmed = { actor: { user: 'admin', unit: null }, reason: '本人申请' };
    expect(await erasePerson(office, { wanted: [NUMBER], confirmed })).toMatchObject({ ok: true, clear: [] });
    expect(await told(office)).toBe(`与${ERASED}会谈`);
    expect(await verifyLog(office, {})).toMatchObject({ ok: true });
  });
  await expect(moved(after, 'postgres', fresh)).resolves.toMatchObject({ to: 'postgres' }); // and it moves on as ever
}, 600_000);

import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { ERASED, type NewEvent } from '#domain';
import { logAt, sealPeople, upToDate, verifyLog, type OpenOffice } from '#office';
import { freshPremises, type Premises } from '../support/at-work.ts';
import { killedAt } from '../support/killed-at.ts';

import { until } from '../support/soon.ts';
import { startProcess } from '../support/worker-process.ts';

const NAME = '欧阳若兰';
const NUMBER = '13812345678';

let premises: Premises;
beforeEach(async () => {
  premises = await freshPremises('killed-erasing');
});
afterEach(() => premises.drop());
const withOffice: Premises['withOffice'] = (work) => premises.withOffice(work);

const telling = (type: string, content: object): NewEvent => ({
  id: randomUUID(),
  event: { type, occurredOn: '2026-05-28', data: content } as NewEvent['event'],
  schemaVersion: 1,
  meta: { actor: { user: 'clerk', unit: null }, commandId: randomUUID() },
});
const project = (n: number) => ({
  stream: `project-${n}`,
  expected: 0,
  events: [
    telling('ProjectRecorded', { code: `A-${n}`, title: `项目${n}`, extra: { 企业联系人: NAME, 电话: NUMBER } }),
    telling('ProgressReported', { text: `与${NAME}会谈` }),
  ],
});

const holding = async (table: string): Promise<number> =>
  Number((await premises.database.pool.query<{ count: string }>(`select count(*) from ${table}`)).rows[0]!.count);
const clearIn = async (table: string): Promise<number> =>
  Number(
    (
      await premises.database.pool.query<{ count: string }>(`select count(*) from ${table} t where t::text like $1`, [
        `%${NAME}%`,
      ])
    ).rows[0]!.count,
  );
const progress = (office: OpenOffice): Promise<unknown> =>
  office.personal.opened.readStream('project-1').then((facts) => (facts[1]!.event.data as { text: string }).text);
const erasures = async ({ store }: OpenOffice): Promise<number> => (await store.readStream('people')).length;

/** The built program, up to its end; what it answers. */
const runCli = async (words: readonly string[]): Promise<object> => {
  const program = startProcess(words, premises.data, {
    DATABASE_URL: premises.database.url,
    LUODI_LOG_LEVEL: 'silent',
  });
  await until('it ends', () => program.child.exitCode !== null);
  return JSON.parse(program.said()) as object;
};

const ERASE = ['erase', NUMBER, '--confirm', '--reason', '本人申请', '--json'];

/** Where `erase` is killed; whether the keys are gone then, and whether the log tells of it. */
const ERASING = [
  ['the keys are deleted and the transaction is not ended', 'lock table news in share mode', false],
  ['the keys are gone and the log does not tell of it', 'lock table event in share mode', true],
  ['the log tells of it and nothing is cleared away', 'lock table import_run in share mode', true],
  ['half of it is cleared away', 'select from person_name', true],
] as const;

it.each(ERASING)(
  'kill -9 of erase where %s: nobody is half erased, and given again it ends',
  async (_where, hold, isGone) => {
    await withOffice(async (office) => {
      await office.store.appendMany([project(1), project(2)]);
      await upToDate(office);
    });
    expect(await holding('person_key')).toBe(1);
    await killedAt(ERASE, { ...premises, hold });
    expect(await holding('person_key')).toBe(isGone ? 0 : 1);
    await withOffice(async (office) => {
      expect(await progress(office)).toBe(isGone ? `与${ERASED}会谈` : `与${NAME}会谈`);
      expect((await erasures(office)) + (await holding('news'))).toBe(isGone ? 1 : 0); // the fact is owed where it is not there yet
      expect(await verifyLog(office, {})).toMatchObject({ ok: true });
    });
    expect(await runCli(ERASE)).toMatchObject({ ok: true, erased: isGone ? [] : [expect.any(String)] });
    await withOffice(async (office) => {
      expect(await progress(office)).toBe(`与${ERASED}会谈`);
      expect([await erasures(office), await holding('news'), await holding('person_name')]).toEqual([1, 0, 0]);
      expect(await verifyLog(office, {})).toMatchObject({ ok: true });
    });
  },
  600_000,
);

const OLD = 600; // projects of two facts: two pages of the log

/** Where `seal-people` is killed; whether the new chain is in charge then. */
const SEALING = [
  ['half of the new chain is written', `select from event where position = ${2 * OLD - 1} for update`, false],
  ['all of it is written and the transaction is not ended', 'lock table news in share mode', false],
  ['the new chain is in charge and the read models are the old ones', 'lock table project_span in share mode', true],
] as const;

it.each(SEALING)(
  'kill -9 of seal-people where %s: one chain is in charge, whole, and given again it ends',
  async (_where, hold, isSealed) => {
    const before = await withOffice(async (office) => {
      const bare = logAt({ place: premises.config.log, pool: office.pool, databaseUrl: premises.database.url });
      await bare.appendMany(Array.from({ length: OLD }, (_one, n) => project(n + 1)));
      await bare.close();
      await upToDate(office);
      return (await office.store.readAll(0n, 2_000)).map(({ hash }) => hash);
    });
    await killedAt(['seal-people', '--json'], { ...premises, hold });
    await withOffice(async (office) => {
      const now = (await office.store.readAll(0n, 2_000)).map(({ hash }) => hash).slice(0, before.length);
      if (isSealed) expect(now).not.toEqual(before);
      else expect(now).toEqual(before);
      expect(await clearIn('event')).toBe(isSealed ? 0 : 2 * OLD);
      expect(await progress(office)).toBe(`与${NAME}会谈`);
      expect(await verifyLog(office, {})).toMatchObject({ ok: true });
    });
    const signal = new AbortController().signal;
    expect(await sealPeople(premises.config, { also: [], waiting: () => undefined, signal })).toMatchObject({
      ok: true,
    });
    await withOffice(async (office) => {
      for (const table of ['event', 'project_span', 'matter', 'news'])
        expect([table, await clearIn(table)]).toEqual([table, 0]);
      expect((await office.store.readStream('people')).map(({ event }) => event.type)).toEqual(['LogSealedAnew']);
      expect(await progress(office)).toBe(`与${NAME}会谈`);
      expect(await verifyLog(office, {})).toMatchObject({ ok: true });
    });
    expect((await readdir(premises.data)).filter((file) => file.startsWith('seals-until-')).length).toBeGreaterThan(0);
  },
  600_000,
);

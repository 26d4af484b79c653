import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { sealLog, stretch } from '#audit';
import type { NewEvent } from '#domain';
import { freshPremises, type Premises } from '../../../../test/support/at-work.ts';
import { sealFile } from '../audit/seal-file.ts';
import { verifyLog } from '../audit/verify-log.ts';
import { logAt } from '../open-log.ts';
import type { OpenOffice } from '../open-office.ts';
import { upToDate } from '../projects/up-to-date.ts';
import { erasePerson } from './erase-person.ts';
import { sealPeople, type SealedPeople } from './seal-people.ts';

const NAME = '欧阳若兰';
const NUMBER = '13812345678';
const MENTIONED = '东方闻樱';
const SECRETS = [NAME, NUMBER, MENTIONED, '每周来电'];

let premises: Premises;
beforeAll(async () => {
  premises = await freshPremises('seal-people');
});
afterAll(() => premises.drop());
const withOffice: Premises['withOffice'] = (work) => premises.withOffice(work);

const fact = (type: string, content: object, meta: object = {}): NewEvent => ({
  id: randomUUID(),
  event: { type, occurredOn: '2026-05-28', data: content } as NewEvent['event'],
  schemaVersion: 1,
  meta: { actor: { user: 'clerk', unit: null }, commandId: randomUUID(), ...meta },
});

/** As a release without keys recorded: everything in the clear. */
const recordInTheClear = ({ pool }: OpenOffice): Promise<unknown> => {
  const bare = logAt({ place: premises.config.log, pool, databaseUrl: premises.database.url });
  const money = { amount: '50000000.00', currency: 'CNY' };
  return Promise.all([
    bare.append('project-a', 0, [
      fact('ProjectRecorded', {
        code: 'A',
        title: '轴承项目',
        extra: { 企业联系人: NAME, 电话: NUMBER, 备注2: '每周来电' },
      }),
      fact('ContractSigned', { contracted: money }),
      fact('ProgressReported', { text: `与${NAME}会谈`, nextStep: `请${MENTIONED}签字` }),
    ]),
    bare.append('project-b', 0, [fact('ProjectRecorded', { code: 'B', title: '仓储项目' })]),
    bare.append('issue-c', 0, [
      fact('IssueRaised', { factor: 'land', text: `${MENTIONED} ${NUMBER} 不同意`, level: 'unit' }),
    ]),
  ]).finally(() => bare.close());
};

/** All that the database says in text of log and lists. */
const said = async ({ pool }: OpenOffice): Promise<string> => {
  const tables = ['event', 'project_span', 'matter', 'person_name', 'news'];
  const rows = await Promise.all(
    tables.map(async (table) => (await pool.query(`select t::text from ${table} t`)).rows),
  );
  return JSON.stringify(rows);
};

const sealNow = ({ pool, store, now, config: own }: OpenOffice): Promise<unknown> =>
  sealLog({ pool, store, now, file: sealFile({ config: own }) });

const sealed = (also: readonly string[] = [MENTIONED]): Promise<SealedPeople> =>
  sealPeople(premises.config, { also, waiting: () => undefined, signal: new AbortController().signal });

it('a log of an earlier release is sealed into a new chain that says the same, its old seals kept as witnesses', async () => {
  const before = await withOffice(async (office) => {
    await recordInTheClear(office);
    await upToDate(office);
    await office.matters.catchUp();
    await sealNow(office);
    for (const text of SECRETS) expect(await said(office)).toContain(text);
    return office.store.readAll(0n, 100);
  });
  const old = stretch();
  before.forEach(old.add);
  expect(await sealed()).toMatchObject({ events: 5, sealed: 3, ok: true });
  await withOffice(async (office) => {
    for (const text of SECRETS) expect(await said(office)).not.toContain(text);
    const now = await office.personal.opened.readAll(0n, 100);
    const plain = (facts: typeof now) =>
      facts.map(({ hash: _hash, previousHash: _previous, ...rest }) => rest).map((one) => ({ ...one }));
    expect(plain(now.slice(0, 5))).toEqual(plain(before));
    const witness = await office.store.readStream('people');
    expect(witness.map(({ event }) => event.data)).toMatchObject([
      { events: 5, sealed: 3, before: old.digest(), lastSeal: { number: 1, position: '5' } },
    ]);
    expect(await verifyLog(office, {})).toMatchObject({ ok: true, seals: 1 });
  });
  expect((await readdir(premises.data)).filter((file) => file.startsWith('seals-until-'))).toHaveLength(1);
}, 600_000);

it('sealed again it is the same', async () => {
  expect(await sealed()).toMatchObject({ sealed: 0, ok: true });
  await withOffice(async (office) => {
    expect(await office.store.readStream('people')).toHaveLength(1);
    expect(await verifyLog(office, {})).toMatchObject({ ok: true });
  });
}, 600_000);

it('who is only mentioned is erased too, wherever their name was sealed', async () => {
  const confirmed = { actor: { user: 'admin', unit: null }, reason: '本人申请' };
  await withOffice(async (office) => {
    expect(await erasePerson(office, { wanted: [MENTIONED], confirmed: null })).toMatchObject({
      people: [{ facts: 2, fields: ['nextStep', 'text'] }],
      clear: [],
    });
    expect(await erasePerson(office, { wanted: [MENTIONED], confirmed })).toMatchObject({ ok: true });
    expect(JSON.stringify((await office.personal.opened.readAll(0n, 100)).map(({ event }) => event))).not.toContain(
      MENTIONED,
    );
    expect(await verifyLog(office, {})).toMatchObject({ ok: true });
  });
}, 600_000);

it('a log that does not verify is left as it is, and so is one that somebody works on', async () => {
  const ended = new AbortController();
  await withOffice(async () => {
    const waiting = sealPeople(premises.config, { also: [], waiting: () => ended.abort(), signal: ended.signal });
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
  await withOffice((office) =>
    office.pool.query(`update event set data = '{"code":"B","title":"别的项目"}' where stream = 'project-b'`),
  );
  await expect(sealed()).rejects.toMatchObject({ code: 'log-not-sound' });
}, 600_000);

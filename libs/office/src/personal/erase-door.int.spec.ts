import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommand, type NewEvent } from '#domain';
import { ChangeAccount, CreateAccount, type Role } from '#identity';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { ask } from '../ask.ts';
import { examine } from '../audit/doctor.ts';
import { verifyLog } from '../audit/verify-log.ts';
import { readConfig } from '../config.ts';
import { openOffice, type OpenOffice } from '../open-office.ts';
import { OPERATOR } from '../operator.ts';
import { deciderOf, eraseFor, showPerson } from './erase-for.ts';
import { erasePerson } from './erase-person.ts';

let database: TestDatabase;
let data: string;
let office: OpenOffice;
beforeAll(async () => {
  database = await freshDatabase();
  data = await mkdtemp(join(tmpdir(), 'luodi-erase-door-'));
  office = await openOffice(readConfig({ DATABASE_URL: database.url, LUODI_DATA: data, LUODI_LOG_LEVEL: 'silent' }));
});
afterAll(async () => {
  await office.close();
  await database.drop();
  await rm(data, { recursive: true, force: true });
});

const fact = (type: string, content: object): NewEvent => ({
  id: randomUUID(),
  event: { type, occurredOn: '2026-05-28', data: content } as NewEvent['event'],
  schemaVersion: 1,
  meta: { actor: { user: 'clerk', unit: null }, commandId: randomUUID() },
});
const recorded = (code: string, text: string): Promise<unknown> =>
  office.store.append(`project-${code}`, 0, [
    fact('ProjectRecorded', { code, title: code }),
    fact('ProgressReported', { text }),
  ]);

it('who is erased was looked at, chosen, and typed once more; the look is remembered by reference', async () => {
  await recorded('a', '电话 13800000001');
  await recorded('c', '电话 13800000001 与 13800000002');
  const wanted = ['13800000001'];
  const { people } = await ask(office, OPERATOR, showPerson, { wanted });
  expect(people).toMatchObject([{ facts: 2, fields: ['text'], projects: [{ name: 'a' }, { name: 'c' }] }]);
  expect((await office.looks.page(null, 1))[0]).toMatchObject({ what: 'person', subject: people[0]!.person });

  const asked = { wanted, persons: [people[0]!.person], reason: '本人申请', typed: wanted[0]! };
  const refusal = (change: object): Promise<unknown> =>
    eraseFor(office, OPERATOR, { ...asked, ...change }).catch(({ code }: { code: string }) => code);
  expect(await refusal({ typed: '13800000002' })).toBe('confirmation-differs');
  expect(await refusal({ persons: ['nobodyatallhere1'] })).toBe('person-otherwise');
  expect(await refusal({ reason: '13800000001 申请' })).toBe('reason-names-person');
  const narrow = { ...OPERATOR, scope: { kind: 'unit' as const, units: [] } };
  await expect(eraseFor(office, narrow, asked)).rejects.toMatchObject({ code: 'erasure-beyond-scope' });
  expect(await office.store.readStream('people')).toHaveLength(0);

  expect(await eraseFor(office, OPERATOR, asked)).toMatchObject({ ok: true, erased: asked.persons });
  const [last] = await office.personal.opened.readStreamBack('project-c', null, 1);
  expect(JSON.stringify(last!.event)).toContain('13800000002'); // others stay
  expect(await refusal({})).toBe('person-otherwise'); // erased meanwhile
}, 600_000);

it('a key that is gone without an erasure is found, and a key that is restored is well again', async () => {
  const stream = 'project-b';
  await office.store.append(stream, 'any', [
    fact('ProjectRecorded', { code: 'B', title: '仓储项目' }),
    fact('ProgressReported', { text: '电话 15900001111' }),
  ]);
  const [person] = (await erasePerson(office, { wanted: ['15900001111'], confirmed: null })).people;
  expect(await verifyLog(office, {})).toMatchObject({ ok: true });
  await office.pool.query('create table lost as select * from person_key where person = $1', [person!.person]);
  await office.pool.query('delete from person_key where person = $1', [person!.person]);
  const [last] = await office.store.readStreamBack(stream, null, 1);
  expect(await verifyLog(office, {})).toMatchObject({
    ok: false,
    firstBad: { position: Number(last!.position), stream: last!.stream, version: last!.version, what: 'key-missing' },
  });
  expect((await examine(office)).checks.find(({ name }) => name === 'log')).toMatchObject({ ok: false });
  await office.pool.query('insert into person_key select * from lost; drop table lost');
  expect(await verifyLog(office, {})).toMatchObject({ ok: true });
}, 600_000);

it('who decides an erasure is an account that may', async () => {
  const account = (user: string, roles: Role[]) =>
    office.identity.createAccount(
      readCommand(CreateAccount, { user, name: user, roles, scope: 'all', password: 'River-boat-42' }),
      OPERATOR,
    );
  const administrator = await account('zhang', ['admin']);
  await account('li', ['admin']);
  await account('shen', ['auditor']);
  expect(await deciderOf(office, 'zhang')).toEqual({ user: 'zhang', unit: null });
  for (const login of ['nobody', 'shen'])
    await expect(deciderOf(office, login)).rejects.toMatchObject({ code: 'decider-unknown' });
  await office.identity.changeAccount(
    administrator.account.id,
    readCommand(ChangeAccount, { name: 'zhang', roles: ['admin'], scope: 'all', disabled: true }),
    OPERATOR,
  );
  await expect(deciderOf(office, 'zhang')).rejects.toMatchObject({ code: 'decider-unknown' });
}, 600_000);

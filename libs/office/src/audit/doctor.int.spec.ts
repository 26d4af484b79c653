import { readCommand } from '#domain';
import { CreateAccount } from '#identity';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { e } from '../../../../test/support/project-facts.ts';
import { examine } from './doctor.ts';

let b: Bureau;
beforeAll(async () => {
  b = await bureau();
  await b.record('A', [e('ProjectRecorded', '2023-05-10', { code: 'A', title: 'A', unit: '一局' })]);
});
afterAll(() => b.close());

const unwell = async (): Promise<readonly string[]> =>
  (await examine(b.office)).checks.filter(({ ok }) => !ok).map(({ name }) => name);

it('finds nothing at a sound installation, and names every check', async () => {
  const { ok, checks } = await examine(b.office);
  expect(checks.filter((one) => !one.ok)).toEqual([]);
  expect(ok).toBe(true);
  expect(checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['database', 'log', 'reach', 'set aside', 'read model', 'calendar', 'reminders']),
  );
  expect(checks.every(({ whatToDo }) => whatToDo === null)).toBe(true);
});

it('finds an account that was deleted in the database and still stands in the log', async () => {
  const { identity, pool } = b.office;
  const account = { user: 'li', name: '李', roles: ['clerk'], scope: 'all', password: 'River-boat-42' };
  await identity.createAccount(readCommand(CreateAccount, account), { user: 'root', unit: null });
  expect(await unwell()).toEqual([]);
  await pool.query(`create table as_it_was as table account; delete from account where user_name = 'li'`);
  const { checks } = await examine(b.office);
  expect(checks.find(({ name }) => name === 'log')).toMatchObject({
    ok: false,
    detail: expect.stringContaining('account-changed') as string,
  });
  await pool.query('insert into account select * from as_it_was');
  expect(await unwell()).toEqual([]);
});

it('names a record that was changed, and says what to do', async () => {
  await b.office.pool.query(
    `update event set data = jsonb_set(data::jsonb, '{title}', '"B"')::json where type = 'ProjectRecorded'`,
  );
  const { ok, checks } = await examine(b.office);
  expect(ok).toBe(false);
  expect(checks.find(({ name }) => name === 'log')).toMatchObject({
    ok: false,
    detail: expect.stringContaining('project-A') as string,
    whatToDo: expect.stringContaining('backup') as string,
  });
});

it('names a log that is shorter than what was read of it', async () => {
  await b.office.pool.query('update reminder_checkpoint set position = position + 1000');
  expect(await unwell()).toContain('reach');
});

it('what cannot be looked at is not well, and the other checks go on', async () => {
  await b.office.pool.query('alter table reminder_watch rename to gone');
  const names = await unwell();
  expect(names).toContain('reminders');
  expect(names).not.toContain('database');
});

import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { beyondLog, checkLogReach } from './log-reach.ts';

let t: TestApi;
beforeAll(async () => {
  t = await testApi();
  const cookie = await t.signedIn('root', ['admin']);
  await t.http().post('/api/projects').set('cookie', cookie).send({ title: '轴承项目' }).expect(201);
  await t.office.projects.catchUp();
  await t.office.matters.catchUp();
  await t.office.reminders.catchUp();
  await t.office.projects.followUps.catchUp();
}, 600_000);
afterAll(() => t.close());

/** Each reader of the log, and how it is set ahead of it. */
const READERS: Readonly<Record<string, string>> = {
  'project and matter lists: 1000000': `update projection_checkpoint set position = $1 where name = 'matter'`,
  'reminders: 1000000': 'update reminder_checkpoint set position = $1',
  'follow-ups: 1000000': 'update follower set position = $1',
};

it('a log that reaches as far as its readers is served', async () => {
  expect(await beyondLog(t.office)).toBeNull();
});

it.each(Object.entries(READERS))('a log shorter than what was read of it is not served: %s', async (told, ahead) => {
  const { pool } = t.office;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(ahead, ['1000000']);
    const there = { ...t.office, pool: client as never };
    expect(await beyondLog(there)).toContain(told);
    await expect(checkLogReach(there)).rejects.toMatchObject({ code: 'log-too-short' });
  } finally {
    await client.query('rollback');
    client.release();
  }
});

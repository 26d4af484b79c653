import { randomUUID } from 'node:crypto';
import { readCommand, PROJECT_COMMANDS, type ProjectCommand, type ProjectCommandType } from '#domain';
import { commandHandler, setAside } from '#event-store';
import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { projectAggregate } from './project-aggregate.ts';

let t: TestApi;
let admin: string;
beforeAll(async () => {
  t = await testApi();
  admin = await t.signedIn('root', ['admin']);
});
afterAll(() => t.close());

const contracted = (amount: string) => ({ amount, currency: 'CNY' });
/** A command as the server gives it, and the server dies before anything else happens. */
const giveAndDie = async (project: string, type: ProjectCommandType, body: object): Promise<void> => {
  const command = readCommand(PROJECT_COMMANDS[type] as new () => ProjectCommand, body);
  const id = randomUUID();
  await commandHandler(
    t.office.store,
    projectAggregate,
    0,
  )({
    projectId: project,
    command,
    actor: { user: 'x', unit: null },
    key: { prefix: `${id}/`, id: `${id}/1` },
    visible: { all: true },
    circumstances: await t.office.circumstances(),
    rules: await t.office.rules(),
  });
};
const signed = async (id: string, amount: string): Promise<void> => {
  await giveAndDie(id, 'RecordProject', { code: id, title: `项目${id}`, unit: '01' });
  await giveAndDie(id, 'SignContract', { contracted: contracted(amount), agreedStart: '2030-01-01' });
};
const types = async (id: string) => (await t.office.store.readStream(`project-${id}`)).map(({ event }) => event.type);

it('a split and a merge that were cut off in the middle are finished from the log, once', async () => {
  await signed('whole', '100.00');
  await giveAndDie('whole', 'SplitProject', {
    children: [{ id: 'part', code: 'P-1', title: '一期', contracted: contracted('60.00') }],
    rest: contracted('40.00'),
  });
  await signed('other', '5.00');
  await giveAndDie('whole', 'MergeProjects', { absorbed: 'other', contracted: contracted('5.00') });
  expect([await types('part'), (await types('other')).length]).toEqual([[], 2]);
  await t.office.projects.followUps.catchUp();
  await t.office.projects.followUps.catchUp();
  await t.office.projects.followUps.follow(await t.office.store.readStream('project-whole')); // given again, also by the request itself
  expect([await types('part'), (await types('other')).slice(2)]).toEqual([['ProjectSplitOff'], ['ProjectAbsorbed']]);
});

it('a split whose child cannot be recorded is set aside for all to see, and what comes after it is followed', async () => {
  await signed('torn', '100.00');
  const { version } = (await t.office.store.readStream('project-torn')).at(-1)!;
  await t.office.store.append('project-torn', version, [
    {
      id: randomUUID(),
      event: {
        type: 'ProjectSplit',
        occurredOn: '2026-01-05',
        data: {
          children: [{ id: 'torn-1', code: '', title: '', contracted: contracted('60.00') }],
          rest: contracted('40.00'),
        },
      } as never,
      schemaVersion: 2,
      meta: { actor: { user: 'x', unit: null }, commandId: randomUUID() },
    },
  ]);
  await signed('after', '5.00');
  await giveAndDie('whole', 'MergeProjects', { absorbed: 'after', contracted: contracted('5.00') });
  await t.office.projects.followUps.catchUp();
  expect((await types('after')).at(-1)).toBe('ProjectAbsorbed');
  expect((await setAside(t.office.pool, 'follow-ups')).map(({ stream }) => stream)).toEqual(['project-torn']);
});

it('an issue at the city’s level puts its project on the list for the city, until the last such issue is closed', async () => {
  const post = async (url: string, body: object) =>
    (await t.http().post(url).set('cookie', admin).send(body)).body as { id: string };
  const second = await t.signedIn('second', ['supervisor']);
  const listed = async () => {
    await t.office.projects.catchUp();
    return (
      (await t.http().get('/api/lists/city-coordination').set('cookie', admin).expect(200)).body as {
        rows: { id: string }[];
      }
    ).rows.map(({ id }) => id);
  };
  const { id } = await post('/api/issues', {
    project: 'whole',
    factor: 'land',
    text: '用地指标不足',
    level: 'district',
  });
  expect(await listed()).toEqual([]);
  await post(`/api/issues/${id}/commands/assign-issue`, { unit: '01' });
  await post(`/api/issues/${id}/commands/escalate-issue`, { level: 'city', reason: '跨区指标' });
  expect(await listed()).toEqual(['whole']);
  await post(`/api/issues/${id}/commands/resolve-issue`, { text: '指标已下达' });
  await t
    .http()
    .post(`/api/issues/${id}/commands/record-return-visit`)
    .set('cookie', second)
    .send({ satisfied: true, text: '企业满意' })
    .expect(200);
  await post(`/api/issues/${id}/commands/close-issue`, {});
  expect(await listed()).toEqual([]);
});

it('the project stays on the list for the city while a second such issue is open, whoever looked at issues between, and comes back with a reopened one', async () => {
  const post = async (url: string, body: object, cookie = admin) =>
    (await t.http().post(url).set('cookie', cookie).send(body)).body as { id: string };
  const tags = async () => {
    const { body } = await t.http().get('/api/projects/whole').set('cookie', admin).expect(200);
    return (body as { state: { tags: string[] } }).state.tags;
  };
  const third = await t.signedIn('third', ['supervisor']);
  const raised = () => post('/api/issues', { project: 'whole', factor: 'land', text: '用地', level: 'city' });
  const closed = async (id: string): Promise<void> => {
    await post(`/api/issues/${id}/commands/assign-issue`, { unit: '01' });
    await post(`/api/issues/${id}/commands/resolve-issue`, { text: '已下达' });
    await post(`/api/issues/${id}/commands/record-return-visit`, { satisfied: true, text: '满意' }, third);
    await post(`/api/issues/${id}/commands/close-issue`, {});
  };
  const [one, two] = [await raised(), await raised()];
  await closed(one.id);
  expect(await tags()).toEqual(['市级协调']);
  await closed(two.id);
  expect(await tags()).toEqual([]);
  await post(`/api/issues/${two.id}/commands/reopen-issue`, { reason: '反复' });
  expect(await tags()).toEqual(['市级协调']);
});

it('a split and a merge are refused before anything of them is stored where a project that they name does not allow it', async () => {
  await signed('base', '10.00');
  const give = async (command: string, body: object) =>
    (await t.http().post(`/api/projects/base/commands/${command}`).set('cookie', admin).send(body)).body as {
      code: string;
    };
  const child = { id: 'new', code: 'N-1', title: '二期', contracted: contracted('4.00') };
  const rest = contracted('6.00');
  expect(await give('split-project', { children: [{ ...child, id: 'whole' }], rest })).toMatchObject({
    code: 'child-exists',
  });
  expect(await give('split-project', { children: [{ ...child, code: 'whole' }], rest })).toMatchObject({
    code: 'child-exists',
  });
  expect(await give('merge-projects', { absorbed: '根本不存在的项目' })).toMatchObject({ code: 'project-unknown' });
  expect(await give('merge-projects', { absorbed: 'base' })).toMatchObject({ code: 'absorbed-itself' });
  expect(await types('base')).toEqual(['ProjectRecorded', 'ContractSigned']);
});

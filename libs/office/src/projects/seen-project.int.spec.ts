import { isoDate, schemaVersionOf } from '#domain';
import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let admin: string;
beforeAll(async () => {
  t = await testApi();
  admin = await t.signedIn('root', ['admin']);
}, 600_000);
afterAll(() => t.close());

const registered = async (code: string): Promise<string> => {
  const answer = await t
    .http()
    .post('/api/projects')
    .set('cookie', admin)
    .send({ code, title: `项目${code}` });
  return (answer.body as { projectId: string }).projectId;
};
const asked = (path: string) => t.http().get(path).set('cookie', admin).expect(200);

it('whatever is asked of a project, its history is read once', async () => {
  const id = await registered('A');
  const { store } = t.office;
  const { readStream } = store;
  const read: string[] = [];
  const counting: typeof readStream = (stream, after) => {
    read.push(stream);
    return readStream(stream, after);
  };
  Object.assign(store, { readStream: counting });
  try {
    for (const what of ['', '/history', '/explain', '/pauses', '/checklist']) await asked(`/api/projects/${id}${what}`);
  } finally {
    Object.assign(store, { readStream });
  }
  expect(read.filter((stream) => stream === `project-${id}`)).toHaveLength(5);
}, 600_000);

it('every look at a project is a fact of the log, once however often and in how many parts it is opened', async () => {
  const id = await registered('B');
  const today = t.office.today();
  for (const asOf of ['', `?asOf=${today}`])
    for (const part of ['', '/explain', '/pauses', '']) await asked(`/api/projects/${id}${part}${asOf}`);
  await asked(`/api/projects/${id}/checklist`);
  await asked(`/api/projects/${id}/history`);
  await t.http().get('/api/projects/none').set('cookie', admin).expect(404); // what is refused is not seen
  const { looks } = (await asked('/api/audit/looks')).body as {
    looks: { id: number; what: string; subject: string; asOf: string | null; user: string }[];
  };
  expect(looks.filter(({ subject }) => subject === id).map(({ what, asOf }) => [what, asOf])).toEqual([
    ['history', null],
    ['checklist', null],
    ['project', today],
    ['project', null],
  ]);
  const facts = await t.office.store.readStream('looks');
  expect(facts.map(({ version }) => version).reverse()).toEqual(looks.map((look) => look.id));
  expect((await asked(`/api/audit/looks?before=${looks[1]!.id}&limit=1`)).body).toEqual({ looks: [looks[2]] });
}, 600_000);

it('a look that the log cannot take now does not keep anybody from the answer, and is written with the next one', async () => {
  const id = await registered('C');
  const { store } = t.office;
  const { append } = store;
  Object.assign(store, { append: () => Promise.reject(new Error('the disk is full')) });
  try {
    await asked(`/api/projects/${id}`);
  } finally {
    Object.assign(store, { append });
  }
  await asked(`/api/projects/${id}/history`);
  const { looks } = (await asked('/api/audit/looks')).body as { looks: { what: string; subject: string }[] };
  expect(
    looks
      .filter(({ subject }) => subject === id)
      .map(({ what }) => what)
      .sort(),
  ).toEqual(['history', 'project']);
}, 600_000);

it('the telephone of a firm is read by who works with projects, and masked for who only looks', async () => {
  const contact = '王经理 13812345678';
  const imported = { importId: 'import', sheet: '台账', row: 2, kept: { 联系电话: contact } };
  await t.office.store.append('project-kept', 0, [
    {
      id: '5f0c8a44-0d0e-4a0b-9a53-6a4f7a2f0a01',
      event: {
        type: 'ProjectRecorded',
        occurredOn: isoDate('2024-01-31'),
        data: { code: 'K', title: '轴承', extra: { 企业联系人: contact } },
      },
      schemaVersion: schemaVersionOf('ProjectRecorded'),
      meta: { actor: { user: 'root', unit: null }, commandId: 'kept', imported },
    },
  ]);
  const readBy = async (cookie: string) => {
    const get = (path: string) => t.http().get(path).set('cookie', cookie).expect(200);
    const { state } = (await get('/api/projects/kept')).body as { state: { extra: object } };
    const { events } = (await get('/api/projects/kept/history')).body as {
      events: { data: { extra: object }; imported: { kept: object } }[];
    };
    return [state.extra, events[0]!.data.extra, events[0]!.imported.kept];
  };
  const told = (said: string) => [{ 企业联系人: said }, { 企业联系人: said }, { 联系电话: said }];
  expect(await readBy(await t.signedIn('clerk', ['clerk']))).toEqual(told(contact));
  for (const role of ['leader', 'auditor'] as const)
    expect(await readBy(await t.signedIn(role, [role]))).toEqual(told('王经理 138****5678'));
}, 600_000);

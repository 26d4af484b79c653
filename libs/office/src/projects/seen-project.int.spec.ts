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

it('every way to look at the past of a project is remembered, and no look at today', async () => {
  const id = await registered('B');
  const today = t.office.today();
  for (const past of ['', '/explain', '/pauses']) await asked(`/api/projects/${id}${past}?asOf=${today}`);
  for (const now of ['', '/explain', '/pauses']) await asked(`/api/projects/${id}${now}`);
  const { looks } = (await asked('/api/audit/looks')).body as { looks: { subject: string; asOf: string }[] };
  expect(looks.filter(({ subject }) => subject === id).map(({ asOf }) => asOf)).toEqual([today, today, today]);
}, 600_000);

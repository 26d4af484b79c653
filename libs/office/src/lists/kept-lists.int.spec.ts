import { rebuildProjects } from '#projections';
import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let admin: string;
beforeAll(async () => {
  t = await testApi();
  admin = await t.signedIn('root', ['admin']);
}, 600_000);
afterAll(() => t.close());

const asked = async <Body>(path: string): Promise<Body> =>
  (await t.http().get(path).set('cookie', admin).expect(200)).body as Body;

const registered = async (code: string): Promise<string> => {
  const { body } = await t
    .http()
    .post('/api/projects')
    .set('cookie', admin)
    .send({ code, title: `项目${code}` });
  return (body as { projectId: string }).projectId;
};

interface Page {
  readonly position: number;
  readonly total: number;
  readonly rows: readonly { readonly name: string }[];
}
const listed = async (): Promise<Page & { readonly titles: readonly string[] }> => {
  const page = await asked<Page>('/api/lists/live');
  return { ...page, titles: page.rows.map(({ name }) => name).sort() };
};

const rename = (title: string): Promise<unknown> => t.office.pool.query('update project_span set title = $1', [title]);

it('a page of a list is found once until a project changes, however many looks are written, and never outlives a rebuild', async () => {
  const id = await registered('A');
  await t.office.projects.catchUp();
  await rename('what a broken table says');
  const first = await listed();
  expect(first.titles).toEqual(['what a broken table says']);

  await rename('not asked for again');
  await asked(`/api/projects/${id}`); // a look
  await t.office.projects.catchUp();
  const second = await listed();
  expect(second.titles).toEqual(first.titles);
  expect(second.position).toBeGreaterThan(first.position); // it stands on the look too

  await rebuildProjects(t.office.pool, t.office.store, t.office.rules);
  expect((await listed()).titles).toEqual(['项目A']);

  await registered('B');
  await t.office.projects.catchUp();
  expect((await listed()).titles).toEqual(['项目A', '项目B']);
  expect((await asked<{ live: { total: number } }>('/api/cockpit')).live.total).toBe(2);
}, 600_000);

it('what was found for one who sees everything is not what another unit is shown, be it asked at the same moment', async () => {
  const clerk = await t.signedIn('elsewhere', ['clerk'], { scope: 'unit', unit: '02' });
  const totals = async (cookie: string): Promise<readonly number[]> => {
    const answers = await Promise.all(
      ['/api/lists/live', '/api/cockpit', '/api/indicators?period=2026&metric=leads'].map((path) =>
        t.http().get(path).set('cookie', cookie).expect(200),
      ),
    );
    const [list, cockpit, table] = answers.map(({ body }) => body as unknown) as [
      { readonly total: number },
      { readonly live: { readonly total: number } },
      { readonly total: { readonly figures: { readonly leads: { readonly value: string } } } },
    ];
    return [list.total, cockpit.live.total, Number(table.total.figures.leads.value)];
  };
  const all = await totals(admin);
  expect(all).toEqual([2, 2, 2]);
  expect(await Promise.all([totals(clerk), totals(admin), totals(clerk)])).toEqual([[0, 0, 0], all, [0, 0, 0]]);
}, 600_000);

import { randomUUID } from 'node:crypto';
import { testApi, type TestApi } from '../support/api.ts';
import { sampleBody, type Operation, type Schema } from '../support/sample-body.ts';
import { pause } from '../support/soon.ts';
import { begun } from '../support/streams.ts';

const CROWD = 64;
jest.setTimeout(600_000);

let t: TestApi;
let admin: string;
let project: string;
const projects = new Set<string>();

const post = (path: string, body: object, key: string = randomUUID()) =>
  t.http().post(path).set('cookie', admin).set('idempotency-key', key).send(body);
/** Who is told to come again does: on a slow machine all connections may be at work for longer than one waits. */
const patiently = async <T extends { readonly status: number }>(one: () => PromiseLike<T>): Promise<T> => {
  for (const end = Date.now() + 240_000; ; await pause(100)) {
    const answer = await one();
    if (answer.status !== 503 || Date.now() > end) return answer;
  }
};
const atOnce = <T extends { readonly status: number }>(
  count: number,
  one: (index: number) => PromiseLike<T>,
): Promise<T[]> => Promise.all(Array.from({ length: count }, (_, index) => patiently(() => one(index))));
const failures = (answers: readonly { readonly status: number; readonly text: string }[]): readonly string[] =>
  answers.filter(({ status }) => status >= 500).map(({ status, text }) => `${status} ${text}`);

const routes = (verb: 'get' | 'post') =>
  Object.entries(t.api.document.paths).flatMap(([path, verbs]) => {
    const operation = (verbs as Record<string, Operation>)[verb];
    return operation === undefined ? [] : [{ path, operation }];
  });
const schemas = (): Readonly<Record<string, Schema>> => t.api.document.components!.schemas as Record<string, Schema>;
const filled = (path: string): string =>
  path
    .replace('/lists/{name}', '/lists/signed')
    .replaceAll(/\{kind\}/g, 'issue')
    .replaceAll(/\{[^}]+\}/g, project);

beforeAll(async () => {
  t = await testApi();
  admin = await t.signedIn('root', ['admin']);
  await post('/api/organisation/import', { rows: [{ row: 2, code: '01', name: '招商局', kind: '招商机构' }] }).expect(
    200,
  );
  project = ((await post('/api/projects', { title: '首个项目', unit: '01' }).expect(201)).body as { projectId: string })
    .projectId;
  projects.add(project);
});
afterAll(() => t.close());

it(`stores every project of ${CROWD} that are registered at the same moment, and lists them all`, async () => {
  const answers = await atOnce(CROWD, (n) =>
    post('/api/projects', { title: `同时登记${n}`, code: `T-${n}`, unit: '01' }),
  );
  expect(answers.map(({ status, text }) => (status === 201 ? 'stored' : text))).toEqual(answers.map(() => 'stored'));
  for (const { body } of answers) projects.add((body as { projectId: string }).projectId);
  expect(projects.size).toBe(CROWD + 1);
  const position = Math.max(...answers.map(({ body }) => (body as { position: number }).position));
  const list = await t.http().get(`/api/lists/leads?limit=200&atLeast=${position}`).set('cookie', admin).expect(200);
  expect(list.body).toMatchObject({ total: CROWD + 1 });
});

it('gives one number to one project, however many ask for it at the same moment', async () => {
  const answers = await atOnce(CROWD, (n) => post('/api/projects', { title: `争用${n}`, code: 'SAME', unit: '01' }));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: CROWD - 1 }, () => 409)]);
});

it('does a command once that is sent sixteen times at the same moment, and answers each', async () => {
  const key = randomUUID();
  const said = await atOnce(16, () => post(`/api/projects/${project}/commands/report-progress`, { text: '一次' }, key));
  expect(failures(said)).toEqual([]);
  expect(said.map(({ body }) => (body as { version: number }).version)).toEqual(said.map(() => 2));
  const made = await atOnce(16, () => post('/api/projects', { title: '一次登记', unit: '01' }, `${key}-made`));
  expect(failures(made)).toEqual([]);
  expect(new Set(made.map(({ body }) => (body as { projectId: string }).projectId)).size).toBe(1);
});

it(`answers every page that ${CROWD} people open at the same moment`, async () => {
  for (const { path, operation } of routes('get')) {
    const answers = await atOnce(CROWD, () => begun(operation, t.http().get(filled(path)).set('cookie', admin)));
    expect([path, failures(answers)]).toEqual([path, []]);
  }
});

it(`answers every form that makes something, where ${CROWD} people send it at the same moment`, async () => {
  const forms = routes('post').filter(
    ({ path, operation }) => '201' in operation.responses && !path.startsWith('/api/session'),
  );
  expect(forms.length).toBeGreaterThan(5);
  for (const { path, operation } of forms) {
    const answers = await atOnce(CROWD, (n) => post(filled(path), sampleBody(operation, schemas(), n)));
    expect([path, failures(answers)]).toEqual([path, []]);
  }
});

it('refuses, rather than stands still, where work that holds a connection asks for another', async () => {
  const { pool } = t.office;
  const { inTransaction } = await import('#database');
  await expect(inTransaction(pool, () => pool.query('select 1'))).rejects.toThrow('by work that holds one');
  await expect(inTransaction(pool, () => t.office.projects.catchUp())).rejects.toThrow('by work that holds one');
});

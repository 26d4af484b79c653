import { MAY, type Role } from '#identity';
import { testApi, type TestApi } from '../support/api.ts';
import { chance } from '../simulation/chance.ts';

jest.setTimeout(600_000);

const SEED = Number(process.env['VISIBILITY_SEED'] ?? 20_260_302);
const UNITS = ['01', '0101', '0102', '02', '0201', '03'];
const OFFICE = '90'; // issues the orders: nobody's scope but that of who sees everything
const ROLES: readonly Role[] = ['supervisor', 'clerk', 'leader', 'auditor'];
const PEOPLE = ['p-one', 'p-two', 'p-three'];
const PROJECTS = 14;

let t: TestApi;
let admin: string;
const projects: string[] = [];
const issues = new Map<string, string>(); // by project
const orders = new Map<string, string>();
const { one: pick, often } = chance(SEED);

const send = async (cookie: string, url: string, body: object, headers: Record<string, string> = {}) =>
  (await t.http().post(url).set('cookie', cookie).set(headers).send(body)) as {
    status: number;
    body: { projectId?: string; id?: string; code?: string };
  };
const answered = async <Answer>(cookie: string, url: string): Promise<{ status: number; body: Answer }> =>
  (await t.http().get(url).set('cookie', cookie)) as { status: number; body: Answer };

beforeAll(async () => {
  t = await testApi();
  admin = await t.signedIn('root', ['admin']);
  const rows = UNITS.map((code, row) => ({
    row: row + 2,
    code,
    name: code.length === 4 ? '招商组' : `${code}局`, // units of one name
    ...(code.length === 4 ? { parent: code.slice(0, 2) } : {}),
  }));
  const all = [...rows, { row: 90, code: OFFICE, name: '督查室' }];
  expect((await send(admin, '/api/organisation/import', { rows: all })).status).toBe(200);
  for (const person of PEOPLE) await t.signedIn(person, ['leader'], { name: '同名人', scope: 'own-projects' });
  for (let n = 0; n < PROJECTS; n += 1) {
    const made = await send(admin, '/api/projects', {
      title: `可见性${n}`,
      code: `V-${n}`,
      unit: pick([...UNITS, '招商组', '01局']),
    });
    const id = made.body.projectId!;
    projects.push(id);
    if (often(0.5))
      await send(admin, `/api/projects/${id}/commands/assign-owner`, {
        leader: pick([`@${pick(PEOPLE)}`, '同名人']),
        ...(often(0.5) ? { steward: `@${pick(PEOPLE)}` } : {}),
      });
    if (often(0.4))
      await send(admin, `/api/projects/${id}/commands/request-transfer`, { toUnit: pick(UNITS), reason: '属地' });
    const order = { project: id, rule: '逾期', unit: OFFICE };
    orders.set(id, (await send(admin, '/api/orders', order)).body.id!);
    issues.set(id, (await send(admin, '/api/issues', { project: id, factor: 'land', text: '缺地' })).body.id!);
  }
});
afterAll(() => t.close());

type Rows = { rows: readonly { id: string }[] };
type Way = (cookie: string) => Promise<readonly string[]>;

const listed =
  (url: string): Way =>
  async (cookie) =>
    (await answered<Rows>(cookie, url)).body.rows.map(({ id }) => id);
/** The projects of which a reminder stands in the ledger. */
const reminded: Way = async (cookie) => {
  const { rows } = (await answered<{ rows: { project: { id: string } }[] }>(cookie, '/api/reminders?limit=500')).body;
  return [...new Set(rows.map(({ project }) => project.id))];
};
/** Those at which an address of their own answers; everything else must be "not there". */
const opened =
  (path: (project: string) => string): Way =>
  async (cookie) => {
    const seen: string[] = [];
    for (const project of projects) {
      const { status } = await answered(cookie, path(project));
      expect([200, 404]).toContain(status);
      if (status === 200) seen.push(project);
    }
    return seen;
  };
/** A command on a version that was never there: who sees the project hears so, to everybody else there is no project. */
const commanded: Way = async (cookie) => {
  const seen: string[] = [];
  for (const project of projects) {
    const url = `/api/projects/${project}/commands/report-progress`;
    const { status, body } = await send(cookie, url, { text: '一行' }, { 'if-match': '"99"' });
    if (status !== 404) seen.push(project);
    else expect(body.code).toBe('project-unknown');
  }
  return seen;
};
const WAYS: Readonly<Record<string, Way>> = {
  list: listed('/api/lists/leads?limit=200'),
  'list of the past': listed(`/api/lists/leads?limit=200&asKnown=2199-01-01T00:00:00Z`),
  search: listed(`/api/search?q=${encodeURIComponent('可见性')}&limit=100`),
  page: opened((project) => `/api/projects/${project}`),
  explanation: opened((project) => `/api/projects/${project}/explain`),
  history: opened((project) => `/api/projects/${project}/history`),
  checklist: opened((project) => `/api/projects/${project}/checklist`),
  issue: opened((project) => `/api/issues/${issues.get(project)!}`),
  order: opened((project) => `/api/orders/${orders.get(project)!}`),
  reminders: reminded,
  command: commanded,
};

it(`whoever asks, every way to see a project agrees with every other (seed ${SEED})`, async () => {
  const callers = [
    { scope: 'all' },
    ...UNITS.flatMap((unit) => [
      { unit, scope: 'unit' },
      { unit, scope: 'unit-and-below' },
    ]),
    { scope: 'units', units: [pick(UNITS), pick(UNITS)] },
  ];
  const asked = await Promise.all(
    callers.map(async (more, n) => {
      const role = pick(ROLES);
      return { role, cookie: await t.signedIn(`caller-${n}`, [role], more) };
    }),
  );
  for (const person of PEOPLE) {
    const { headers } = await t.http().post('/api/session').send({ user: person, password: 'River-boat-42' });
    asked.push({ role: 'leader', cookie: String([headers['set-cookie']].flat()[0]).split(';')[0]! });
  }
  const sizes = new Set<number>();
  for (const [n, { role, cookie }] of asked.entries()) {
    const seen = [...(await WAYS['page']!(cookie))].sort();
    sizes.add(seen.length);
    for (const [way, see] of Object.entries(WAYS))
      if (way !== 'command' || MAY[role].includes('record-facts'))
        expect([n, way, [...(await see(cookie))].sort()]).toEqual([n, way, seen]);
  }
  expect(sizes.size).toBeGreaterThan(3); // they do not all see the same
});

import { reminderProcess } from '#reminders';
import { reminderTools } from '../../../../libs/office/src/reminders/reminder-tools.ts';
import { cookieOf, PASSWORD, testApi, type TestApi } from '../../../../test/support/api.ts';
import { begun } from '../../../../test/support/streams.ts';

jest.setTimeout(600_000);

/** What a question can be narrowed by: a value of each name that gets an answer somewhere. */
const NARROWED: Readonly<Record<string, string>> = {
  period: '2026',
  month: '2026-03',
  by: 'unit',
  key: '01',
  of: 'region',
  unit: '01',
  from: '2026-03-02',
  to: '2026-05-01',
  asOf: '2026-04-30',
  asKnown: '2026-12-31T00:00:00Z',
  colour: 'red',
  q: '甲',
  leader: '@part-own',
  name: '甲项目',
  year: '2026',
  days: '30',
};
const NAMES: Readonly<Record<string, string>> = { '/lists/': 'leads', '/reports/': 'circular', '/figures/': 'started' };

interface Operation {
  readonly responses?: Readonly<Record<string, unknown>>;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean }[];
}

let t: TestApi;
let clock = Date.parse('2026-03-02T02:00:00Z');
const cookies: Record<string, string> = {};
const given = async (url: string, body: object): Promise<string> => {
  const { status, body: answer } = await t.http().post(url).set('cookie', cookies['all']!).send(body);
  expect([url, answer, status]).toEqual([url, answer, status < 300 ? status : 200]);
  return (answer as { projectId?: string }).projectId ?? '';
};

beforeAll(async () => {
  t = await testApi({}, () => new Date(clock));
  cookies['all'] = await t.signedIn('all', ['admin']);
  const rows = [
    { row: 2, code: '01', name: '甲局' },
    { row: 3, code: '02', name: '乙局' },
  ];
  await given('/api/organisation/import', { rows });
  const projects: string[] = [];
  for (const [title, unit] of [
    ['甲项目', '01'],
    ['乙项目', '02'],
  ] as const)
    projects.push(await given('/api/projects', { title, code: `K-${unit}`, unit }));
  clock = Date.parse('2026-05-01T02:00:00Z'); // nobody answered the leads: the supervision office is told
  await reminderProcess(reminderTools(t.office), { set: async () => undefined }).wake();
  cookies['all'] = cookieOf(await t.http().post('/api/session').send({ user: 'all', password: PASSWORD }));
  for (const id of projects)
    await given(`/api/projects/${id}/commands/open-negotiation`, { class: 'standard', occurredOn: '2026-04-20' });
  for (const [user, more] of Object.entries({
    'part-unit': { unit: '01', scope: 'unit' },
    'part-units': { scope: 'units', units: ['01'] },
    'part-own': { scope: 'own-projects' },
    everything: {},
  }))
    cookies[user] = await t.signedIn(user, ['supervisor', 'auditor'], more);
});
afterAll(() => t.close());

/** A question of each route: as it is asked at least, and with one more thing at a time by which it can be narrowed. */
const questions = (): readonly (readonly [Operation, string])[] =>
  Object.entries(t.api.document.paths).flatMap(([path, { get }]) => {
    if (get === undefined) return [];
    const operation = get as Operation;
    const named = Object.keys(NAMES).find((part) => path.includes(part));
    const url = path.replace(/\{\w+\}/g, named === undefined ? 'none' : NAMES[named]!);
    const [must, may] = [true, false].map((required) =>
      (operation.parameters ?? []).filter((one) => one.in === 'query' && (one.required === true) === required),
    );
    const asked = (names: readonly string[]) =>
      `${url}?${String(new URLSearchParams(names.map((name): [string, string] => [name, NARROWED[name] ?? '1'])))}`;
    const least = must!.map(({ name }) => name);
    return [least, ...may!.map(({ name }) => [...least, name])].map((names) => [operation, asked(names)] as const);
  });

it('every question that is answered to who sees all is answered, or refused, to who sees a part', async () => {
  const answered = async (who: string, [operation, url]: readonly [Operation, string]): Promise<number> =>
    (await begun(operation, t.http().get(url).set('cookie', cookies[who]!))).status;
  expect(questions().length).toBeGreaterThan(250);
  for (const question of questions()) {
    const status = await answered('everything', question);
    expect([question[1], status < 500]).toEqual([question[1], true]);
    for (const who of ['part-unit', 'part-units', 'part-own'])
      if (status === 200)
        expect([who, question[1], [200, 403, 404]]).toEqual([
          who,
          question[1],
          expect.arrayContaining([await answered(who, question)]),
        ]);
  }
});

it('two days of a list tell who sees a part what left it', async () => {
  const url = '/api/lists/leads/compare?from=2026-03-15&to=2026-05-01';
  const left = async (who: string): Promise<readonly string[]> =>
    (
      (await t.http().get(url).set('cookie', cookies[who]!).expect(200)).body as {
        left: { project: { code: string } }[];
      }
    ).left.map(({ project }) => project.code);
  expect(await left('everything')).toEqual(['K-01', 'K-02']);
  expect(await left('part-unit')).toEqual(['K-01']);
  expect(await left('part-own')).toEqual([]);
});

it('what the supervision office is told lies in the inbox of those who supervise all, not of those who supervise a part', async () => {
  const told = async (who: string, url: string): Promise<readonly (string | undefined)[]> => {
    const { body } = await t.http().get(url).set('cookie', cookies[who]!).expect(200);
    const { rows, groups } = body as Record<'rows' | 'groups', { project: { code: string } | null }[] | undefined>;
    return [...new Set((rows ?? groups)!.map(({ project }) => project?.code))].sort();
  };
  for (const url of ['/api/inbox', '/api/inbox/groups']) {
    expect(await told('everything', url)).toEqual(['K-01', 'K-02']);
    expect(await told('part-units', url)).toEqual([]);
    expect(await told('part-own', url)).toEqual([]);
  }
  expect(await told('part-units', '/api/reminders')).toEqual(['K-01']);
});

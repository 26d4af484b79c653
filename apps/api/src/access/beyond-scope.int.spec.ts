import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
const cookies: Record<string, string> = {};
const ids: Record<string, string> = {};

const post = async (who: string, url: string, body: object) => {
  const { status, body: answer } = await t.http().post(url).set('cookie', cookies[who]!).send(body);
  return { status, ...(answer as { code?: string; projectId?: string; id?: string; events?: string[] }) };
};
const get = async (who: string, url: string): Promise<number> =>
  (await t.http().get(url).set('cookie', cookies[who]!)).status;
const give = (who: string, project: string, command: string, body: object = {}) =>
  post(who, `/api/projects/${ids[project] ?? project}/commands/${command}`, body);

beforeAll(async () => {
  t = await testApi();
  cookies['boss'] = await t.signedIn('boss', ['admin', 'supervisor', 'clerk']);
  const units = [
    { row: 2, code: '01', name: '甲局' },
    { row: 3, code: '02', name: '乙局' },
  ];
  await post('boss', '/api/organisation/import', { rows: units });
  cookies['jia'] = await t.signedIn('jia', ['supervisor', 'clerk'], { unit: '01', scope: 'unit' });
  cookies['yi'] = await t.signedIn('yi', ['supervisor', 'clerk'], { unit: '02', scope: 'unit' });
  for (const [who, code] of [
    ['jia', 'A-1'],
    ['yi', 'B-1'],
  ] as const) {
    ids[code] = (await post(who, '/api/projects', { title: `项目${code}`, code })).projectId!;
    await give(who, code, 'sign-contract', {
      number: `HT-${code}`,
      contracted: { amount: '100000000.00', currency: 'CNY' },
      agreedStart: '2030-01-01',
    });
  }
});
afterAll(() => t.close());

it('what names a project that one does not see is refused like one that is not there, whatever the way', async () => {
  for (const project of [ids['B-1']!, 'no-such-project']) {
    const tries = {
      issue: await post('jia', '/api/issues', { project, factor: 'land', text: '缺地', level: 'city' }),
      order: await post('jia', '/api/orders', { project, rule: '逾期', unit: '01' }),
      merge: await give('jia', 'A-1', 'merge-projects', { absorbed: project }),
      item: await post('jia', `/api/checklists/${project}/commands/add-item`, { text: '补件' }),
    };
    for (const [way, { status, code }] of Object.entries(tries))
      expect([way, status, code]).toEqual([way, 404, 'project-unknown']);
  }
  const { id } = await post('jia', '/api/meetings', {
    title: '例会',
    kind: 'scheduling',
    plannedOn: '2026-05-07',
    unit: '01',
  });
  const agenda = { items: [{ project: ids['B-1'], name: '乙' }], asOf: '2026-05-06', logPosition: '1' };
  expect((await post('jia', `/api/meetings/${id!}/commands/set-agenda`, agenda)).code).toBe('project-unknown');
  expect((await give('yi', 'B-1', 'report-progress', { text: '一切照旧' })).status).toBe(200); // nothing ended or paused it
});

it('an order for one’s own unit about a foreign project does not let pause that project’s clock', async () => {
  const { id } = await post('boss', '/api/orders', { project: ids['B-1'], rule: '协办', unit: '01' });
  const excuse = { until: '2030-12-31', reason: '等一等', clock: 'agreed-start' };
  expect((await post('jia', `/api/orders/${id!}/commands/accept-order-excuse`, excuse)).code).toBe('project-unknown');
});

it('nobody registers in another unit’s name, or gives a project away that the other has not accepted', async () => {
  expect(await post('jia', '/api/projects', { title: '冒名', code: 'X-1', unit: '02' })).toMatchObject({
    status: 403,
    code: 'unit-beyond-scope',
  });
  expect(await give('jia', 'A-1', 'assign-owner', { unit: '02' })).toMatchObject({ code: 'unit-beyond-scope' });
});

it('a transfer is accepted by the unit that is asked, which sees the project from then on and does nothing else before', async () => {
  expect(await get('yi', `/api/projects/${ids['A-1']!}`)).toBe(404);
  expect((await give('jia', 'A-1', 'request-transfer', { toUnit: '02', reason: '属地' })).status).toBe(200);
  expect(await give('jia', 'A-1', 'accept-transfer')).toMatchObject({
    status: 403,
    code: 'transfer-accepted-by-giver',
  });
  expect(await get('yi', `/api/projects/${ids['A-1']!}`)).toBe(200);
  expect(await give('yi', 'A-1', 'report-progress', { text: '抢先' })).toMatchObject({ code: 'transfer-not-accepted' });
  expect((await give('yi', 'A-1', 'accept-transfer')).status).toBe(200);
  expect((await give('yi', 'A-1', 'report-progress', { text: '接手' })).status).toBe(200);
  expect(await get('jia', `/api/projects/${ids['A-1']!}`)).toBe(404);
});

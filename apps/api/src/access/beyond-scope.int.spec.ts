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

const convening = (unit: string) => ({ title: '例会', kind: 'scheduling', plannedOn: '2099-05-07', unit });

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

it('nobody claims, convenes, lists or sets targets in another unit’s name, nor what is the whole bureau’s', async () => {
  const list = { month: '2026-05', asOf: '2026-05-06', position: '1', items: [] };
  const target = { metric: 'signed', issuer: '市', year: 2030, count: 5 };
  const tries = (unit: string | undefined) => ({
    claim: ['/api/projects/' + ids['C-1']! + '/commands/claim-first-contact', { unit }],
    meeting: ['/api/meetings', { ...convening('01'), unit }],
    list: ['/api/scheduling-lists', { ...list, unit }],
    target: ['/api/targets', { ...target, unit }],
  });
  ids['C-1'] = (await post('jia', '/api/projects', { title: '项目C-1', code: 'C-1' })).projectId!;
  for (const [way, [url, body]] of Object.entries(tries('02')))
    expect([way, await post('jia', url as string, body as object)]).toMatchObject([way, { code: 'unit-beyond-scope' }]);
  const { claim: _claim, ...ofAll } = tries(undefined);
  const definition = { definition: { name: 'x' } };
  const bureau = {
    ...ofAll,
    close: ['/api/periods/close', { month: '2026-05' }],
    reopen: ['/api/periods/reopen', { month: '2026-05', reason: '漏报', approver: '@boss' }],
    definition: ['/api/definitions', definition],
    draft: ['/api/definitions/drafts', definition],
    board: ['/api/boards', { board: { name: 'x' } }],
  };
  for (const [way, [url, body]] of Object.entries(bureau))
    expect([way, await post('jia', url as string, body as object)]).toMatchObject([
      way,
      { status: 403, code: 'bureau-beyond-scope' },
    ]);
  for (const [way, [url, body]] of Object.entries(tries('01')))
    expect([way, (await post('jia', url as string, body as object)).status < 300]).toEqual([way, true]);
});

it('a meeting follows one that its convener sees; what was given there is told to nobody else, however long the chain', async () => {
  const convene = async (who: string, previous?: string) =>
    post(who, '/api/meetings', {
      ...convening(who === 'jia' ? '01' : '02'),
      ...(previous === undefined ? {} : { previous }),
    });
  const foreign = (await convene('yi')).id!;
  for (const previous of [foreign, 'nonsense', '../x'])
    expect(await convene('jia', previous)).toMatchObject({ status: 404, code: 'matter-unknown' });
  await post('yi', `/api/meetings/${foreign}/commands/hold-meeting`, { attendees: ['乙'] });
  await post('yi', `/api/meetings/${foreign}/commands/assign-task`, { text: '机密', unit: '02', due: '2099-06-01' });
  const between = (await post('boss', '/api/meetings', { ...convening('01'), previous: foreign })).id!;
  await post('boss', `/api/meetings/${between}/commands/call-off-meeting`, { reason: '改期' });
  const own = (await convene('jia', between)).id!;
  const tasks = async (who: string) =>
    (
      (await t.http().get(`/api/meetings/${own}/changes`).set('cookie', cookies[who]!)).body as {
        tasks: { text: string }[];
      }
    ).tasks.map(({ text }) => text);
  expect([await tasks('boss'), await tasks('jia')]).toEqual([['机密'], []]);
});

it('an agenda that says no position of the log is refused, and its meeting goes on', async () => {
  const { id } = await post('jia', '/api/meetings', convening('01'));
  const url = `/api/meetings/${id!}/commands/set-agenda`;
  const agenda = { items: [{ project: ids['C-1'], name: '丙' }], asOf: '2026-05-06' };
  for (const logPosition of ['-1', 'abc', '1e3', '0x10', ' 1', '１２', '9223372036854775808', ''])
    expect([logPosition, await post('jia', url, { ...agenda, logPosition })]).toMatchObject([
      logPosition,
      { status: 400, code: 'invalid-request' },
    ]);
  expect((await post('jia', url, { ...agenda, logPosition: '4104' })).status).toBe(200);
  expect(await get('jia', `/api/meetings/${id!}/changes`)).toBe(200);
});

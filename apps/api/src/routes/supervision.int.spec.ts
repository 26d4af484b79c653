import { CLOCK_NAMES, COLOURS } from '#domain';
import { cookieOf, PASSWORD, testApi, type TestApi } from '../../../../test/support/api.ts';
import { mismatches, type Schemas } from '../../../../test/support/matches-schema.ts';

type Answer = Record<string, unknown>;
let t: TestApi;
let clock = Date.parse('2026-03-02T02:00:00Z');
const cookies: Record<string, string> = {};
const USERS: Readonly<Record<string, string>> = { clerk: 'li', office: 'zhao', leader: 'wang' };
const at = async (day: string): Promise<void> => {
  clock = Date.parse(`${day}T02:00:00Z`);
  for (const [who, user] of Object.entries(USERS))
    cookies[who] = cookieOf(await t.http().post('/api/session').send({ user, password: PASSWORD }).expect(200));
};
beforeAll(async () => {
  t = await testApi({}, () => new Date(clock));
  cookies['clerk'] = await t.signedIn('li', ['clerk'], { unit: '0101' });
  cookies['office'] = await t.signedIn('zhao', ['supervisor', 'admin']);
  cookies['leader'] = await t.signedIn('wang', ['leader'], { name: '王领导' });
  await post('office', '/api/organisation/import', {
    rows: [
      { row: 2, code: '01', name: '招商局', kind: '招商机构' },
      { row: 3, code: '0101', name: '一组', kind: '任务单位', parent: '01' },
    ],
  });
});
afterAll(() => t.close());

const post = async (who: string, url: string, body: object, status?: number): Promise<Answer> => {
  const answer = await t.http().post(url).set('cookie', cookies[who]!).send(body);
  if (status === undefined ? answer.status >= 300 : answer.status !== status)
    throw new Error(`${url} ${answer.status} ${answer.text}`);
  return answer.body as Answer;
};
const get = async <A = Answer>(who: string, url: string, route = url.replace(/\?.*$/, '')): Promise<A> => {
  await t.office.projects.catchUp();
  const { body } = await t.http().get(url).set('cookie', cookies[who]!).expect(200);
  const operation = (
    t.api.document.paths as Record<
      string,
      Record<string, { responses: Record<string, { content: Record<string, { schema: object }> }> }>
    >
  )[route]!['get']!;
  expect([
    url,
    mismatches(
      body,
      Object.values(operation.responses['200']!.content)[0]!.schema,
      t.api.document.components!.schemas as Schemas,
    ),
  ]).toEqual([url, []]);
  return body as A;
};

const projects: Record<string, string> = {};
const signed = async (code: string, agreedStart: string): Promise<void> => {
  const { projectId } = await post('clerk', '/api/projects', { title: `项目${code}`, code, unit: '0101' });
  projects[code] = projectId as string;
  await post('clerk', `/api/projects/${projects[code]}/commands/assign-owner`, {
    unit: '0101',
    leader: '王领导',
    steward: 'li',
  });
  await post('clerk', `/api/projects/${projects[code]}/commands/sign-contract`, {
    contracted: { amount: '600000000.00', currency: 'CNY' },
    agreedStart,
  });
};

it('the monthly scheduling list is frozen as the backlog stood, numbered, closed off item by item, and what is open is carried over', async () => {
  await signed('A', '2026-03-20');
  await signed('B', '2026-09-01');
  await t.office.projects.catchUp();
  await at('2026-04-01');
  const { id } = await post('office', '/api/scheduling-lists', { month: '2026-04' });
  const shown = await get('office', `/api/scheduling-lists/${id as string}`, '/api/scheduling-lists/{id}');
  expect(shown).toMatchObject({
    number: '调度〔2026〕1号',
    state: 'issued',
    known: {
      asOf: '2026-04-01',
      items: [
        {
          line: {
            code: 'A',
            colour: 'yellow',
            clock: 'agreed-start',
            daysLate: 12,
            responsible: '王领导',
            carriedOver: false,
          },
        },
        { line: { code: 'B', colour: 'blue', clock: 'no-progress' } },
      ],
    },
  });
  await post('clerk', `/api/projects/${projects['A']}/commands/report-progress`, {
    text: '已进场',
    nextStep: '五月开工',
  });
  expect((await get('office', `/api/scheduling-lists/${id as string}`, '/api/scheduling-lists/{id}'))['known']).toEqual(
    shown['known'],
  ); // frozen
  await post('office', `/api/scheduling-lists/${id as string}/commands/close-off-item`, {
    project: projects['B'],
    text: '已协调',
    basis: '会议纪要〔2026〕3号',
  });
  await post('office', `/api/scheduling-lists/${id as string}/commands/close-scheduling-list`, {});
  await at('2026-05-06');
  const next = await post('office', '/api/scheduling-lists', { month: '2026-05' });
  const { known, number } = (await get(
    'office',
    `/api/scheduling-lists/${next['id'] as string}`,
    '/api/scheduling-lists/{id}',
  )) as { known: { items: { line: Answer }[] }; number: string };
  expect([number, known.items.map(({ line }) => [line['code'], line['carriedOver']])]).toEqual([
    '调度〔2026〕2号',
    [
      ['B', false],
      ['A', true],
    ],
  ]); // B, silent since March, turns red before A does
});

it('a list of a month that is over holds the backlog of its last day; one of a month to come is refused', async () => {
  const { id } = await post('office', '/api/scheduling-lists', { month: '2026-03', unit: '0101' });
  const { known } = await get('office', `/api/scheduling-lists/${id as string}`, '/api/scheduling-lists/{id}');
  expect(known).toMatchObject({ month: '2026-03', asOf: '2026-03-31' });
  const { body } = await t
    .http()
    .post('/api/scheduling-lists')
    .set('cookie', cookies['office']!)
    .send({ month: '2026-06' })
    .expect(422);
  expect(body).toMatchObject({ code: 'scheduling-month-ahead' });
});

it('a meeting takes its agenda from a list, gives tasks with dates, and says what changed since the last one', async () => {
  const { id } = await post('office', '/api/meetings', {
    title: '四月调度会',
    kind: 'scheduling',
    plannedOn: '2026-05-07',
    list: 'signed-not-started',
  });
  await post('office', `/api/meetings/${id as string}/commands/set-agenda`, {});
  const { known } = await get<{
    known: { agenda: { items: { colour?: string; clock?: string; daysLate?: number }[] } };
  }>('office', `/api/meetings/${id as string}`, '/api/meetings/{id}');
  for (const item of known.agenda.items)
    expect([COLOURS, [...CLOCK_NAMES, undefined]]).toEqual([
      expect.arrayContaining([item.colour]),
      expect.arrayContaining([item.clock]),
    ]); // codes, to be worded where they are shown
  await post('office', `/api/meetings/${id as string}/commands/hold-meeting`, { attendees: ['王领导'] });
  await post('office', `/api/meetings/${id as string}/commands/assign-task`, {
    text: '协调用地',
    unit: '0101',
    people: ['li'],
    due: '2026-05-20',
    project: projects['A'],
  });
  await at('2026-05-08');
  await post('clerk', `/api/projects/${projects['A']}/commands/report-start`, {});
  await post('office', `/api/projects/${projects['A']}/commands/certify-start`, {});
  await signed('C', '2026-12-01');
  await t.office.projects.catchUp();
  const { id: second } = await post('office', '/api/meetings', {
    title: '五月调度会',
    kind: 'scheduling',
    plannedOn: '2026-06-01',
    list: 'signed-not-started',
    previous: id,
  });
  await post('office', `/api/meetings/${second as string}/commands/set-agenda`, {});
  const changes = await get('office', `/api/meetings/${second as string}/changes`, '/api/meetings/{id}/changes');
  expect(changes).toMatchObject({
    since: { meeting: id },
    entered: [{ name: '项目C' }],
    left: [{ name: '项目A' }],
    tasks: [{ task: '1', text: '协调用地', state: 'open', due: '2026-05-20' }],
    changed: [
      { project: { name: '项目A' }, facts: [{ type: 'StartReported' }, { type: 'StartCertified' }] },
      { project: { name: '项目C' }, colour: { before: null, now: 'green' } },
    ],
  });
  expect((changes['changed'] as { project: { name: string } }[]).map(({ project }) => project.name)).toEqual([
    '项目A',
    '项目C',
  ]);
});

it('a meeting that will not take place is moved or called off with a reason, stays listed, and is passed over by the next one’s changes', async () => {
  const [before] = (await get('office', '/api/meetings'))['rows'] as { id: string; title: string }[];
  const meeting = { kind: 'scheduling', plannedOn: '2026-06-08', list: 'signed-not-started' };
  const { id } = await post('office', '/api/meetings', { ...meeting, title: '六月调度会', previous: before!.id });
  const own = `/api/meetings/${id as string}/commands`;
  await post('office', `${own}/set-agenda`, {});
  await post('clerk', `${own}/call-off-meeting`, { reason: '防汛' }, 403);
  await post('office', `${own}/call-off-meeting`, {}, 400);
  expect(
    await post('office', `${own}/reschedule-meeting`, { plannedOn: '2026-06-08', reason: '防汛' }, 422),
  ).toMatchObject({ code: 'meeting-day-unchanged' });
  await post('office', `${own}/reschedule-meeting`, { plannedOn: '2026-06-15', reason: '防汛' });
  await post('office', `${own}/call-off-meeting`, { reason: '并入七月' });
  expect(await post('office', `${own}/hold-meeting`, { attendees: ['王领导'] }, 422)).toMatchObject({
    code: 'wrong-state',
  });
  expect(await get('office', `/api/meetings/${id as string}`, '/api/meetings/{id}')).toMatchObject({
    state: 'called-off',
    open: false,
    allowed: [],
    known: {
      plannedOn: '2026-06-15',
      rescheduled: [{ before: '2026-06-08', plannedOn: '2026-06-15', reason: '防汛' }],
      calledOff: { reason: '并入七月' },
    },
  });
  expect(
    ((await get('office', '/api/meetings?state=called-off'))['rows'] as { id: string }[]).map((row) => row.id),
  ).toEqual([id]);
  const { id: next } = await post('office', '/api/meetings', { ...meeting, title: '七月调度会', previous: id });
  expect(
    (await get('office', `/api/meetings/${next as string}/changes`, '/api/meetings/{id}/changes'))['since'],
  ).toMatchObject({ meeting: before!.id });
});

it('lists of issues and meetings are narrowed to a level or kind, page by page', async () => {
  const raised = async (text: string, level: string): Promise<string> =>
    (await post('clerk', '/api/issues', { project: projects['C'], factor: 'land', text, level }))['id'] as string;
  const [unit, city, alsoCity] = [
    await raised('围挡', 'unit'),
    await raised('指标', 'city'),
    await raised('能耗', 'city'),
  ];
  const idsOf = async (url: string, route?: string): Promise<string[]> =>
    ((await get('office', url, route))['rows'] as { id: string }[]).map((row) => row.id).sort();
  expect(await idsOf('/api/issues?level=city')).toEqual([city, alsoCity].sort());
  expect(await idsOf('/api/issues?level=unit&open=true')).toEqual([unit]);
  expect(await idsOf('/api/issues?level=district')).toEqual([]);
  const first = await get('office', '/api/issues?level=city&limit=1');
  expect(
    [
      ...(first['rows'] as { id: string }[]).map((row) => row.id),
      ...(await idsOf(`/api/issues?level=city&limit=1&cursor=${first['next'] as string}`)),
    ].sort(),
  ).toEqual([city, alsoCity].sort());
  await post('office', '/api/meetings', { title: '复盘', kind: 'review', plannedOn: '2026-07-01' });
  expect((await get('office', '/api/meetings?level=review'))['rows']).toMatchObject([
    { title: { zh: '复盘', en: '复盘' }, level: 'review' },
  ]);
});

it('what is overdue, what names a person and what carries certain words is found among the matters, in any order of the words', async () => {
  await at('2026-05-11');
  const { id: issue } = await post('clerk', '/api/issues', {
    project: projects['C'],
    factor: 'land',
    text: '红线未划',
  });
  await post('office', `/api/issues/${issue as string}/commands/assign-issue`, { unit: '0101', people: ['li'] });
  await post('office', '/api/orders', { project: projects['C'], unit: '0101', people: ['li'], rule: '桩基未进场' });
  const found = async (url: string, route?: string): Promise<string[]> =>
    ((await get('office', url, route))['rows'] as { title: { zh: string } }[]).map(({ title }) => title.zh);
  const words = (text: string): string => encodeURIComponent(text);
  expect(await found('/api/orders?overdue=true')).toEqual([]);
  await at('2026-05-27');
  expect(await found('/api/orders?overdue=true')).toEqual(['项目C：桩基未进场']); // its receipt was due on 14 May
  expect(await found('/api/issues?overdue=true')).toEqual(['项目C：红线未划']); // those that nobody was given have no day
  expect(await found(`/api/issues?q=${words('红线')}`)).toEqual(['项目C：红线未划']);
  expect(await found(`/api/issues?q=${words('划 项目C')}`)).toEqual(['项目C：红线未划']);
  expect(await found(`/api/issues?q=${words('红未')}`)).toEqual([]); // both characters occur, but not side by side
  expect(await found(`/api/issues?q=${words('100%')}`)).toEqual([]);
  expect(await found(`/api/orders?q=${words('督办〔2026〕')}&open=true`)).toEqual(['项目C：桩基未进场']);
  expect(await found('/api/issues?q=LI')).toEqual(['项目C：红线未划']); // by who has it
  expect(await found('/api/issues?person=li')).toEqual(['项目C：红线未划']);
  expect(await found(`/api/issues?person=${words('王领导')}`)).toEqual([]);
});

it('orders, a matter and a leader’s view are shown as they stood on a past day, and as was known then', async () => {
  const find = async (time: string): Promise<Answer | undefined> =>
    ((await get('office', `/api/orders?q=${encodeURIComponent('桩基')}${time}`))['rows'] as Answer[])[0];
  const order = (await find(''))!;
  const own = `/api/orders/${order['id'] as string}`;
  await post('clerk', `${own}/commands/acknowledge-order`, {});
  const told = ({ state, version }: Answer) => [state, version];
  const stateOf = async (time: string) => told(await get('office', `${own}?${time}`, '/api/orders/{id}'));
  expect(await stateOf('')).toEqual(['received', 2]);
  expect(told((await find('&asOf=2026-05-20'))!)).toEqual(['issued', 1]);
  expect(await stateOf('asOf=2026-05-20')).toEqual(['issued', 1]);
  expect(await stateOf('asKnown=2026-05-20T00:00:00Z')).toEqual(['issued', 1]);
  expect(await find('&asOf=2026-05-10')).toBeUndefined();
  await t.http().get(`${own}?asOf=2026-05-10`).set('cookie', cookies['office']!).expect(404);
  const leader = async (time: string) => {
    const { answersFor, since } = await get('leader', `/api/leader?${time}`);
    return [answersFor, since];
  };
  expect(await leader('asOf=2026-02-01')).toEqual([0, '2026-01-18']);
  expect((await leader(''))[0]).toBe(3);
  expect((await get('office', '/api/leaders?asOf=2026-02-01'))['leaders']).toEqual([]);
});

it('the leaders to choose from are those who answer for live projects', async () =>
  expect(await get('office', '/api/leaders')).toEqual({ leaders: [{ name: '王领导', projects: 3 }] }));

it('a checklist ticks itself from facts and takes by hand only what no fact can tell, with evidence and a second person', async () => {
  const url = `/api/projects/${projects['A']}/checklist`;
  const states = async () =>
    Object.fromEntries(
      ((await get('clerk', url, '/api/projects/{id}/checklist'))['items'] as { key: string; state: string }[]).map(
        ({ key, state }) => [key, state],
      ),
    );
  expect(await states()).toMatchObject({
    'contract-signed': 'done',
    'start-certified': 'done',
    'statistics-entered': 'open',
  });
  const own = `/api/checklists/${projects['A']}/commands`;
  expect(
    await post('clerk', `${own}/report-item`, { key: 'start-certified', text: 'x', evidence: [{ kind: '照片' }] }, 422),
  ).toMatchObject({ code: 'item-told-by-events' });
  await post('office', `${own}/add-item`, { key: 'fence', text: '围挡完成', due: '2026-05-30', owner: 'li' });
  await post('clerk', `${own}/report-item`, {
    key: 'fence',
    text: '已完成',
    evidence: [{ kind: '照片', number: '1' }],
  });
  expect(await states()).toMatchObject({ fence: 'reported' });
  await post('office', `${own}/verify-item`, { key: 'fence', accepted: true });
  expect(await states()).toMatchObject({ fence: 'done' });
  const { projects: all } = (await get('leader', '/api/units/01/checklist?limit=2', '/api/units/{code}/checklist')) as {
    projects: { project: { code: string } }[];
  };
  expect(all.map(({ project }) => project.code)).toEqual(['A', 'B']);
});

it('the checklists of a unit are shown as they stood on a past day: nothing that came later', async () => {
  const shown = async (asked: string) =>
    JSON.stringify(await get('leader', `/api/units/01/checklist?asOf=${asked}`, '/api/units/{code}/checklist'));
  expect(await shown('2026-05-27')).toContain('"fence"');
  expect(await shown('2026-05-26')).toContain('"start-certified"');
  expect(await shown('2026-05-26')).not.toContain('"fence"');
});

it('a leader sees what to answer for, what is late and what changed', async () => {
  await at('2026-09-20');
  const view = await get('leader', '/api/leader?since=2026-05-01');
  expect(view).toMatchObject({
    leader: '王领导',
    answersFor: 3,
    late: { rows: expect.arrayContaining([expect.objectContaining({ code: 'B' })]) },
  });
  expect((view['changed'] as { project: { name: string } }[]).map(({ project }) => project.name)).toEqual(
    expect.arrayContaining(['项目A', '项目B', '项目C']),
  );
});

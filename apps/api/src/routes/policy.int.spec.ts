import { DEFAULT_POLICY, type IsoDate } from '#domain';
import { mismatches, type Schemas } from '../../../../test/support/matches-schema.ts';
import { commandKey } from '../../../../libs/office/src/command-key.ts';
import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let admin: string;
let park: string;
let project: string;
let lead: string;
const NOW = new Date('2026-01-05T02:00:00Z'); // a Monday

const made = async (title: string, unit: string, body: object): Promise<{ id: string; position: number }> => {
  const { projectId, position } = (
    await t
      .http()
      .post('/api/projects')
      .set('cookie', admin)
      .send({ title, unit, ...body })
      .expect(201)
  ).body as { projectId: string; position: number };
  return { id: projectId, position };
};
const send = (path: string, body: object, headers: Record<string, string> = {}, cookie = admin) =>
  t.http().post(path).set('cookie', cookie).set(headers).send(body);
const asDocumented = (route: string, verb: string, status: number, body: unknown): void => {
  const operation = (
    t.api.document.paths as Record<
      string,
      Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
    >
  )[route]![verb]!;
  expect(
    mismatches(
      body,
      Object.values(operation.responses[String(status)]!.content!)[0]!.schema,
      t.api.document.components!.schemas as Schemas,
    ),
  ).toEqual([]);
};

beforeAll(async () => {
  t = await testApi({}, () => NOW);
  admin = await t.signedIn('root', ['admin']);
  await send('/api/organisation/import', {
    rows: [
      { row: 2, code: '01', name: '招商局', kind: '招商机构' },
      { row: 3, code: '02', name: '产业园', kind: '园区', parent: '01' },
    ],
  });
  park = await t.signedIn('park', ['clerk'], { scope: 'unit', unit: '02' });
  ({ id: project } = await made('轴承项目', '02', { occurredOn: '2025-06-02' }));
  // Agreed for 1 December 2025: on 5 January 2026 it is 35 days late, orange.
  await send(`/api/projects/${project}/commands/sign-contract`, {
    occurredOn: '2025-11-20',
    contracted: { amount: '1000000.00', currency: 'CNY' },
    agreedStart: '2025-12-01',
  }).expect(200);
  ({ id: lead } = await made('线索', '01', { occurredOn: '2026-01-05' }));
});
afterAll(() => t.close());

const colours = async () => {
  const { body } = await t
    .http()
    .get(`/api/lists/signed-not-started?atLeast=${Number(await t.office.store.head())}`)
    .set('cookie', admin)
    .expect(200);
  return (body as { rows: { id: string; colour: string }[] }).rows.map(({ id, colour }) => [id, colour]);
};
const sharper = {
  ...DEFAULT_POLICY,
  validFrom: undefined,
  scale: { blueDaysBefore: 30, yellowDaysLate: 1, orangeDaysLate: 8, redDaysLate: 15 },
};

it('a draft is laid over the past, changes nothing, and once published colours the lists at once', async () => {
  expect(await colours()).toEqual([[project, 'orange']]);
  const drafted = await send('/api/policy/drafts', { policy: sharper, note: '收紧' }, { 'idempotency-key': 'first' });
  asDocumented('/api/policy/drafts', 'post', 201, drafted.body);
  expect([drafted.status, drafted.body]).toMatchObject([201, { version: 1, draft: 1, policy: null, repeated: false }]);
  expect(
    (await send('/api/policy/drafts', { policy: sharper, note: '收紧' }, { 'idempotency-key': 'first' })).body,
  ).toMatchObject({ draft: 1, repeated: true });
  expect(await colours()).toEqual([[project, 'orange']]);

  const replay = await send('/api/policy/drafts/1/replay', {});
  asDocumented('/api/policy/drafts/{draft}/replay', 'post', 200, replay.body);
  const { differences, counts, from, to } = replay.body as {
    from: string;
    to: string;
    counts: Record<string, number>;
    differences: { what: string; before: unknown; after: unknown; on: string; until: string | null; clock: string }[];
  };
  expect([from, to, counts['projects']]).toEqual(['2025-01-06', '2026-01-05', 1]);
  // Orange from the 8th day late, 9 December, and red from the 15th, 16 December; without the draft yellow until 31 December, orange since 1 January.
  expect(
    differences
      .filter(({ what, clock }) => what === 'colour' && clock === 'agreed-start')
      .map(({ before, after, on, until }) => [before, after, on, until]),
  ).toEqual([
    ['yellow', 'orange', '2025-12-09', '2025-12-15'],
    ['yellow', 'red', '2025-12-16', '2025-12-31'],
    ['orange', 'red', '2026-01-01', null],
  ]);

  const before = await t.http().get('/api/policy').set('cookie', park).expect(200);
  asDocumented('/api/policy', 'get', 200, before.body);
  expect([before.headers['etag'], before.body]).toMatchObject([
    '"1"',
    { version: 1, inForce: 1, drafts: [{ draft: 1, note: '收紧', publishedAs: null, by: { user: 'root' } }] },
  ]);

  expect((await send('/api/policy/drafts/1/publish', {})).body).toMatchObject({
    status: 400,
    code: 'invalid-if-match',
  });
  expect((await send('/api/policy/drafts/1/publish', {}, { 'if-match': '"7"' })).body).toMatchObject({
    status: 412,
    code: 'stale-version',
  });
  expect(await colours()).toEqual([[project, 'orange']]);
  const published = await send('/api/policy/drafts/1/publish', {}, { 'if-match': '"1"', 'idempotency-key': 'second' });
  asDocumented('/api/policy/drafts/{draft}/publish', 'post', 200, published.body);
  expect([published.status, published.headers['etag'], published.body]).toMatchObject([
    200,
    '"2"',
    { version: 2, draft: 1, policy: 2, validFrom: '2026-01-05', repeated: false },
  ]);
  expect(await colours()).toEqual([[project, 'red']]);
  expect((await t.http().get(`/api/projects/${project}/explain`).set('cookie', admin)).body).toMatchObject({
    colour: 'red',
    clocks: expect.arrayContaining([expect.objectContaining({ clock: 'agreed-start', policyVersion: 2 })]),
  });
  expect((await t.http().get(`/api/lists/signed-not-started?asOf=2026-01-04`).set('cookie', admin)).body).toMatchObject(
    { rows: [{ colour: 'orange' }] },
  ); // the past stays under the policy of its day

  expect(
    (await send('/api/policy/drafts/1/publish', {}, { 'if-match': '"1"', 'idempotency-key': 'second' })).body,
  ).toMatchObject({ policy: 2, repeated: true });
  expect((await send('/api/policy/drafts/1/publish', {}, { 'if-match': '"2"' })).body).toMatchObject({
    status: 409,
    code: 'draft-published',
  });
  expect((await t.http().get('/api/policy').set('cookie', admin)).body).toMatchObject({
    inForce: 2,
    policies: [
      { version: 1, by: null },
      { version: 2, draft: 1, by: { user: 'root' } },
    ],
    drafts: [{ publishedAs: 2 }],
  });
});

it('the policy in force, drafted again, differs in nothing', async () => {
  const { draft } = (await send('/api/policy/drafts', { policy: sharper })).body as { draft: number };
  expect(
    (await send(`/api/policy/drafts/${draft}/replay`, { from: '2025-01-01', to: '2026-01-05' })).body,
  ).toMatchObject({ differences: [], counts: { colour: 0, notice: 0, list: 0, due: 0, projects: 0 } });
});

it('a wrong policy is refused at its field, an unknown draft is not found, and only who keeps the policy changes it', async () => {
  expect((await send('/api/policy/drafts', { policy: { ...sharper, fundsPercent: 1.5 } })).body).toMatchObject({
    status: 422,
    code: 'policy-invalid',
    errors: [{ field: 'fundsPercent' }],
  });
  expect((await send('/api/policy/drafts', {})).status).toBe(422);
  for (const draft of ['99', '0', 'x', '1e3'])
    expect((await send(`/api/policy/drafts/${draft}/replay`, {})).body).toMatchObject({
      status: 404,
      code: 'draft-unknown',
    });
  expect((await send('/api/policy/drafts/1/replay', { from: '2026-02-01', to: '2026-01-01' })).body).toMatchObject({
    status: 422,
    code: 'window-invalid',
  });
  const notice = { year: 2027, off: { 元旦: ['2027-01-01'] }, worked: [] };
  for (const [path, body] of [
    ['drafts', { policy: sharper }],
    ['drafts/1/replay', {}],
    ['drafts/1/publish', {}],
    ['calendar', notice],
    ['calendar/replay', notice],
  ] as const)
    expect([path, (await send(`/api/policy/${path}`, body, { 'if-match': '"1"' }, park)).status]).toEqual([path, 403]);
});

it('a calendar says which deadlines it would move, and moves them when it is published', async () => {
  // The lead of Monday 5 January is to be acknowledged on Tuesday; the notice that replaces the year takes Tuesday off.
  const notice = { year: 2026, off: { 试: ['2026-01-06'] }, worked: [], notice: '试〔2026〕1号' };
  const due = async () =>
    (
      (await t.http().get(`/api/projects/${lead}/explain`).set('cookie', admin)).body as {
        clocks: { clock: string; due: string }[];
      }
    ).clocks.find(({ clock }) => clock === 'lead-response')!.due;
  expect(await due()).toBe('2026-01-06');
  const replay = await send('/api/policy/calendar/replay', notice);
  asDocumented('/api/policy/calendar/replay', 'post', 200, replay.body);
  expect(
    (replay.body as { differences: { what: string; before: string; after: string }[] }).differences.filter(
      ({ what }) => what === 'due',
    ),
  ).toMatchObject([{ project: { id: lead }, clock: 'lead-response', before: '2026-01-06', after: '2026-01-07' }]);
  expect(await due()).toBe('2026-01-06');
  const published = await send('/api/policy/calendar', notice);
  asDocumented('/api/policy/calendar', 'post', 200, published.body);
  expect(published.body).toMatchObject({ years: [2026], policy: null });
  expect(await due()).toBe('2026-01-07');
  const { calendar } = (await t.http().get('/api/policy').set('cookie', admin)).body as {
    calendar: { year: number; notice: string | null }[];
  };
  expect(calendar.find(({ year }) => year === 2026)).toMatchObject({ notice: '试〔2026〕1号', by: { user: 'root' } });
  expect((await send('/api/policy/calendar', { ...notice, worked: ['2026-02-30'] })).body).toMatchObject({
    status: 422,
    errors: [{ field: 'worked.0' }],
  });
});

it('what comes is shown of the projects that the caller may see, and of no other', async () => {
  const all = await t.http().get('/api/forward?days=90').set('cookie', admin).expect(200);
  asDocumented('/api/forward', 'get', 200, all.body);
  const rows = (body: unknown) => (body as { rows: { project: { id: string }; dues: object[] }[] }).rows;
  expect(
    rows(all.body)
      .map(({ project: { id } }) => id)
      .sort(),
  ).toEqual([project, lead].sort());
  expect(rows(all.body).find((row) => row.project.id === lead)).toMatchObject({
    dues: [{ clock: 'lead-response', on: '2026-01-07' }],
  });
  const mine = await t.http().get('/api/forward?days=90').set('cookie', park).expect(200);
  expect([rows(mine.body).map(({ project: { id } }) => id), (mine.body as { counts: object }).counts]).toMatchObject([
    [project],
    { projects: 1 },
  ]);
  const of = async (unit: string) =>
    rows((await t.http().get('/api/forward').query({ days: 90, unit }).set('cookie', admin).expect(200)).body)
      .map(({ project: { id } }) => id)
      .sort();
  expect([await of('01'), await of('02'), await of('产业园'), await of('03')]).toEqual([
    [project, lead].sort(),
    [project],
    [project],
    [],
  ]); // a unit with those below it
  expect((await t.http().get('/api/forward?days=31').set('cookie', admin)).status).toBe(400);
});

it('the account of a clock’s time names its pauses, for who may see the project', async () => {
  await send(`/api/projects/${project}/commands/accept-excuse`, {
    clock: 'agreed-start',
    occurredOn: '2026-01-05',
    until: '2026-01-09',
    reason: '管线迁改',
  }).expect(200);
  const { body } = await t.http().get(`/api/projects/${project}/pauses`).set('cookie', park).expect(200);
  asDocumented('/api/projects/{id}/pauses', 'get', 200, body);
  const agreed = (body as { clocks: { clock: string }[] }).clocks.find(({ clock }) => clock === 'agreed-start');
  expect(agreed).toMatchObject({
    budget: { given: 11, counted: 45, left: -34 },
    pauses: [{ from: '2026-01-05', to: '2026-01-09', days: 1, by: { event: 'ExcuseAccepted' } }],
  }); // standing still at 4 January, 34 days late
  await t.http().get(`/api/projects/${lead}/pauses`).set('cookie', park).expect(404);
});

const builtUnder = async (): Promise<string> =>
  (await t.office.pool.query<{ rules: string }>(`select rules from projection_checkpoint where name = 'project'`))
    .rows[0]!.rules;
const versionNow = async (): Promise<number> =>
  ((await t.http().get('/api/policy').set('cookie', admin)).body as { version: number }).version;

it('of two who publish on the same version one is told that the rules have changed, and notices published at once all count', async () => {
  const [first, second] = [
    (await send('/api/policy/drafts', { policy: { ...sharper, fundsPercent: 20 } })).body as { draft: number },
    (await send('/api/policy/drafts', { policy: { ...sharper, fundsPercent: 30 } })).body as { draft: number },
  ];
  const seen = `"${await versionNow()}"`;
  const answers = await Promise.all(
    [first, second].map(({ draft }) => send(`/api/policy/drafts/${draft}/publish`, {}, { 'if-match': seen })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const years = [2031, 2032, 2033];
  const notices = await Promise.all(
    years.map((year) => send('/api/policy/calendar', { year, off: { 元旦: [`${year}-01-01`] }, worked: [] })),
  );
  expect(notices.map(({ status }) => status)).toEqual([200, 200, 200]);
  const rules = await t.office.rules();
  expect([years.every((year) => rules.calendar.years.has(year)), await builtUnder()]).toEqual([true, rules.id]);
});

it('a publication that was cut off before the lists were renewed is finished by sending it again', async () => {
  const { body: me } = await t.http().get('/api/session').set('cookie', admin);
  const { account } = (me as { session: { account: string } }).session;
  const body = { type: 'PublishDraft', draft: 1 };
  const old = await builtUnder();
  const policy = { ...sharper, version: 9, validFrom: '2026-01-05', scale: DEFAULT_POLICY.scale };
  await t.office.store.append('policy-main', await versionNow(), [
    {
      id: '0b8e2c1e-6f0a-4a53-9d55-0f6b2a0f7c11',
      event: { type: 'PolicyPublished', occurredOn: '2026-01-05' as IsoDate, data: { policy, draft: 1 } },
      schemaVersion: 1,
      meta: { actor: { user: 'root', unit: null }, commandId: commandKey(account, 'cut-off', 'PublishDraft', body).id },
    },
  ]);
  expect(await builtUnder()).toBe(old);
  expect(
    (await send('/api/policy/drafts/1/publish', {}, { 'if-match': '"1"', 'idempotency-key': 'cut-off' })).body,
  ).toMatchObject({ policy: 9, repeated: true });
  expect([await builtUnder(), await colours()]).toEqual([(await t.office.rules()).id, [[project, 'orange']]]);
});

it('a draft is published with the first day that its publisher names, and not before the policy that it follows', async () => {
  const { draft } = (await send('/api/policy/drafts', { policy: { ...sharper, fundsPercent: 40 } })).body as {
    draft: number;
  };
  const publish = async (validFrom: string) =>
    (await send(`/api/policy/drafts/${draft}/publish`, { validFrom }, { 'if-match': `"${await versionNow()}"` }))
      .body as object;
  expect(await publish('2025-12-01')).toMatchObject({
    status: 422,
    code: 'policy-not-later',
    errors: [{ field: 'validFrom' }],
  });
  expect(await publish('soon')).toMatchObject({ status: 400, errors: [{ field: 'validFrom' }] });
  expect(await publish('2026-03-01')).toMatchObject({ policy: 10, validFrom: '2026-03-01', draft });
  expect((await t.http().get('/api/policy').set('cookie', admin)).body).toMatchObject({ inForce: 9 }); // until that day
});

it('a table of days off is read into a notice and publishes nothing; a table without its columns is refused', async () => {
  const read = (table: string, cookie = admin) =>
    t.http().post('/api/policy/calendar/read').set('cookie', cookie).attach('file', Buffer.from(table), '2040.csv');
  const before = await versionNow();
  const answer = await read('日期,类型,名称\n2040-01-01,休,元旦\n2040-01-02,休,元旦\n2040-01-07,班,\n');
  asDocumented('/api/policy/calendar/read', 'post', 200, answer.body);
  expect([answer.status, answer.body]).toEqual([
    200,
    { year: 2040, off: { 元旦: ['2040-01-01', '2040-01-02'] }, worked: ['2040-01-07'], notice: null },
  ]);
  expect((await read('日期,说明\n2040-01-01,休\n')).body).toMatchObject({ status: 422, code: 'columns-missing' });
  expect((await read('日期,类型\n2040-01-01,休\n', park)).status).toBe(403);
  expect(await versionNow()).toBe(before);
});

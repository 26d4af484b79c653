import { PROJECT_COMMAND_TYPES } from '#domain';
import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let clerk: string;
let supervisor: string;
beforeAll(async () => {
  t = await testApi();
  clerk = await t.signedIn('clerk', ['clerk']);
  supervisor = await t.signedIn('supervisor', ['supervisor']);
});
afterAll(() => t.close());

let count = 0;
const lead = (more: object = {}) => ({ code: `P-${(count += 1)}`, title: `轴承项目${count}`, ...more });
const post = (path: string, body: object, headers: Record<string, string> = {}, cookie = clerk) =>
  t.http().post(`/api/projects${path}`).set('cookie', cookie).set(headers).send(body);
const register = async (more: object = {}, cookie = clerk): Promise<string> =>
  (await post('', lead(more), {}, cookie).expect(201)).body.projectId as string;
const show = (id: string, cookie = clerk, query = '') =>
  t.http().get(`/api/projects/${id}${query}`).set('cookie', cookie);

it('a project goes from lead to arrived funds by commands, each answered with version and ETag', async () => {
  const id = await register();
  const give = async (command: string, body: object, cookie = clerk) =>
    (await post(`/${id}/commands/${command}`, body, {}, cookie).expect(200)).body as {
      version: number;
      events: string[];
    };
  expect((await give('screen-lead', { valuable: true })).events).toEqual(['LeadScreened']);
  await give('open-negotiation', { class: 'standard' });
  await give('sign-contract', {
    number: `HT-${id}`,
    contracted: { amount: '641000000.00', currency: 'CNY' },
    agreedStart: '2026-12-01',
  });
  await give('report-start', {});
  expect((await post(`/${id}/commands/certify-start`, {}).expect(403)).body.code).toBe('not-allowed'); // who reports does not certify
  await give('certify-start', { verifier: '督查室' }, supervisor);
  await give('report-arrival', {
    arrival: 'A-1',
    amount: { amount: '5000000.00', currency: 'CNY' },
    kind: 'equipment',
  });
  expect(await give('certify-arrival', { arrival: 'A-1' }, supervisor)).toMatchObject({
    version: 8,
    events: ['ArrivalCertified'],
    repeated: false,
  });

  const { body, headers } = await show(id).expect(200);
  expect(headers['etag']).toBe('"8"');
  expect(body).toMatchObject({
    id,
    version: 8,
    state: { phase: 'funding', contract: { contracted: { amount: '641000000.00', currency: 'CNY' } } },
  });
  const allowed = (body.allowed as { type: string }[]).map(({ type }) => type);
  expect(allowed).toContain('ReportArrival');
  expect(allowed).not.toContain('CertifyArrival');
  expect(allowed).not.toContain('RegisterLead');

  const history = (await t.http().get(`/api/projects/${id}/history`).set('cookie', clerk).expect(200)).body as {
    project: object;
    events: { type: string; version: number; hash: string; actor: object; basis: null }[];
  };
  expect(history.project).toEqual({
    id,
    code: (body.state as { code: string }).code,
    name: (body.state as { title: string }).title,
  });
  expect(history.events.map(({ type }) => type)).toEqual([
    'LeadRegistered',
    'LeadScreened',
    'NegotiationOpened',
    'ContractSigned',
    'StartReported',
    'StartCertified',
    'ArrivalReported',
    'ArrivalCertified',
  ]);
  expect(history.events[5]).toMatchObject({ version: 6, actor: { user: 'supervisor', unit: null }, basis: null });
  expect(history.events.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
});

it('the same idempotency key gives one project and one effect, also when both arrive at once', async () => {
  const body = lead();
  const headers = { 'idempotency-key': 'lead-1' };
  const [first, second] = await Promise.all([post('', body, headers), post('', body, headers)]);
  const third = await post('', body, headers);
  const answers = [first, second, third].map((one) => ({
    ...(one!.body as object),
    repeated: null,
    status: one!.status,
  }));
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  expect([first.body.repeated, second.body.repeated].sort()).toEqual([false, true]);
  expect((await show(first.body.projectId as string)).body.version).toBe(1);

  const path = `/${first.body.projectId as string}/commands/report-progress`;
  const progress = await Promise.all(
    Array.from({ length: 8 }, () => post(path, { text: '选址已定' }, { 'idempotency-key': 'progress-1' })),
  );
  expect(progress.map(({ body: { version } }) => version as number)).toEqual(Array(8).fill(2));
  expect(progress.filter(({ body: { repeated } }) => repeated === false)).toHaveLength(1);
});

it('a key that was used for another command is refused, and nobody else’s keys get in the way', async () => {
  const id = await register();
  const headers = { 'idempotency-key': 'key-1' };
  await post(`/${id}/commands/report-progress`, { text: '一' }, headers).expect(200);
  expect((await post(`/${id}/commands/report-progress`, { text: '二' }, headers)).body).toMatchObject({
    status: 422,
    code: 'idempotency-key-reused',
  });
  expect((await post(`/${id}/commands/report-progress`, { text: '二' }, headers, supervisor)).body).toMatchObject({
    version: 3,
    repeated: false,
  });
  expect(
    (await post(`/${id}/commands/report-progress`, { text: '三' }, { 'idempotency-key': 'with space' })).body.code,
  ).toBe('invalid-idempotency-key');
});

it('who has seen an older version is told so with 412, and nothing is stored', async () => {
  const id = await register();
  await post(`/${id}/commands/report-progress`, { text: '一' }, { 'if-match': '"1"' }).expect(200);
  expect((await post(`/${id}/commands/report-progress`, { text: '二' }, { 'if-match': '"1"' })).body).toMatchObject({
    status: 412,
    code: 'stale-version',
  });
  expect((await post(`/${id}/commands/report-progress`, { text: '二' }, { 'if-match': 'latest' })).body).toMatchObject({
    status: 400,
    code: 'invalid-if-match',
  });
  const raced = await Promise.all(
    ['甲', '乙', '丙', '丁'].map((text) => post(`/${id}/commands/report-progress`, { text }, { 'if-match': '"2"' })),
  );
  expect(raced.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  expect((await show(id)).body.version).toBe(3);
});

it('what is wrong is said field by field, in the language asked for, with both at hand', async () => {
  const body = {
    code: 'X',
    title: '',
    intendedAmount: { amount: 641000000.5, currency: 'CNY' },
    occurredOn: '2023-02-30',
    colour: 'red',
  };
  const zh = await post('', body).expect(400);
  expect(zh.headers['content-type']).toContain('application/problem+json');
  expect(zh.body).toMatchObject({
    type: 'urn:luodi:problem:invalid-request',
    status: 400,
    code: 'invalid-request',
    title: '请求中有不正确的内容。',
  });
  expect((zh.body.errors as { field: string }[]).map(({ field }) => field).sort()).toEqual([
    'colour',
    'intendedAmount',
    'occurredOn',
    'title',
  ]);
  expect(zh.body.errors).toContainEqual({
    field: 'occurredOn',
    code: 'invalid-field',
    zh: '必须是存在的日期，例如 2023-06-30',
    en: 'must be a day that exists, such as 2023-06-30',
  });
  const en = await post('', body, { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' }).expect(400);
  expect(en.body.title).toBe('Something in the request is wrong.');

  const future = await post('', lead({ occurredOn: '2199-01-01' }));
  expect(future.body).toMatchObject({
    status: 422,
    code: 'occurred-in-future',
    title: '发生日期不能晚于今天；将来的日期只能写在计划里。',
    errors: [{ field: 'occurredOn', code: 'occurred-in-future' }],
  });
  const wrongPhase = await post(
    `/${await register()}/commands/file-contract`,
    { filingNumber: '1' },
    { 'accept-language': 'en' },
  );
  expect(wrongPhase.body).toMatchObject({
    status: 422,
    code: 'wrong-phase',
    title: 'This cannot be done in the phase the project is in.',
  });
  expect((await show('no-such-project')).body).toMatchObject({ status: 404, code: 'project-unknown' });
  expect((await t.http().get('/api/nowhere?lang=en').set('cookie', clerk)).body).toMatchObject({
    status: 404,
    code: 'route-unknown',
    title: 'There is nothing at this address.',
  });
});

it('a project as of a day and as known at an instant is the project of then', async () => {
  const id = await register({ occurredOn: '2023-03-01' });
  await post(`/${id}/commands/open-negotiation`, { class: 'standard', occurredOn: '2023-04-10' }).expect(200);
  const known = new Date().toISOString();
  await new Promise((later) => {
    setTimeout(later, 20);
  });
  await post(`/${id}/commands/sign-contract`, {
    contracted: { amount: '1000000.00', currency: 'CNY' },
    occurredOn: '2023-04-20',
  }).expect(200);
  expect((await show(id, clerk, '?asOf=2023-03-31')).body).toMatchObject({
    asOf: '2023-03-31',
    state: { phase: 'lead' },
    allowed: [],
  });
  expect((await show(id, clerk, '?asOf=2023-04-30')).body.state.phase).toBe('signing');
  expect((await show(id, clerk, `?asOf=2023-04-30&asKnown=${known}`)).body.state.phase).toBe('negotiation');
  expect((await show(id, clerk, '?asOf=2023-02-28')).body.code).toBe('project-unknown');
  const auditor = await t.signedIn('auditor', ['auditor']);
  const {
    body: { looks },
  } = await t.http().get('/api/audit/looks').set('cookie', auditor).expect(200);
  expect(looks).toContainEqual(
    expect.objectContaining({ user: 'clerk', what: 'project', subject: id, asOf: '2023-03-31', asKnown: null }),
  ); // the look at the past is itself recorded
  await t.http().get('/api/audit/looks').set('cookie', clerk).expect(403);
});

describe('who sees only their own unit', () => {
  let own: string;
  beforeAll(async () => {
    const admin = await t.signedIn('root', ['admin']);
    const rows = [
      { row: 2, code: '01', name: '招商局' },
      { row: 3, code: '0101', name: '一组', parent: '招商局' },
      { row: 4, code: '0102', name: '二组', parent: '01' },
    ];
    expect(
      (await t.http().post('/api/organisation/import').set('cookie', admin).send({ rows }).expect(200)).body,
    ).toEqual({ created: 3, changed: 0, unchanged: 0, rejected: [] });
    expect(
      (await t.http().post('/api/organisation/import').set('cookie', admin).send({ rows }).expect(200)).body,
    ).toEqual({ created: 0, changed: 0, unchanged: 3, rejected: [] });
    own = await t.signedIn('group-one', ['clerk'], { unit: '0101', scope: 'unit-and-below' });
  });

  it('finds other units’ projects neither to read nor to change: they do not exist', async () => {
    const theirs = await register({ unit: '二组' });
    const mine = await register({ unit: '一组' });
    const answers = [
      await show(theirs, own),
      await t.http().get(`/api/projects/${theirs}/history`).set('cookie', own),
      await t.http().get(`/api/projects/${theirs}/explain`).set('cookie', own),
      await post(`/${theirs}/commands/report-progress`, { text: '越权' }, {}, own),
      await post(`/${theirs}/commands/file-contract`, { filingNumber: '1' }, {}, own),
    ];
    for (const { body } of answers) expect(body).toMatchObject({ status: 404, code: 'project-unknown' });
    const missing = await post('/no-such-project/commands/report-progress', { text: '越权' }, {}, own);
    for (const { body } of answers) expect([body.detail, body.zh]).toEqual([missing.body.detail, missing.body.zh]); // two sentences would tell which
    expect((await show(theirs)).body.version).toBe(1);
    await show(mine, own).expect(200);
    await post(`/${mine}/commands/report-progress`, { text: '进展' }, {}, own).expect(200);
  });

  it('registers for the own unit where none is named', async () => {
    const id = await register({}, own);
    expect((await show(id, own)).body.state.owner.unit).toBe('0101');
  });

  it('past views obey today’s permissions: what was handed over is no longer seen', async () => {
    const id = await register({ unit: '0101', occurredOn: '2023-01-05' });
    await show(id, own, '?asOf=2023-02-01').expect(200);
    await post(`/${id}/commands/assign-owner`, { unit: '0102' }).expect(200);
    await show(id, own, '?asOf=2023-02-01').expect(404);
  });
});

it('the children of a split are recorded, and giving the split again finishes what was cut off', async () => {
  const id = await register();
  await post(`/${id}/commands/sign-contract`, { contracted: { amount: '300.00', currency: 'CNY' } }).expect(200);
  const children = [
    { id: `${id}-a`, code: `${id}-a`, title: '一期', contracted: { amount: '100.00', currency: 'CNY' } },
    { id: `${id}-b`, code: `${id}-b`, title: '二期', contracted: { amount: '200.00', currency: 'CNY' } },
  ];
  const split = () =>
    post(
      `/${id}/commands/split-project`,
      { children, rest: { amount: '0.00', currency: 'CNY' } },
      { 'idempotency-key': 'split' },
      supervisor,
    );
  await split().expect(200);
  expect((await split().expect(200)).body.repeated).toBe(true);
  for (const { id: child, contracted } of children)
    expect((await show(child)).body).toMatchObject({
      version: 1,
      state: { phase: 'signing', parent: id, contract: { contracted, counts: false } },
    });
});

it('every command a person can give has its route, its body and its answer in the published document', async () => {
  const { body: document } = await t.http().get('/api/openapi.json').expect(200);
  const offered = PROJECT_COMMAND_TYPES.filter(
    (type) => !['RecordSplitOff', 'RecordAbsorption', 'RecordColumns'].includes(type),
  );
  const operations = Object.values(
    document.paths as Record<
      string,
      Record<
        string,
        {
          operationId: string;
          requestBody?: unknown;
          responses: Record<string, { content?: Record<string, { schema?: object }> }>;
        }
      >
    >,
  ).flatMap(Object.values) as {
    operationId: string;
    responses: Record<string, { content?: Record<string, { schema?: object }> }>;
  }[];
  expect(operations.map(({ operationId }) => operationId)).toEqual(expect.arrayContaining(offered));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { operationId, responses } of operations) {
    const [success] = Object.entries(responses).filter(([status]) => status.startsWith('2'));
    expect([
      operationId,
      success?.[0] === '204' || Object.values(success?.[1].content ?? {}).some(({ schema }) => schema !== undefined),
    ]).toEqual([operationId, true]);
  }
  const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
  expect(refs.filter((name) => !(name in (document.components.schemas as object)))).toEqual([]);
  expect(document.components.schemas.SignContract).toMatchObject({
    required: ['contracted'],
    properties: {
      contracted: {
        allOf: [{ $ref: '#/components/schemas/Money' }],
        title: expect.any(String),
        description: expect.any(String),
      },
    },
  });
  const docs = await t.http().get('/api/docs').expect(200);
  expect(docs.text).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>[^<]/); // no inline script: the page's own policy would refuse it
});

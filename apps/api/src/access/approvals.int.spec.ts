import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
const cookies: Record<string, string> = {};
let project: string;

const post = async (who: string, url: string, body: object, key?: string) => {
  const request = t.http().post(url).set('cookie', cookies[who]!);
  const { status, body: answer } = await (key === undefined ? request : request.set('idempotency-key', key)).send(body);
  return {
    status,
    ...(answer as {
      code?: string;
      id?: string;
      approval?: string;
      projectId?: string;
      events?: string[];
      version?: number;
    }),
  };
};
const get = async <Answer>(who: string, url: string): Promise<Answer> =>
  (await t.http().get(url).set('cookie', cookies[who]!)).body as Answer;
const agreedStart = async (): Promise<unknown> =>
  (await get<{ state: { contract: { agreedStart: { date: string } } } }>('clerk', `/api/projects/${project}`)).state
    .contract.agreedStart.date;
const correction = (to: string, from = '2030-01-01', approver = '@head') =>
  ({ target: 2, field: 'agreedStart', from, to, reason: '笔误', approver }) as const;
const correct = (who: string, body: object, key?: string) =>
  post(who, `/api/projects/${project}/commands/correct-fact`, body, key);

beforeAll(async () => {
  t = await testApi();
  cookies['clerk'] = await t.signedIn('clerk', ['supervisor']);
  cookies['head'] = await t.signedIn('head', ['leader']);
  cookies['other'] = await t.signedIn('other', ['clerk']);
  const made = await post('clerk', '/api/projects', { title: '轴承项目', code: 'Z-1' });
  project = made.projectId!;
  await post('clerk', `/api/projects/${project}/commands/sign-contract`, {
    contracted: { amount: '100000000.00', currency: 'CNY' },
    agreedStart: '2030-01-01',
  });
}, 600_000);
afterAll(() => t.close());

it('what names an approver is recorded only once that person, or another who may, has approved it', async () => {
  const asked = await correct('clerk', correction('2030-02-01'), 'k-1');
  expect(asked).toMatchObject({ status: 200, events: [], version: 2 });
  expect(await agreedStart()).toBe('2030-01-01');
  expect(await correct('clerk', correction('2030-02-01'), 'k-1')).toMatchObject({ approval: asked.approval });
  const url = `/api/approvals/${asked.approval!}/commands`;
  expect(await post('clerk', `${url}/approve-proposal`, {})).toMatchObject({ code: 'approved-by-asker' });
  expect((await post('other', `${url}/approve-proposal`, {})).status).toBe(403);
  expect(await get('head', '/api/approvals?open=true')).toMatchObject({
    rows: [
      {
        id: asked.approval,
        title: { zh: '轴承项目：更正记录', en: '轴承项目: Correct a fact' },
        people: ['head'],
        state: 'asked',
      },
    ],
  });
  expect(await post('head', `${url}/approve-proposal`, {})).toMatchObject({ events: ['ApprovalGiven'] });
  expect(await agreedStart()).toBe('2030-02-01');
  const { events } = await get<{ events: { type: string; actor: { user: string }; approver: string | null }[] }>(
    'clerk',
    `/api/projects/${project}/history`,
  );
  expect(events.find(({ type }) => type === 'FactCorrected')).toMatchObject({
    actor: { user: 'clerk' },
    approver: 'head',
  });
  expect(await correct('clerk', correction('2030-02-01'), 'k-1')).toMatchObject({ approval: asked.approval });
});

it('what is refused or taken back changes nothing, and what was overtaken lapses for all to see', async () => {
  const before = await agreedStart();
  const refused = await correct('clerk', correction('2030-03-01', '2030-02-01'));
  await post('head', `/api/approvals/${refused.approval!}/commands/refuse-proposal`, { reason: '依据不足' });
  const taken = await correct('clerk', correction('2030-03-01', '2030-02-01'));
  await post('clerk', `/api/approvals/${taken.approval!}/commands/withdraw-proposal`, {});
  expect(await agreedStart()).toBe(before);
  const [one, two] = [
    await correct('clerk', correction('2030-04-01', '2030-02-01')),
    await correct('clerk', correction('2030-05-01', '2030-02-01')),
  ];
  for (const { approval } of [one, two])
    await post('head', `/api/approvals/${approval!}/commands/approve-proposal`, {});
  expect(await agreedStart()).toBe('2030-04-01');
  expect(await get('head', `/api/approvals/${two.approval!}`)).toMatchObject({
    state: 'lapsed',
    known: { reason: 'field-differs' },
  });
});

it('what would be refused is refused when it is asked, and nobody names himself or a stranger', async () => {
  expect(await correct('clerk', correction('2030-06-01', '1999-01-01'))).toMatchObject({ code: 'field-differs' });
  expect(await correct('clerk', correction('2030-06-01', '2030-04-01', '@clerk'))).toMatchObject({
    code: 'approver-is-giver',
  });
  expect(await correct('clerk', correction('2030-06-01', '2030-04-01', '局长'))).toMatchObject({
    code: 'approver-unknown',
  });
});

it('nobody is named to approve who could not: without the right, without sight of the project, or out of use', async () => {
  cookies['keeper'] = await t.signedIn('keeper', ['admin']);
  await t.signedIn('of-04', ['leader'], { unit: '04', scope: 'unit' });
  await t.signedIn('gone', ['leader']);
  const { accounts } = await get<{ accounts: { id: string; user: string }[] }>('keeper', '/api/accounts');
  const { id } = accounts.find(({ user }) => user === 'gone')!;
  const gone = { name: '调离', roles: ['leader'], scope: 'all', disabled: true };
  await t.http().put(`/api/accounts/${id}`).set('cookie', cookies['keeper']!).send(gone).expect(200);
  for (const approver of ['@other', '@of-04', '@gone'])
    expect([approver, await correct('clerk', correction('2030-06-01', '2030-04-01', approver))]).toEqual([
      approver,
      expect.objectContaining({ status: 422, code: 'approver-cannot-approve' }),
    ]);
  await post('clerk', '/api/periods/close', { month: '2026-01' });
  const reopening = { month: '2026-01', reason: '漏报', approver: '@of-04' };
  expect(await post('clerk', '/api/periods/reopen', reopening)).toMatchObject({ code: 'approver-cannot-approve' });
});

it('each record says to whom it is open for correction: to the unit that stated it, not what others certified, to nobody looking back', async () => {
  cookies['of-03'] = await t.signedIn('of-03', ['clerk'], { unit: '03' });
  const made = await post('of-03', '/api/projects', { title: '电机项目', unit: '03' });
  const url = `/api/projects/${made.projectId}`;
  const give = async (who: string, command: string, body: object): Promise<void> =>
    expect(await post(who, `${url}/commands/${command}`, body)).toMatchObject({ status: 200 });
  await give('of-03', 'sign-contract', { contracted: { amount: '100.00', currency: 'CNY' } });
  await give('of-03', 'report-start', {});
  await give('clerk', 'certify-start', { verifier: '督查室' });
  const changing = async (who: string, query = ''): Promise<unknown> =>
    (await get<{ events: { changing: unknown }[] }>(who, `${url}/history${query}`)).events.map((one) => one.changing);
  expect(await changing('of-03')).toEqual(['alone', 'alone', 'alone', null]);
  expect(await changing('clerk')).toEqual(Array(4).fill('alone'));
  expect(await changing('other')).toEqual(Array(4).fill(null)); // of no unit
  const later = new Date(Date.now() + 60_000).toISOString();
  expect(await changing('clerk', `?asKnown=${later}`)).toEqual(Array(4).fill(null));
});

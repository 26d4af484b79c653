import { reminderProcess } from '#reminders';
import { cookieOf, PASSWORD, testApi, type TestApi } from '../../../../test/support/api.ts';
import { reminderTools } from '../../../../libs/office/src/reminders/reminder-tools.ts';

type Answer = Record<string, unknown>;
let t: TestApi;
let clock = Date.parse('2026-03-02T02:00:00Z');
const cookies: Record<string, string> = {};
const USERS: Readonly<Record<string, string>> = {
  clerk: 'li',
  office: 'zhao',
  other: 'qian',
  within: 'sun', // supervises from within the unit
  leader: 'wang',
  admin: 'root',
};
/** Days pass; everybody signs in again. */
const at = async (day: string): Promise<void> => {
  clock = Date.parse(`${day}T02:00:00Z`);
  for (const [who, user] of Object.entries(USERS))
    cookies[who] = cookieOf(await t.http().post('/api/session').send({ user, password: PASSWORD }).expect(200));
};
beforeAll(async () => {
  t = await testApi({}, () => new Date(clock));
  cookies['clerk'] = await t.signedIn('li', ['clerk'], { unit: '0101' });
  cookies['office'] = await t.signedIn('zhao', ['supervisor'], { name: '赵敏' });
  cookies['other'] = await t.signedIn('qian', ['supervisor']);
  cookies['within'] = await t.signedIn('sun', ['supervisor'], { unit: '0101' });
  cookies['leader'] = await t.signedIn('wang', ['leader'], { name: '王领导' });
  cookies['admin'] = await t.signedIn('root', ['admin']);
  await post('admin', '/api/organisation/import', {
    rows: [
      { row: 2, code: '01', name: '招商局', kind: '招商机构' },
      { row: 3, code: '0101', name: '一组', kind: '任务单位', parent: '01' },
      { row: 4, code: '09', name: '督查室', kind: '督查', parent: '01' },
    ],
  });
});
afterAll(() => t.close());

const post = async (who: string, url: string, body: object, status?: number) => {
  const answer = await t.http().post(url).set('cookie', cookies[who]!).send(body);
  if (status !== undefined) expect([url, answer.status, answer.body]).toEqual([url, status, expect.anything()]);
  else if (answer.status >= 300) throw new Error(`${url} ${answer.status} ${answer.text}`);
  return answer.body as Answer;
};
const get = async <A = { rows: Answer[] } & Answer>(who: string, url: string) =>
  (await t.http().get(url).set('cookie', cookies[who]!).expect(200)).body as A;
const wake = async () => {
  await t.office.projects.catchUp();
  return reminderProcess(reminderTools(t.office), { set: async () => undefined }).wake();
};

it('chases a late start by itself: reminders, an order with receipt and reply, a second person’s review, and an excuse that pauses the clock', async () => {
  const { projectId } = await post('clerk', '/api/projects', { title: '轴承项目', code: 'Z-1', unit: '0101' });
  await post('clerk', `/api/projects/${projectId}/commands/assign-owner`, {
    unit: '0101',
    leader: '王领导',
    steward: 'li',
  });
  await post('clerk', `/api/projects/${projectId}/commands/sign-contract`, {
    contracted: { amount: '600000000.00', currency: 'CNY' },
    agreedStart: '2026-04-01',
  });

  await at('2026-03-02'); // 30 days before the agreed start
  await wake();
  expect(
    (await get('clerk', '/api/inbox')).rows.map(({ rung, clock: which, outcome }) => [which, rung, outcome]),
  ).toEqual([['agreed-start', 'near-due', 'sent']]);

  await at('2026-05-06'); // 2 May, the first orange day, lies in the holiday: sent on the first working day after it
  await wake();
  const orders = await get('leader', '/api/orders?open=true');
  expect(orders.rows).toMatchObject([
    {
      number: '督办〔2026〕1号',
      level: 'supervision',
      unit: '0101',
      state: 'issued',
      due: '2026-05-09',
      project: { id: projectId, code: 'Z-1' },
    },
  ]); // 6 May + 3: 7, 8, and 9, a Saturday that is worked
  const id = orders.rows[0]!['id'] as string;
  await wake();
  expect((await get('leader', '/api/orders')).rows).toHaveLength(1); // once

  const shown = await get('clerk', `/api/orders/${id}`);
  expect((shown['allowed'] as { type: string }[]).map(({ type }) => type)).toEqual([
    'AcknowledgeOrder',
    'ReplyToOrder',
    'RequestExtension',
  ]);
  await post('clerk', `/api/orders/${id}/commands/acknowledge-order`, {});
  await post('clerk', `/api/orders/${id}/commands/close-order`, {}, 403);
  await post('clerk', `/api/orders/${id}/commands/reply-to-order`, { text: '等待用地批复' });
  await post('office', `/api/orders/${id}/commands/accept-order-excuse`, {
    until: '2026-06-30',
    reason: '用地批复未下',
  });
  const { clocks } = await get<{
    clocks: { clock: string; crossings: object[]; pauses: object[] }[];
  }>('clerk', `/api/projects/${projectId}/explain`);
  expect(clocks.find(({ clock: which }) => which === 'agreed-start')).toMatchObject({
    pauses: [{ from: '2026-05-06', to: '2026-06-30', reason: '用地批复未下' }],
    crossings: expect.arrayContaining([{ colour: 'red', on: '2026-08-26' }]),
  }); // the 91st late day, 1 July, and the 56 paused days
  await post('office', `/api/orders/${id}/commands/review-reply`, { accepted: true, reason: '属实' });
  await post('office', `/api/orders/${id}/commands/close-order`, { text: '销号' });
  expect((await get('clerk', '/api/orders?open=true')).rows).toEqual([]);
  expect(await get('clerk', `/api/orders/${id}`)).toMatchObject({
    state: 'closed',
    known: { replies: [{ by: 'li', byName: 'li', reviewedBy: 'zhao', reviewedByName: '赵敏' }] },
  }); // the login for the log, the name for people
  expect((await post('office', `/api/orders/${id}/commands/close-order`, {}, 422))['code']).toBe('wrong-state');
});

it('proves who was told what and when, and who acknowledged it', async () => {
  const { rows } = await get('clerk', '/api/inbox');
  const key = rows[0]!['key'] as string;
  await t.http().post(`/api/inbox/${key}/acknowledge`).set('cookie', cookies['clerk']!).expect(204);
  await t.http().post(`/api/inbox/${key}/acknowledge`).set('cookie', cookies['clerk']!).expect(204);
  const proof = await get<{
    reminder: { outcome: string; acknowledgedBy: string[]; acknowledgedByNames: string[] };
    events: { type: string; actorName: string }[];
  }>('office', `/api/reminders/${key}`);
  expect([proof.reminder.outcome, proof.reminder.acknowledgedBy, proof.events.map(({ type }) => type)]).toEqual([
    'acknowledged',
    ['li'],
    ['NoticeIssued', 'NoticeAcknowledged'],
  ]);
  await t.http().post(`/api/inbox/${key}/acknowledge`).set('cookie', cookies['other']!).expect(404);
  expect((await get('office', '/api/reminders?outcome=acknowledged')).rows).toHaveLength(1);
});

it('tells how many reminders came to what, each as many as its own list holds, the latest day first where asked', async () => {
  const counts = await get<Record<string, number>>('office', '/api/reminders/counts');
  expect(counts['acknowledged']).toBe(1);
  for (const [outcome, count] of Object.entries(counts))
    expect((await get('office', `/api/reminders?outcome=${outcome}&limit=500`)).rows).toHaveLength(count);
  const days = (await get('office', '/api/reminders?order=latest&limit=500')).rows.map(({ on }) => on as string);
  expect(days).toEqual([...days].sort().reverse());
});

// No progress since 2 March: yellow from 3 May, reminded every 15 days; red from 3 June.
it('shows what will be sent in the coming days', async () => {
  await at('2026-05-07');
  const { rows } = await get('office', '/api/reminders/preview?days=60');
  expect(rows.map(({ clock: which, rung, on }) => `${on} ${which} ${rung}`)).toEqual(
    expect.arrayContaining(['2026-05-18 no-progress reminder', '2026-06-03 no-progress circular']),
  );
  expect(rows.every(({ outcome }) => outcome === 'expected')).toBe(true);
  expect(await get('office', '/api/reminders/watch')).toMatchObject({ overdue: 0 });
});

it('an order by hand gets the next number; its receipt is signed by its unit alone, and its reply not reviewed by its author', async () => {
  const { projectId } = await post('office', '/api/projects', { title: '专项' });
  const { id } = await post('office', '/api/orders', {
    project: projectId,
    projectName: '专项',
    unit: '0101',
    rule: '专项督办',
  });
  expect((await get('office', `/api/orders/${id}`))['number']).toBe('督办〔2026〕2号');
  for (const [command, body] of [
    ['acknowledge-order', {}],
    ['reply-to-order', { text: '已办' }],
  ] as const)
    expect((await post('office', `/api/orders/${id}/commands/${command}`, body, 422))['code']).toBe(
      'received-by-issuer',
    );
  const elsewhere = await post('other', `/api/orders/${id}/commands/acknowledge-order`, {}, 422);
  expect(elsewhere['code']).toBe('received-by-other');
  await post('within', `/api/orders/${id}/commands/reply-to-order`, { text: '已办' });
  expect(
    (await post('within', `/api/orders/${id}/commands/review-reply`, { accepted: true, reason: '属实' }, 422))['code'],
  ).toBe('reviewed-by-author');
  await post('office', `/api/orders/${id}/commands/review-reply`, { accepted: true, reason: '属实' });
});

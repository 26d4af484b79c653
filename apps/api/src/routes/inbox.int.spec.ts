import { reminderProcess } from '#reminders';
import { cookieOf, PASSWORD, testApi, type TestApi } from '../../../../test/support/api.ts';
import { mismatches, type Schemas } from '../../../../test/support/matches-schema.ts';
import { reminderTools } from '../../../../libs/office/src/reminders/reminder-tools.ts';

interface Row {
  readonly key: string;
  readonly rung: string;
  readonly on: string;
  readonly subject: {
    readonly kind: string;
    readonly id: string;
    readonly title: { readonly zh: string };
    readonly due: string;
    readonly path: string;
  };
  readonly project: { readonly id: string } | null;
}
interface Inbox {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly open: number;
}

let t: TestApi;
let clock = Date.parse('2026-03-02T02:00:00Z');
const cookies: Record<string, string> = {};
const signIn = async (user: string): Promise<void> => {
  cookies[user] = cookieOf(await t.http().post('/api/session').send({ user, password: PASSWORD }).expect(200));
};
const post = (who: string, url: string, body: object) => t.http().post(url).set('cookie', cookies[who]!).send(body);
const opened = async (url: string, body: object): Promise<string> => {
  const { projectId, id } = (await post('zhao', url, body).expect(201)).body as { projectId?: string; id: string };
  return projectId ?? id;
};
const inbox = async (who: string, query = ''): Promise<Inbox> => {
  const { body } = await t.http().get(`/api/inbox${query}`).set('cookie', cookies[who]!).expect(200);
  expect(
    mismatches(body, { $ref: '#/components/schemas/Inbox' }, t.api.document.components!.schemas as Schemas),
  ).toEqual([]);
  return body as Inbox;
};
let project: string;
const orders: Record<string, string> = {};

beforeAll(async () => {
  t = await testApi({}, () => new Date(clock));
  cookies['zhao'] = await t.signedIn('zhao', ['supervisor', 'clerk']);
  cookies['li'] = await t.signedIn('li', ['clerk'], { name: '李娜', scope: 'own-projects' });
  cookies['qian'] = await t.signedIn('qian', ['clerk'], { name: '李娜', scope: 'own-projects' }); // of one name with li
  project = await opened('/api/projects', { title: '轴承项目', code: 'Z-1' });
  for (const [rule, replyDue] of [
    ['甲', '2026-03-06'],
    ['乙', '2026-03-05'],
    ['丙', '2026-03-09'],
  ] as const)
    orders[rule] = await opened('/api/orders', {
      project,
      rule,
      unit: '01',
      people: ['@li'],
      receiptDue: '2026-03-05',
      replyDue,
    });
  clock = Date.parse('2026-03-09T02:00:00Z');
  for (const user of ['zhao', 'li', 'qian']) await signIn(user);
  await reminderProcess(reminderTools(t.office), { set: async () => undefined }).wake();
});
afterAll(() => t.close());

it('of one day’s sending the most serious stands first and the latest day before the earlier ones, page by page in the same order', async () => {
  const all = (await inbox('li')).rows;
  expect(all.map(({ rung, on }) => `${rung} ${on}`)).toEqual([
    'reminder 2026-03-07',
    'reminder 2026-03-06',
    'due 2026-03-09',
    'due 2026-03-06',
    'due 2026-03-05',
    'near-due 2026-03-02',
  ]); // a week before: only one was issued as early
  const paged: Row[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: Inbox = await inbox('li', `?limit=3${next === '' ? '' : `&cursor=${next}`}`);
    paged.push(...page.rows);
    next = page.next;
  }
  expect(paged).toEqual(all);
});

it('a notice leads to the order, the issue or the task that it is about', async () => {
  const [first] = (await inbox('li')).rows;
  expect(first).toMatchObject({
    subject: {
      kind: 'order',
      id: orders['甲'],
      title: { zh: '督办〔2026〕1号 轴承项目：甲', en: '督办〔2026〕1号 轴承项目: 甲' },
      due: '2026-03-06',
      path: `/matters/orders/${orders['甲']!}`,
    },
    project: { id: project },
  });
  await t
    .http()
    .get(`/api${first!.subject.path.replace('/matters', '')}`)
    .set('cookie', cookies['zhao']!)
    .expect(200);
  const issue = await opened('/api/issues', { project, factor: 'land', text: '用地批复未下' });
  await post('zhao', `/api/issues/${issue}/commands/assign-issue`, { people: ['@li'], due: '2026-03-20' }).expect(200);
  const meeting = await opened('/api/meetings', { title: '三月调度会', kind: 'scheduling', plannedOn: '2026-03-09' });
  await post('zhao', `/api/meetings/${meeting}/commands/hold-meeting`, { attendees: ['李娜'] }).expect(200);
  for (const text of ['协调用水', '协调用电'])
    await post('zhao', `/api/meetings/${meeting}/commands/assign-task`, {
      text,
      people: ['@li'],
      due: '2026-03-25',
    }).expect(200);
  const titles = async (who: string): Promise<readonly (readonly [string, string])[]> =>
    (
      (await t.http().get('/api/reminders/preview?days=30').set('cookie', cookies[who]!).expect(200)).body as Inbox
    ).rows.flatMap(({ rung, subject }) =>
      rung === 'due' && subject.kind !== 'project' ? [[subject.title.zh, subject.path] as const] : [],
    );
  const expected = [
    ['轴承项目：用地批复未下', `/matters/issues/${issue}`],
    ['三月调度会：协调用水', `/matters/meetings/${meeting}`],
    ['三月调度会：协调用电', `/matters/meetings/${meeting}`],
  ];
  expect(await titles('zhao')).toEqual(expect.arrayContaining(expected));
  expect(await titles('li')).toEqual(expect.arrayContaining(expected)); // named in them, though the project is not theirs
  expect(await titles('qian')).toEqual([]);
});

it('project by project, with the most serious rung first, and narrowed to one of them', async () => {
  const groups = async (query = '') =>
    (
      (await t.http().get(`/api/inbox/groups${query}`).set('cookie', cookies['li']!).expect(200)).body as {
        groups: object[];
      }
    ).groups;
  expect(await groups()).toEqual([
    {
      project: { id: project, code: 'Z-1', name: '轴承项目' },
      month: null,
      rungs: [
        { rung: 'reminder', count: 2, open: 2 },
        { rung: 'due', count: 3, open: 3 },
        { rung: 'near-due', count: 1, open: 1 },
      ],
      count: 6,
      open: 6,
      latest: '2026-03-09',
    },
  ]);
  expect(await groups('?rung=due')).toMatchObject([{ rungs: [{ rung: 'due' }], count: 3 }]);
  expect(await groups('?open=false')).toEqual([]);
  const narrowed = async (query: string) => (await inbox('li', query)).rows.length;
  expect([await narrowed(`?project=${project}&rung=reminder`), await narrowed('?project=another')]).toEqual([2, 0]);
  expect([await narrowed('?month=2026-03'), await narrowed('?month=2026-02')]).toEqual([6, 0]);
});

it('all that is shown is acknowledged at once: once, and either all of it or nothing', async () => {
  const keys = (await inbox('li')).rows.map(({ key }) => key);
  const [own] = (await inbox('zhao')).rows.filter(({ key }) => !keys.includes(key));
  expect(
    (
      await post('li', '/api/inbox/acknowledge', {
        keys: [...keys, own?.key ?? '00000000-0000-4000-8000-000000000000'],
      }).expect(404)
    ).body,
  ).toMatchObject({ code: 'notice-unknown' });
  expect((await inbox('li')).open).toBe(keys.length);
  await post('li', `/api/inbox/${keys[0]!}/acknowledge`, {}).expect(204);
  expect((await post('li', '/api/inbox/acknowledge', { keys: [...keys, keys[1]!] }).expect(200)).body).toEqual({
    acknowledged: keys.length - 1,
  });
  expect((await post('li', '/api/inbox/acknowledge', { keys }).expect(200)).body).toEqual({ acknowledged: 0 });
  expect(await inbox('li', '?open=true')).toMatchObject({ rows: [], open: 0 });
  const told = (await t.office.store.readAll(0n, 10_000, { streamPrefix: 'notice-' })).filter(
    ({ event }) => event.type === 'NoticeAcknowledged',
  );
  expect(told).toHaveLength(keys.length);
  await post('li', '/api/inbox/acknowledge', { keys: Array.from({ length: 501 }, () => keys[0]!) }).expect(400);
  for (const cursor of ['x', '2026-13-45|1|2026-01-01|y', `2026-03-09|1|2026-03-09|${'-'.repeat(36)}`])
    await t
      .http()
      .get(`/api/inbox?cursor=${Buffer.from(cursor).toString('base64url')}`)
      .set('cookie', cookies['li']!)
      .expect(400);
});

import { randomUUID } from 'node:crypto';
import { DEFAULT_DEADLINES, DEFAULT_POLICY, isoDate } from '#domain';
import { reminderProcess } from '#reminders';
import { PASSWORD, cookieOf, testApi, type TestApi } from '../../../../test/support/api.ts';
import { reminderTools } from '../../../../libs/office/src/reminders/reminder-tools.ts';

let t: TestApi;
let clock = Date.parse('2026-03-02T02:00:00Z'); // a Monday; no holidays until April
let root: string;

const signIn = async (user: string): Promise<string> =>
  cookieOf(await t.http().post('/api/session').send({ user, password: PASSWORD }).expect(200));
const send = (path: string, body: object, headers: Record<string, string> = {}) =>
  t.http().post(path).set('cookie', root).set(headers).send(body);
const made = async (path: string, body: object): Promise<string> => {
  const answer = await send(path, body);
  if (answer.status >= 300) throw new Error(`${path} ${answer.text}`);
  return (answer.body as { id: string }).id;
};
/** A project of which nothing is owed, so that only what is opened for it is. */
const known = async (project: string): Promise<void> => {
  await t.office.store.append(`project-${project}`, 'any', [
    {
      id: randomUUID(),
      event: { type: 'ProjectRecorded', occurredOn: isoDate('2026-03-02'), data: { code: project, title: project } },
      schemaVersion: 1,
      meta: { actor: { user: 'root', unit: null }, commandId: project },
    },
  ]);
  await t.office.projects.catchUp();
};
const order = async (project: string, more: object = {}): Promise<string> => {
  await known(project);
  return made('/api/orders', { project, projectName: project, unit: '01', rule: '专项督办', ...more });
};
const issue = async (project: string): Promise<string> => {
  await known(project);
  const id = await made('/api/issues', { project, projectName: project, factor: 'land', text: '用地指标未落实' });
  await made(`/api/issues/${id}/commands/assign-issue`, { unit: '01' });
  return id;
};
interface Shown {
  readonly known: Record<string, unknown>;
  readonly rows: { project: { id: string }; rung: string; on: string; policyVersion: number }[];
}
const shown = async <A = Shown>(path: string) => (await t.http().get(path).set('cookie', root).expect(200)).body as A;
const orderDates = async (id: string) => {
  const { known } = await shown(`/api/orders/${id}`);
  return [known['receiptDue'], known['replyDue']];
};
const owed = async (project: string) => {
  await reminderProcess(reminderTools(t.office), { set: async () => undefined }).wake();
  return (await shown('/api/reminders/preview?days=60')).rows
    .filter((row) => row.project?.id === project)
    .map(({ rung, on }) => `${rung} ${on}`);
};

beforeAll(async () => {
  t = await testApi({}, () => new Date(clock));
  root = await t.signedIn('root', ['admin', 'supervisor']);
  await send('/api/organisation/import', { rows: [{ row: 2, code: '01', name: '一组', kind: '任务单位' }] });
});
afterAll(() => t.close());

const shorter = {
  order: { receiptWorkingDays: 1, replyWorkingDays: 5, nearDueDays: 3, interviewWorkingDays: 4 },
  issue: { workingDays: { unit: 2, district: 3, city: 4 }, nearDueDays: 1 },
  task: { nearDueDays: 5 },
};

it('under the default policy an order wants its receipt in 3 and its reply in 10 working days, and an issue of a unit is due in 5', async () => {
  expect(await orderDates(await order('early'))).toEqual(['2026-03-05', '2026-03-16']);
  expect((await shown(`/api/issues/${await issue('early-issue')}`)).known['due']).toBe('2026-03-09');
  expect(await owed('early')).toEqual([
    'near-due 2026-03-09',
    'due 2026-03-16',
    'reminder 2026-03-17',
    'interview 2026-03-30',
  ]);
  expect(await owed('early-issue')).toEqual(['near-due 2026-03-07', 'due 2026-03-09', 'reminder 2026-03-10']);
});

it('a published policy dates what is ordered from its day on; dates given before stand, and what they still owe falls due by the new policy', async () => {
  clock = Date.parse('2026-03-03T02:00:00Z');
  root = await signIn('root');
  const { draft, version } = (
    await send('/api/policy/drafts', { policy: { ...DEFAULT_POLICY, validFrom: undefined, deadlines: shorter } })
  ).body as { draft: number; version: number };
  const { counts, differences } = (
    await send(`/api/policy/drafts/${draft}/replay`, { from: '2026-03-01', to: '2026-04-30' }).expect(200)
  ).body as {
    counts: object;
    differences: {
      project: object | null;
      matter: { kind: string; title: { zh: string } };
      before: { on: string };
      after: { on: string };
    }[];
  };
  expect(counts).toMatchObject({ notice: 3, projects: 0, matters: 2 }); // laid over the past before it is published: the order is reminded of and interviewed about, the issue reminded of on other days
  expect(differences.map(({ matter, before, after }) => [matter.kind, matter.title.zh, before.on, after.on])).toEqual([
    ['order', 'early：专项督办', '2026-03-09', '2026-03-13'],
    ['order', 'early：专项督办', '2026-03-30', '2026-03-20'],
    ['issue', expect.stringContaining('early-issue'), '2026-03-07', '2026-03-08'],
  ]);
  const inLines = await send(
    `/api/policy/drafts/${draft}/replay`,
    { from: '2026-03-01', to: '2026-04-30' },
    { accept: 'application/x-ndjson' },
  )
    .buffer(true)
    .expect(200)
    .expect('content-type', /x-ndjson/);
  const lines = inLines.text
    .trimEnd()
    .split('\n')
    .map((one) => JSON.parse(one) as { answer?: object });
  expect([lines[0], lines.at(-1)]).toEqual([
    { done: 0, of: 4 },
    { answer: expect.objectContaining({ counts, differences }) },
  ]); // two projects, an order and an issue
  await send(`/api/policy/drafts/${draft}/publish`, {}, { 'if-match': `"${version}"` }).expect(200);
  expect(await shown('/api/policy')).toMatchObject({
    inForce: 2,
    policies: [{ policy: { deadlines: DEFAULT_DEADLINES } }, { policy: { deadlines: shorter } }],
  });

  expect(await orderDates(await order('late'))).toEqual(['2026-03-04', '2026-03-10']);
  expect(await orderDates(await order('told-late', { occurredOn: '2026-03-02' }))).toEqual([
    '2026-03-05',
    '2026-03-16',
  ]); // dated on a day of the policy before
  expect(await owed('late')).toEqual([
    'near-due 2026-03-07',
    'due 2026-03-10',
    'reminder 2026-03-11',
    'interview 2026-03-16',
  ]);
  expect(await owed('early')).toEqual([
    'near-due 2026-03-13',
    'due 2026-03-16',
    'reminder 2026-03-17',
    'interview 2026-03-20',
  ]);

  expect((await shown(`/api/issues/${await issue('late-issue')}`)).known['due']).toBe('2026-03-05');
  expect(await owed('late-issue')).toEqual(['near-due 2026-03-04', 'due 2026-03-05', 'reminder 2026-03-06']);
  expect(await owed('early-issue')).toEqual(['near-due 2026-03-08', 'due 2026-03-09', 'reminder 2026-03-10']);

  await known('task');
  const meeting = await made('/api/meetings', { title: '调度会', kind: 'scheduling', plannedOn: '2026-03-03' });
  await made(`/api/meetings/${meeting}/commands/hold-meeting`, { attendees: [] });
  await made(`/api/meetings/${meeting}/commands/assign-task`, {
    project: 'task',
    text: '送方案',
    unit: '01',
    due: '2026-03-20',
  });
  expect(await owed('task')).toEqual(['near-due 2026-03-15', 'due 2026-03-20', 'reminder 2026-03-21']);
});

it('a policy whose reply would be due before its receipt is refused at its field', async () => {
  const deadlines = { ...shorter, order: { ...shorter.order, receiptWorkingDays: 6 } };
  expect(
    (await send('/api/policy/drafts', { policy: { ...DEFAULT_POLICY, validFrom: undefined, deadlines } })).body,
  ).toMatchObject({ status: 422, code: 'policy-invalid', errors: [{ field: 'deadlines.order.replyWorkingDays' }] });
});

it('a clock that is given its length in working days is counted by the calendar, and explained so', async () => {
  const { version } = await shown<{ version: number }>('/api/policy');
  const negotiation = { length: { value: 20, unit: 'working-days' }, pausedByHold: true };
  const { draft } = (
    await send('/api/policy/drafts', {
      policy: {
        ...DEFAULT_POLICY,
        validFrom: undefined,
        clocks: { ...DEFAULT_POLICY.clocks, 'negotiation-standard': negotiation },
      },
    })
  ).body as { draft: number };
  await send(`/api/policy/drafts/${draft}/publish`, {}, { 'if-match': `"${version + 1}"` }).expect(200);
  const { projectId } = (await send('/api/projects', { title: '轴承项目', unit: '01', occurredOn: '2026-03-03' }))
    .body as { projectId: string };
  await send(`/api/projects/${projectId}/commands/open-negotiation`, {
    class: 'standard',
    occurredOn: '2026-03-03',
  }).expect(200);
  const { clocks } = await shown<{ clocks: { clock: string }[] }>(`/api/projects/${projectId}/explain`);
  expect(clocks.find(({ clock: which }) => which === 'negotiation-standard')).toMatchObject({
    due: '2026-03-31',
    counted: { unit: 'working-days', length: 20, unpublishedYears: [] },
  }); // four weeks
});

import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { pause } from '../../../../test/support/soon.ts';

let t: TestApi;
const cookies: Record<string, string> = {};
const LEDGER = `项目名称,投资方,签约时间,总投资（亿元）
轴承基地,远大公司,2026-01-10,2
电机基地,宏大公司,2025-12-10,3
`;

beforeAll(async () => {
  t = await testApi();
  for (const [login, role] of [
    ['clerk', 'clerk'],
    ['zhang', 'supervisor'],
    ['li', 'supervisor'],
    ['wang', 'leader'],
  ] as const)
    cookies[login] = await t.signedIn(login, [role]);
  await t.http().post('/api/periods/close').set('cookie', cookies['zhang']!).send({ month: '2026-01' }).expect(200);
}, 600_000);
afterAll(() => t.close());

interface Report {
  readonly importId: string;
  readonly repeatOf: string | null;
  readonly rows: readonly { verdict: string; row: number; findings: readonly { code: string }[] }[];
}
const given = async (who: string, fields: Record<string, string> = {}, ledger = LEDGER) => {
  const request = t
    .http()
    .post('/api/imports')
    .set('cookie', cookies[who]!)
    .attach('file', Buffer.from(ledger), '台账.csv');
  for (const [field, value] of Object.entries(fields)) request.field(field, value);
  const { id } = (await request.expect(202)).body as { id: string };
  for (;;) {
    const { body } = await t.http().get(`/api/imports/${id}`).set('cookie', cookies[who]!).expect(200);
    const { state, report, problem } = body as { state: string; report: Report; problem: { code: string } | null };
    if (state === 'done' || state === 'failed') return { report, problem };
    await pause(20);
  }
};
const approve = (who: string, id: string) =>
  t.http().post(`/api/imports/past/${id}/approve`).set('cookie', cookies[who]!);
const past = async (id: string) =>
  (await t.http().get(`/api/imports/past/${id}`).set('cookie', cookies['clerk']!).expect(200)).body as {
    import: { waiting: number; approved: { by: { user: string }; rows: number } | null; held: unknown[] };
    projects: { id: string; name: string }[];
  };

it('what falls into a closed month waits until a second person, signed in as herself, lets it in; the same file then records it', async () => {
  const { report } = await given('clerk');
  const id = report.importId;
  expect(report.rows).toMatchObject([{ row: 2, verdict: 'held', findings: [{ code: 'period-closed' }] }]);
  expect(await past(id)).toMatchObject({
    import: { waiting: 1, approved: null, held: [{ row: 2, closed: [{ read: '2026-01-10' }] }] },
    projects: [{ name: '电机基地' }],
  });
  // Who imports names nobody in her place, and nobody approves what she imported herself.
  const named = JSON.stringify([{ sheet: '台账', row: 2, decision: 'new', approver: 'zhang' }]);
  expect((await given('clerk', { decisions: named })).problem).toMatchObject({ code: 'approver-signs-in' });
  expect((await approve('clerk', id)).status).toBe(403);
  expect((await approve('zhang', id)).body).toEqual({ rows: 1 });
  expect((await approve('li', id)).body).toMatchObject({ code: 'nothing-to-approve' });
  expect((await past(id)).import).toMatchObject({ waiting: 0, approved: { by: { user: 'zhang' }, rows: 1 } });
  expect((await given('zhang', { dryRun: 'true' })).report.rows).toMatchObject([{ row: 2, verdict: 'held' }]);
  expect((await given('clerk', { dryRun: 'true' })).report).toMatchObject({ repeatOf: null, rows: [] });
  expect((await given('clerk')).report).toMatchObject({ repeatOf: null, rows: [] });
  const { projects, import: now } = await past(id);
  expect([projects.map(({ name }) => name).sort(), now.held, now.approved]).toEqual([
    ['电机基地', '轴承基地'],
    [],
    null,
  ]);
  const one = projects.find(({ name }) => name === '轴承基地')!;
  const { body } = await t.http().get(`/api/projects/${one.id}/history`).set('cookie', cookies['clerk']!).expect(200);
  const { events } = body as { events: { type: string; approver: string | null; actor: { user: string } }[] };
  expect(events.find(({ type }) => type === 'ContractSigned')).toMatchObject({
    approver: 'zhang',
    actor: { user: 'clerk' },
  });
  expect((await given('clerk')).report).toMatchObject({ repeatOf: id });
});

it('nobody approves what she imported herself', async () => {
  const other = LEDGER.replaceAll('基地', '园区');
  const request = t.http().post('/api/imports').set('cookie', cookies['li']!);
  const { body } = await request.attach('file', Buffer.from(other), '园区.csv').expect(202);
  let id: string | null = null;
  while (id === null) {
    const { report } = (
      await t
        .http()
        .get(`/api/imports/${(body as { id: string }).id}`)
        .set('cookie', cookies['li']!)
    ).body as { report: Report | null };
    id = report?.importId ?? null;
    await pause(20);
  }
  expect((await approve('li', id)).body).toMatchObject({ code: 'approved-by-importer' });
});

it('a leader finds what waits for her, and lets it in; she imports nothing and takes nothing back', async () => {
  const later = LEDGER.replace('轴承基地,远大公司', '齿轮基地,远航公司');
  const id = (await given('clerk', {}, later)).report.importId;
  const asked = (path: string) => t.http().get(path).set('cookie', cookies['wang']!);
  const { imports } = (await asked('/api/imports').expect(200)).body as { imports: { id: string; waiting: number }[] };
  expect(imports.find((one) => one.id === id)).toMatchObject({ waiting: 1 });
  expect((await asked(`/api/imports/past/${id}`).expect(200)).body).toMatchObject({ import: { waiting: 1 } });
  expect((await approve('wang', id)).body).toEqual({ rows: 1 });
  const revert = t.http().post(`/api/imports/past/${id}/revert`).set('cookie', cookies['wang']!);
  expect([(await revert.send({ reason: '误导入' })).status, (await asked('/api/imports/fields')).status]).toEqual([
    403, 403,
  ]);
});

import { createHash } from 'node:crypto';
import { DEFAULT_POLICY } from '#domain';
import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let supervisor: string;
let admin: string;
let groupOne: string;
let today = '2023-06-30T02:00:00Z';

const sign = async (title: string, unit: string, on: string, amount: string): Promise<void> => {
  const give = (path: string, body: object, status: number) =>
    t.http().post(`/api/projects${path}`).set('cookie', supervisor).send(body).expect(status);
  const investor = `${title}公司`;
  const { body } = await give(
    '/commands/record-project',
    { code: title, title: `${title}项目`, investor, unit, occurredOn: on },
    201,
  );
  const { projectId } = body as { projectId: string };
  const contracted = { amount, currency: 'CNY' };
  await give(
    `/${projectId}/commands/sign-contract`,
    { number: `HT-${title}`, contracted, agreedStart: '2023-12-31', occurredOn: on },
    200,
  );
};

beforeAll(async () => {
  t = await testApi({}, () => new Date(today));
  admin = await t.signedIn('root', ['admin']);
  supervisor = await t.signedIn('supervisor', ['supervisor']);
  const rows = [
    { row: 2, code: '01', name: '青山区招商局' },
    { row: 3, code: '0101', name: '一组', parent: '01' },
    { row: 4, code: '0102', name: '二组', parent: '01' },
  ];
  await t.http().post('/api/organisation/import').set('cookie', admin).send({ rows }).expect(200);
  groupOne = await t.signedIn('group-one', ['supervisor'], { unit: '0101', scope: 'unit-and-below' });
  await sign('轴承', '0101', '2022-03-02', '90000000.00');
  await sign('齿轮', '0102', '2023-05-01', '50000000.00');
  await sign('电机', '0101', '2023-01-10', '800000000.00');
});
afterAll(() => t.close());

const get = async <A = Record<string, unknown>>(path: string, cookie = supervisor, status = 200) =>
  (
    await t
      .http()
      .get(encodeURI(`/api/${path}`))
      .set('cookie', cookie)
      .expect(status)
  ).body as A;
const post = async <A = Record<string, unknown>>(path: string, body: object, status: number, cookie = supervisor) =>
  (
    await t
      .http()
      .post(encodeURI(`/api/${path}`))
      .set('cookie', cookie)
      .send(body)
      .expect(status)
  ).body as A;
interface Told {
  readonly title: string;
  readonly figures: { readonly key: string; readonly printed: string; readonly follows: string }[];
  readonly blocks: { readonly is: string; readonly title?: string; readonly rows?: string[][] }[];
}

it('a circular says the figures of its period, each with what it follows from, and units by rank', async () => {
  const { reports } = await get('reports');
  expect((reports as { name: string }[]).map(({ name }) => name)).toEqual([
    'circular',
    'ranking',
    'scheduling',
    'supervision-order',
    'half-year',
  ]);
  const report = await get<Told>('reports/circular?period=2023-H1');
  expect(report.title).toBe('青山区招商局关于2023年上半年招商引资工作情况的通报');
  expect(report.figures.slice(0, 3).map(({ key, printed }) => [key, printed])).toEqual([
    ['signed.value', '2'],
    ['signed.change', '增长100.00%'],
    ['signed-amount.value', '8.5亿元'],
  ]);
  expect(report.figures[1]!.follows).toContain('1 ÷ 1');
  const ranking = report.blocks.find(({ title }) => title?.includes('排名'))!;
  expect(ranking.rows!.map(([rank, unit]) => [rank, unit])).toEqual([
    ['1', '一组'],
    ['2', '二组'],
  ]);
});

it.each(['circular', 'ranking', 'scheduling', 'supervision-order', 'half-year'])(
  'the report %s is written in every format that we write ourselves',
  async (name) => {
    for (const [format, begins] of [
      ['docx', 'PK'],
      ['xlsx', 'PK'],
      ['html', '<!doctype html>'],
      ['json', '{'],
    ] as const) {
      const answer = await t
        .http()
        .get(`/api/reports/${name}/file?period=2023&unit=0101&format=${format}`)
        .set('cookie', supervisor)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(200);
      expect((answer.body as Buffer).toString('latin1').startsWith(begins)).toBe(true);
    }
  },
);

it('an issue keeps its number and its bytes for ever, and what was recorded later is told as a restatement', async () => {
  const freeze = (number: string, period: string, status: number, cookie = supervisor) =>
    post('reports/circular/freeze', { number, period }, status, cookie);
  const { issue } = (await freeze('青招通〔2023〕5号', '2023-H1', 200)) as {
    issue: { sha256: string; position: string; asOf: string };
  };
  expect([issue.asOf, issue.sha256]).toEqual(['2023-06-30', expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect((await freeze('青招通〔2023〕5号', '2023-H1', 200))['issue']).toEqual(issue);
  expect((await freeze('青招通〔2023〕5号', '2023', 409))['code']).toBe('report-number-used');
  expect((await freeze('青招通〔2023〕6号', '2023', 403, groupOne))['code']).toBe('report-beyond-scope');
  expect(await get('restatements')).toEqual({ rows: [] });

  today = '2023-06-30T05:00:00Z';
  await sign('水泵', '0102', '2023-06-20', '150000000.00');
  await post('organisation/commands/rename-unit', { code: '0102', name: '招商二组' }, 200, admin);
  expect(await get('frozen-issues/青招通〔2023〕5号')).toMatchObject({ same: true, sha256: issue.sha256 });
  const file = await t
    .http()
    .get(encodeURI('/api/frozen-issues/青招通〔2023〕5号/file'))
    .set('cookie', supervisor)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  expect(
    createHash('sha256')
      .update(file.body as Buffer)
      .digest('hex'),
  ).toBe(issue.sha256);

  const { rows } = (await get('restatements')) as {
    rows: { figure: string; printed: string; now: string; because: { project: { code: string }; type: string }[] }[];
  };
  const signed = rows.find(({ figure }) => figure === 'signed.value')!;
  expect([signed.printed, signed.now]).toEqual(['2', '3']);
  expect(signed.because.map(({ project, type }) => [project.code, type])).toEqual([
    ['水泵', 'ProjectRecorded'],
    ['水泵', 'ContractSigned'],
  ]);
  expect((await get('frozen-issues/9号', supervisor, 404))['code']).toBe('report-number-unknown');
});

it('a bureau writes its own words; a typed figure is refused; an issue keeps the words it was printed in', async () => {
  const text = '# 关于{period}签约情况的通报\n签约{signed}个。';
  const preview = await post<Told>('reports/circular/preview', { period: '2023-H1', text }, 200);
  expect([preview.title, preview.figures[0]!.printed]).toEqual(['关于2023年上半年签约情况的通报', '3']);
  const typed = await post('reports/circular/template', { text: '# 通报\n开工率40.15%' }, 422, admin);
  expect([typed['code'], typed['detail'] ?? typed['zh']]).toEqual([
    'template-figure-typed',
    expect.stringContaining('40.15%') as string,
  ]);
  await post('reports/circular/template', { text }, 403);
  const published = (await post('reports/circular/template', { text, note: '短版' }, 200, admin)) as {
    template: { version: number };
  };
  expect(published.template.version).toBe(1);
  expect((await get<Told>('reports/circular?period=2023-H1')).title).toContain('签约情况');
  expect(await get('frozen-issues/青招通〔2023〕5号')).toMatchObject({ same: true });
  const lacking = await post('reports/circular/preview', { period: '2023-H1', text: '# 通报\n{signed.progress}' }, 422);
  expect([lacking['code'], lacking['detail'] ?? lacking['zh']]).toEqual([
    'figure-does-not-exist',
    expect.stringContaining('没有下达目标') as string,
  ]);
});

it('a policy published later, of whatever first day, changes nothing of an issue: colours, order and count are those of its moment', async () => {
  const freeze = (report: string, number: string) =>
    post(`reports/${report}/freeze`, { number, period: '2023-H1', format: 'json' }, 200);
  for (const [report, number] of [
    ['supervision-order', '督1号'],
    ['scheduling', '调1号'],
  ] as const)
    await freeze(report, number);
  const before = await get<Told>('reports/supervision-order?period=2023-H1');
  const days = (value: number) => ({ value, unit: 'days' });
  const sharper = {
    ...DEFAULT_POLICY,
    validFrom: '2023-01-01',
    clocks: {
      ...DEFAULT_POLICY.clocks,
      'no-progress': {
        ...DEFAULT_POLICY.clocks['no-progress'],
        own: { blueAfter: days(5), yellow: days(10), red: days(20) },
      },
    },
  };
  const { draft } = (await post('policy/drafts', { policy: sharper }, 201, admin)) as { draft: number };
  const { body } = await t
    .http()
    .post(`/api/policy/drafts/${draft}/publish`)
    .set({ cookie: admin, 'if-match': '"1"' })
    .send({})
    .expect(200);
  expect(body).toMatchObject({ validFrom: '2023-01-01' });
  const after = await get<Told>('reports/supervision-order?period=2023-H1');
  expect(after.blocks).not.toEqual(before.blocks); // by the new rules others are late
  for (const number of ['督1号', '调1号'])
    expect(await get(`frozen-issues/${number}`)).toMatchObject({ number, same: true });
});

import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { readAnswer, readDocx, readHtml, readWorkbook } from '../../../../test/support/printed-report.ts';

let t: TestApi;
let cookie: string;

beforeAll(async () => {
  t = await testApi({}, () => new Date('2023-07-05T02:00:00Z'));
  cookie = await t.signedIn('root', ['admin', 'supervisor']);
  const rows = [
    { row: 2, code: '01', name: '青山区招商局' },
    { row: 3, code: '0101', name: '一组', parent: '01' },
    { row: 4, code: '0102', name: '二组', parent: '01' },
  ];
  await post('organisation/import', { rows }, 200);
  await sign('轴承', '0101', '2022-03-02', '90000000.00');
  await sign('齿轮', '0102', '2023-05-01', '50000000.00');
  await sign('电机', '0101', '2023-01-10', '800000000.00');
  await sign('水泵', '0102', '2023-02-10', '100000000.00');
});
afterAll(() => t.close());

const post = async <A = Record<string, unknown>>(path: string, body: object, status: number) =>
  (
    await t
      .http()
      .post(encodeURI(`/api/${path}`))
      .set('cookie', cookie)
      .send(body)
      .expect(status)
  ).body as A;
const get = async <A = Record<string, unknown>>(path: string, status = 200) =>
  (
    await t
      .http()
      .get(encodeURI(`/api/${path}`))
      .set('cookie', cookie)
      .expect(status)
  ).body as A;
const file = async (path: string): Promise<Buffer> =>
  (
    await t
      .http()
      .get(encodeURI(`/api/${path}`))
      .set('cookie', cookie)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200)
  ).body as Buffer;

const sign = async (code: string, unit: string, on: string, amount: string): Promise<void> => {
  const project = { code, title: `${code}项目`, investor: `${code}公司`, unit, occurredOn: on };
  const { projectId } = await post<{ projectId: string }>('projects/commands/record-project', project, 201);
  const contract = { number: `HT-${code}`, contracted: { amount, currency: 'CNY' }, occurredOn: on };
  await post(`projects/${projectId}/commands/sign-contract`, contract, 200);
};

const large = (measure: string) => ({
  of: 'signing',
  measure,
  window: 'period',
  filter: [{ field: 'contracted', from: '100000000' }],
});
/** Contracts of 1 亿元 and more: what they amount to, and how many of all they are. */
const METRICS = {
  大项目签约额: { title: { zh: '亿元以上签约额', en: 'Signed, large' }, formula: { value: large('amount') } },
  'large-share': {
    title: { zh: '亿元以上项目占比', en: 'Share of large ones' },
    formula: { numerator: large('count'), denominator: { of: 'signing', measure: 'count', window: 'period' } },
  },
};
const TEXT = `# {bureau}{period}通报
签约{signed}个，其中亿元以上{大项目签约额}«，同比{大项目签约额.change}»，占比{large-share}«，同比{large-share.change}»。
@ranking 大项目签约额 large-share`;
const preview = <A = Record<string, unknown>>(period: string, status = 200, text = TEXT) =>
  post<A>('reports/circular/preview', { period, text }, status);
const asked = (period: string) => `reports/circular/file?period=${period}&format=`;
const freeze = (format: string) =>
  post('reports/circular/freeze', { number: `${format}1号`, period: '2023-H1', format }, 200);
const FORMATS = ['docx', 'xlsx', 'html', 'json'] as const;

it('a template that names what no definition of the day has is refused, with its line and the definition', async () => {
  const unknown = { errors: [{ code: 'template-placeholder-unknown', field: 'text.2' }] };
  expect(await preview('2023-H1', 422)).toMatchObject(unknown);
  const refused = await post('reports/circular/template', { text: TEXT }, 422);
  expect(refused).toMatchObject(unknown);
  expect(JSON.stringify(refused)).toContain('{大项目签约额} · default@1');
});

it('a bureau’s own metrics are printed as those of every bureau: value, place, title and key', async () => {
  await post('definitions', { definition: { name: 'default', metrics: METRICS } }, 200);
  const report = readAnswer(await preview('2023-H1'));
  expect(report.lines[0]).toBe('签约3个，其中亿元以上9亿元，占比66.67%。');
  expect(report.cited).toEqual([
    ['signed.value', '3', '签约项目数'],
    ['大项目签约额.value', '9亿元', '亿元以上签约额'],
    ['large-share.value', '66.67%', '亿元以上项目占比 = 2 ÷ 3'],
  ]);
  expect(report.lines[1]).toBe('各单位亿元以上签约额排名');
  expect(report.tables).toEqual([
    [
      ['1', '一组', '80000', '100.00%'],
      ['2', '二组', '10000', '50.00%'],
    ],
  ]);
  const nothing = await preview('2023-03', 422);
  expect([nothing['code'], JSON.stringify(nothing)]).toEqual([
    'figure-does-not-exist',
    expect.stringContaining('large-share.value，分母为零') as string,
  ]);
});

it('document, page, workbook and API tell the same of them, and each opens into its projects', async () => {
  await post('reports/circular/template', { text: TEXT }, 200);
  const answer = readAnswer(await get('reports/circular?period=2023-H1'));
  const docx = await readDocx(await file(`${asked('2023-H1')}docx`));
  const html = readHtml(await file(`${asked('2023-H1')}html`));
  const book = await readWorkbook(await file(`${asked('2023-H1')}xlsx`));
  for (const { lines, tables, cited } of [docx, html]) {
    expect(lines).toEqual(expect.arrayContaining([...answer.lines]));
    expect([tables, cited]).toEqual([answer.tables, answer.cited]);
  }
  expect([book.lines, book.tables, book.cited]).toEqual([answer.lines.slice(0, 1), answer.tables, answer.cited]);
  expect(
    book.behind
      .get('亿元以上签约额')!
      .map(([, code, , , , , value]) => `${code} ${value}`)
      .sort(),
  ).toEqual(['水泵 100000000', '电机 800000000']);
  expect(book.behind.get('亿元以上项目占比·分母')).toHaveLength(3);
});

it('an issue keeps the edition of its definition: later ones change nothing of it, and it is printed again to the last byte', async () => {
  for (const format of FORMATS) await freeze(format);
  const other = { 'large-share': METRICS['large-share'] };
  await post('definitions', { definition: { name: 'default', metrics: other } }, 200);
  expect(await get('reports/circular?period=2023-H1', 422)).toMatchObject({ code: 'template-placeholder-unknown' });
  const { issues } = await get<{ issues: object[] }>('frozen-issues');
  expect(issues).toMatchObject(FORMATS.map(() => ({ definition: { name: 'default', version: 2 } })));
  for (const format of FORMATS) expect(await get(`frozen-issues/${format}1号`)).toMatchObject({ same: true });
  expect(await get('restatements')).toEqual({ rows: [] });
});

it('a figure of an own metric that is otherwise now is told with what was printed and the events by which it is', async () => {
  await sign('机床', '0102', '2023-06-20', '200000000.00');
  const { rows } = await get<{ rows: { issue: string; figure: string }[] }>('restatements');
  const of = (figure: string) => rows.find((row) => row.issue === 'docx1号' && row.figure === figure);
  const because = [{ type: 'ProjectRecorded', project: { code: '机床' } }, { type: 'ContractSigned' }];
  expect(of('大项目签约额.value')).toMatchObject({ printed: '9亿元', now: '11亿元', because });
  expect(of('大项目签约额.value@二组')).toMatchObject({ printed: '10000', now: '30000', because });
  expect(of('large-share.value')).toMatchObject({ printed: '66.67%', now: '75.00%', because });
  expect(of('大项目签约额.value@一组')).toBeUndefined();
});

import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let office: string;
let clerk: string;
beforeAll(async () => {
  t = await testApi();
  office = await t.signedIn('office', ['admin']);
  await t
    .http()
    .post('/api/organisation/import')
    .set('cookie', office)
    .send({
      rows: [
        { row: 2, code: '01', name: '一组', kind: '任务单位' },
        { row: 3, code: '02', name: '二组', kind: '任务单位' },
      ],
    })
    .expect(200);
  clerk = await t.signedIn('clerk', ['clerk'], { unit: '01', scope: 'unit-and-below' });
});
afterAll(() => t.close());

const record = async (body: object, cookie = clerk, status = 201): Promise<Record<string, string>> =>
  (await t.http().post('/api/outreach-records').set('cookie', cookie).send(body).expect(status)).body as Record<
    string,
    string
  >;
const asked = async <A>(path: string, cookie = office): Promise<A> =>
  (await t.http().get(path).set('cookie', cookie).expect(200)).body as A;

interface Table {
  readonly position: number;
  readonly asKnown: string;
  readonly rows: readonly {
    readonly key: string;
    readonly figures: Readonly<Record<string, { readonly value: string; readonly open: string }>>;
  }[];
}
const counted = async (more = ''): Promise<readonly (readonly string[])[]> => {
  const { rows } = await asked<Table>(
    `/api/indicators?period=2026-05&metric=outreach-days&metric=firms-visited${more}`,
  );
  return rows.map(({ key, figures }) => [key, figures['outreach-days']!.value, figures['firms-visited']!.value]);
};

it('trips count by their days and visits by the firm, for the unit whose they are, as of any day and as known then', async () => {
  await record({ kind: 'trip', unit: '01', city: '深圳', days: 4, occurredOn: '2026-04-29' });
  const visit = await record({
    kind: 'visit',
    unit: '01',
    firm: '甲公司',
    effective: true,
    occurredOn: '2026-05-06',
    basis: '出差审批 12 号',
  });
  await record({ kind: 'reception', unit: '02', firm: '乙公司', effective: false }, office);
  await record({ kind: 'promotion', unit: '02', title: '轴承产业推介会' }, office);
  expect(await counted()).toEqual([
    ['01', '2', '1'], // two of the four days lie in May
    ['02', '0', '0'],
  ]);
  expect(await counted('&asOf=2026-05-01')).toEqual([
    ['01', '1', '0'],
    ['02', '0', '0'],
  ]);
  const { asKnown } = await asked<Table>('/api/indicators?period=2026-05&metric=signed');
  await t
    .http()
    .post(`/api/outreach-records/${visit['id']}/commands/void-outreach`)
    .set('cookie', clerk)
    .send({ reason: '重复登记' })
    .expect(200);
  expect((await counted())[0]).toEqual(['01', '2', '0']);
  expect((await counted(`&asKnown=${encodeURIComponent(asKnown)}`))[0]).toEqual(['01', '2', '1']);
});

it('a figure opens into the outreach and its paper', async () => {
  await record({
    kind: 'visit',
    unit: '01',
    firm: '丙公司',
    effective: true,
    occurredOn: '2026-05-07',
    basis: '出差审批 13 号',
  });
  const { numerator } = await asked<{ numerator: { value: string; rows: readonly object[] } }>(
    '/api/figures/firms-visited?period=2026-05&by=unit&key=01',
  );
  expect(numerator).toMatchObject({
    value: '1',
    rows: [
      {
        project: { code: '', name: '走访丙公司' },
        event: { type: 'FirmVisited', on: '2026-05-07', basis: '出差审批 13 号' },
        value: '1',
      },
    ],
  });
});

it('nobody records for a unit beyond what they may see, nor days that lie ahead', async () => {
  expect(await record({ kind: 'visit', unit: '02', firm: '丁公司', effective: true }, clerk, 403)).toMatchObject({
    code: 'unit-beyond-scope',
  });
  expect(await record({ kind: 'trip', unit: '01', city: '上海', days: 3 }, clerk, 422)).toMatchObject({
    code: 'trip-not-over',
  });
});

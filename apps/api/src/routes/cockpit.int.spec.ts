import { testApi, type TestApi } from '../../../../test/support/api.ts';

interface Bin {
  readonly list: string;
  readonly where: readonly string[];
  readonly total: number;
  readonly contracted: readonly object[];
  readonly colours: Readonly<Record<string, { readonly total: number; readonly contracted: readonly object[] }>>;
}
interface Cockpit {
  readonly position: number;
  readonly live: Bin;
  readonly lists: readonly Bin[];
  readonly backlogYears: readonly (Bin & { readonly year: number })[];
  readonly backlogAges: readonly (Bin & { readonly fromMonths: number })[];
  readonly steps: readonly Bin[];
  readonly weeks: readonly { readonly from: string; readonly dues: number; readonly reds: number }[];
  readonly months: readonly { readonly month: string; readonly signed: number }[];
  readonly sameDays: { readonly month: string; readonly to: string; readonly signed: number };
}

let t: TestApi;
let office: string;
let groupOne: string;
const ids: Record<string, string> = {};

const give = async (path: string, body: object, cookie = office): Promise<{ projectId: string; position: number }> => {
  const answer = await t.http().post(`/api/projects${path}`).set('cookie', cookie).send(body);
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.body as { projectId: string; position: number };
};
const get = async <T>(path: string, cookie = office): Promise<T> =>
  (await t.http().get(path).set('cookie', cookie).expect(200)).body as T;
const cockpit = (query = '', cookie = office) => get<Cockpit>(encodeURI(`/api/cockpit?${query}`), cookie);

beforeAll(async () => {
  t = await testApi({}, () => new Date('2023-06-30T02:00:00Z'));
  office = await t.signedIn('office', ['admin']);
  const rows = [
    { row: 2, code: '01', name: '招商局' },
    { row: 3, code: '0101', name: '一组', parent: '01' },
    { row: 4, code: '0102', name: '二组', parent: '01' },
  ];
  await t.http().post('/api/organisation/import').set('cookie', office).send({ rows }).expect(200);
  groupOne = await t.signedIn('one', ['clerk'], { unit: '0101', scope: 'unit-and-below' });
  const signed = [
    ['轴承', '一组', '2021-03-02', '90000000.00', 'CNY'],
    ['齿轮', '0102', '2023-05-01', '5000000.00', 'CNY'],
    ['电机', '0101', '2023-01-10', '800000000.00', 'CNY'],
    ['芯片', '0102', '2017-08-01', '7000000.00', 'USD'],
  ] as const;
  for (const [title, unit, on, amount, currency] of signed) {
    const { projectId } = await give('/commands/record-project', { code: title, title, unit, occurredOn: on });
    await give(`/${projectId}/commands/sign-contract`, { contracted: { amount, currency }, occurredOn: on });
    ids[title] = projectId;
  }
  await give(`/${ids['电机']}/commands/certify-start`, { occurredOn: '2023-04-03' });
  await give(`/${ids['电机']}/commands/enter-statistics`, { occurredOn: '2023-05-05' });
  await give('', { code: 'L1', title: '线索', unit: '一组', occurredOn: '2023-06-29' });
}, 600_000);
afterAll(() => t.close());

const numbersOf = ({ total, contracted, colours }: Bin) => ({
  total,
  contracted,
  colours: Object.fromEntries(Object.entries(colours).map(([colour, of]) => [colour, of.total])),
});

it.each(['', 'asOf=2023-03-31', 'unit=0101', 'asKnown=2000-01-01T00:00:00Z'])(
  'each number of the cockpit is that of the list which it opens (%s)',
  async (query) => {
    const { live, lists, backlogYears, backlogAges, steps } = await cockpit(query);
    for (const bin of [live, ...lists, ...backlogYears, ...backlogAges, ...steps]) {
      const where = bin.where.map((one) => `&where=${encodeURIComponent(one)}`).join('');
      const list = await get<{ total: number; sums: { contracted: object[] }; colours: object }>(
        `/api/lists/${bin.list}?${query}${where}`,
      );
      expect([bin.list, bin.where, numbersOf(bin)]).toEqual([
        bin.list,
        bin.where,
        { total: list.total, contracted: list.sums.contracted, colours: list.colours },
      ]);
    }
  },
);

it('years and ages each divide the backlog, and foreign money stays in its currency', async () => {
  const { backlogYears, backlogAges, steps } = await cockpit();
  expect(backlogYears.map(({ year, total }) => [year, total])).toEqual([
    [2023, 1],
    [2022, 0],
    [2021, 1],
    [2020, 0],
    [2019, 1],
  ]);
  expect(backlogAges.map(({ fromMonths, total }) => [fromMonths, total])).toEqual([
    [0, 1],
    [3, 0],
    [6, 0],
    [12, 0],
    [24, 2],
  ]);
  expect(backlogYears.at(-1)!.contracted).toEqual([{ amount: '7000000.00', currency: 'USD' }]);
  expect(steps.map(({ total }) => total)).toEqual([4, 1, 1, 0]);
});

it('a month of the trend is the figure of that month', async () => {
  const { months } = await cockpit();
  expect(months.map(({ month }) => month).at(0)).toBe('2022-06');
  expect(months.at(-1)).toMatchObject({ month: '2023-06', signed: 0 });
  for (const { month, signed } of months) {
    const { figure } = await get<{ figure: { value: string } }>(`/api/figures/signed?period=${month}`);
    expect([month, figure.value]).toEqual([month, String(signed)]);
  }
});

it('the month that runs is held against the same days of the year before, not against its whole month', async () => {
  const before = async (asOf: string) => {
    const { sameDays } = await cockpit(`asOf=${asOf}`);
    return [sameDays.month, sameDays.to, sameDays.signed];
  };
  expect(await before('2024-01-09')).toEqual(['2023-01', '2023-01-09', 0]); // signed on the day after
  expect(await before('2024-01-10')).toEqual(['2023-01', '2023-01-10', 1]);
});

it('what lies ahead is told by week, each from the day shown', async () => {
  const { weeks } = await cockpit('asOf=2023-03-01');
  expect(weeks.map(({ from }) => from)).toEqual(['2023-03-01', '2023-03-06', '2023-03-13', '2023-03-20', '2023-03-27']);
  expect(weeks.map(({ dues }) => dues)).toEqual([0, 1, 0, 0, 0]); // silence since 10 January: two months
  const later = await cockpit('asOf=2023-03-15');
  expect(later.weeks.map(({ reds }) => reds)).toEqual([0, 0, 0, 0, 1]); // three months, as it looked before the start
});

it('who sees only a unit counts only what that unit holds', async () => {
  expect((await cockpit('', groupOne)).live.total).toBe(3);
  expect((await cockpit()).live.total).toBe(5);
});

it('a new fact is in the next answer', async () => {
  const before = await cockpit();
  await give(`/${ids['齿轮']}/commands/certify-start`, { occurredOn: '2023-06-29' });
  const after = await cockpit();
  expect([after.steps[1]!.total - before.steps[1]!.total, after.position > before.position]).toEqual([1, true]);
});

it('a leader is shown what that leader answers for', async () => {
  await give(`/${ids['轴承']}/commands/assign-owner`, { unit: '0101', leader: '高坎' });
  expect((await cockpit('leader=高坎')).live.total).toBe(1);
  expect((await cockpit('leader=无此人')).live.total).toBe(0);
});

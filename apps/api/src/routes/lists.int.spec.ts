import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let clerk: string;
let groupOne: string;
const ids: Record<string, string> = {};
beforeAll(async () => {
  t = await testApi({}, () => new Date('2023-06-30T02:00:00Z'));
  clerk = await t.signedIn('clerk', ['clerk']);
  const admin = await t.signedIn('root', ['admin']);
  const rows = [
    { row: 2, code: '01', name: '招商局' },
    { row: 3, code: '0101', name: '一组', parent: '01' },
    { row: 4, code: '0102', name: '二组', parent: '01' },
  ];
  await t.http().post('/api/organisation/import').set('cookie', admin).send({ rows }).expect(200);
  groupOne = await t.signedIn('group-one', ['clerk'], { unit: '0101', scope: 'unit-and-below' });
  const give = async (path: string, body: object, status: number) =>
    (await t.http().post(`/api/projects${path}`).set('cookie', clerk).send(body).expect(status)).body as {
      projectId: string;
      position: number;
    };
  const signed = [
    ['轴承', '一组', '2021-03-02', '2021-09-01', '90000000.00'],
    ['齿轮', '0102', '2023-05-01', '2024-05-01', '5000000.00'],
    ['电机', '0101', '2023-01-10', '2023-07-15', '800000000.00'],
  ] as const;
  for (const [title, unit, on, agreedStart, amount] of signed) {
    const { projectId } = await give(
      '/commands/record-project',
      { code: title, title: `${title}项目`, investor: `${title}公司`, unit, occurredOn: on },
      201,
    );
    await give(
      `/${projectId}/commands/sign-contract`,
      { number: `HT-${title}`, contracted: { amount, currency: 'CNY' }, agreedStart, occurredOn: on },
      200,
    );
    ids[title] = projectId;
  }
  for (let n = 1; n <= 5; n += 1)
    await give('', { code: `L${n}`, title: `线索${n}`, unit: '一组', occurredOn: '2023-06-29' }, 201);
});
afterAll(() => t.close());

interface Listed {
  readonly total: number;
  readonly rows: { name: string; colour: string; clock: string; due: string; unit: { code: string; name: string } }[];
  readonly next: string | null;
  readonly colours: Record<string, number>;
  readonly sums: { contracted: object[] };
  readonly code?: string;
  readonly position: number;
}
const list = async <A = Listed>(query: string, cookie = clerk, status = 200) =>
  (
    await t
      .http()
      .get(encodeURI(`/api/lists/${query}`))
      .set('cookie', cookie)
      .expect(status)
  ).body as A;
const names = ({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name);
const HEAD = 'atLeast=14'; // three projects with contracts and five leads: their facts are among the first positions

it('a list answers with rows, colours and sums, worst first, and waits for what was just recorded', async () => {
  const backlog = await list(`signed-not-started?${HEAD}`);
  expect(backlog).toMatchObject({
    list: 'signed-not-started',
    asOf: '2023-06-30',
    total: 3,
    sums: { contracted: [{ amount: '895000000.00', currency: 'CNY' }] },
    next: null,
  });
  expect(backlog.rows[0]).toMatchObject({
    name: '轴承项目',
    colour: 'red',
    clock: 'no-progress',
    due: '2021-05-02',
    unit: { code: '0101', name: '一组' },
    contracted: { amount: '90000000.00', currency: 'CNY' },
  });
  expect(Object.values(backlog.colours).reduce((sum, count) => sum + count)).toBe(3);
});

it('a past day shows what stood then', async () => {
  expect(names(await list('signed-not-started?asOf=2022-12-31'))).toEqual(['轴承项目']);
  expect((await list('signed-not-started?asOf=2020-01-01')).total).toBe(0);
  expect((await list('signed-not-started?asKnown=2000-01-01T00:00:00Z')).total).toBe(0);
});

it('pages follow each other without gap or repetition', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Listed = await list(`leads?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
    expect(page.total).toBe(5);
    seen.push(...names(page));
    cursor = page.next;
  } while (cursor !== null);
  expect(seen.sort()).toEqual(['线索1', '线索2', '线索3', '线索4', '线索5']);
});

it('is narrowed by unit with those below, by conditions, colour and search', async () => {
  expect(names(await list('signed-not-started?unit=0102'))).toEqual(['齿轮项目']);
  expect((await list('signed-not-started?unit=招商局')).total).toBe(3);
  expect((await list('signed-not-started?unit=没有这个单位')).total).toBe(0);
  expect(names(await list('signed-not-started?where=signingYear=2021'))).toEqual(['轴承项目']);
  expect(names(await list('signed-not-started?where=contracted>=800000000.00&where=name~电'))).toEqual(['电机项目']);
  expect(names(await list('signed-not-started?colour=red'))).toEqual(['轴承项目', '电机项目']); // neither has said a word of progress since the signing
  expect(names(await list('signed-not-started?q=HT-齿轮'))).toEqual(['齿轮项目']);
  const found = await t.http().get(encodeURI('/api/search?q=电机公司')).set('cookie', clerk).expect(200);
  expect(names(found.body as { rows: { name: string }[] })).toEqual(['电机项目']);
});

it('shows each only what their unit holds, in rows, totals and searches alike', async () => {
  const mine = await list('signed-not-started', groupOne);
  expect([mine.total, names(mine).sort(), mine.sums.contracted]).toEqual([
    2,
    ['电机项目', '轴承项目'],
    [{ amount: '890000000.00', currency: 'CNY' }],
  ]);
  expect((await list('signed-not-started?unit=0102', groupOne)).total).toBe(0);
  const found = await t.http().get(encodeURI('/api/search?q=齿轮')).set('cookie', groupOne).expect(200);
  expect(found.body).toEqual({ rows: [] });
});

it('finds open projects that a new one may be the same as, of those that the caller sees', async () => {
  const alike = async (query: string, who = clerk) => {
    const found = await t
      .http()
      .get(encodeURI(`/api/alike?${query}`))
      .set('cookie', who)
      .expect(200);
    return (found.body as { rows: { name: string; level: number }[] }).rows.map(({ name, level }) => [name, level]);
  };
  expect(await alike('name=齿轮 项目&investor=齿轮公司')).toEqual([['齿轮项目', 1]]);
  expect(await alike('name=齿轮项目')).toEqual([['齿轮项目', 4]]);
  expect(await alike('name=齿轮 项目&investor=齿轮公司', groupOne)).toEqual([]);
});

it('shows who sees only their own projects those they answer for, and nothing to who bears the same name', async () => {
  const steward = await t.signedIn('zhang', ['clerk'], { name: '张三', scope: 'own-projects' });
  const namesake = await t.signedIn('zhang2', ['clerk'], { name: '张三', scope: 'own-projects' });
  const assign = async (to: string): Promise<number> => {
    const { body } = await t
      .http()
      .post(`/api/projects/${ids['电机']!}/commands/assign-owner`)
      .set('cookie', clerk)
      .send({ steward: to })
      .expect(200);
    return (body as { position: number }).position;
  };
  const written = await assign('张三'); // a name is nobody yet
  expect((await list(`signed-not-started?atLeast=${written}`, steward)).total).toBe(0);
  const named = await assign('@zhang');
  expect(names(await list(`signed-not-started?atLeast=${named}`, steward))).toEqual(['电机项目']);
  expect((await list('signed-not-started', namesake)).total).toBe(0);
  await t.http().get(`/api/projects/${ids['电机']!}`).set('cookie', steward).expect(200);
  await t.http().get(`/api/projects/${ids['轴承']!}`).set('cookie', steward).expect(404);
  await t.http().get(`/api/projects/${ids['电机']!}`).set('cookie', namesake).expect(404);
});

it('shows the past as today’s permissions allow: who gave a project away no longer sees it as it was', async () => {
  const giver = await t.signedIn('giver', ['clerk'], { unit: '0101', scope: 'unit' });
  const [day] = new Date(Date.now() - 86_400_000).toISOString().split('T');
  const held = (await list(`signed-not-started?asOf=${day!}`, giver)).total as number;
  const { body } = await t
    .http()
    .post(`/api/projects/${ids['电机']!}/commands/assign-owner`)
    .set('cookie', clerk)
    .send({ unit: '0102' })
    .expect(200);
  const { position } = body as { position: number };
  expect((await list(`signed-not-started?asOf=${day!}&atLeast=${position}`, giver)).total).toBe(held - 1);
});

const cursorOf = (given: object): string =>
  Buffer.from(
    JSON.stringify({ worst: ['infinity', 'infinity', 'infinity', 'L1', 'x'], position: '1', ...given }),
  ).toString('base64url');
it('orders by a column, tells apart by the signing year, and finds by pinyin initials', async () => {
  const names = async (query: string) => (await list(query)).rows.map(({ name }) => name);
  expect(await names('signed?sort=-contracted')).toEqual(['电机项目', '轴承项目', '齿轮项目']);
  expect(await names('signed?sort=signedOn')).toEqual(['轴承项目', '电机项目', '齿轮项目']);
  const years = await list<{
    groups: { key: string; total: number }[];
  }>('signed?group=signingYear&sort=contracted');
  expect(years.groups.map(({ key, total }) => [key, total])).toEqual([
    ['2023', 2],
    ['2021', 1],
  ]);
  expect(await names('signed?group=signingYear&sort=contracted')).toEqual(['齿轮项目', '电机项目', '轴承项目']);
  for (const q of ['zcxm', '轴承', 'ht-轴', '轴承公司', 'ZCGS'])
    expect(await names(`signed?q=${q}`)).toEqual(['轴承项目']);
});
it('counts every list as the list itself does, for each what they may see', async () => {
  for (const cookie of [clerk, groupOne])
    for (const asOf of ['2023-06-30', '2021-06-30']) {
      const { body } = await t.http().get(`/api/list-counts?asOf=${asOf}`).set('cookie', cookie).expect(200);
      const counts = (body as { lists: { name: string; total: number; contracted: object[] }[] }).lists;
      expect(counts.length).toBeGreaterThan(10);
      for (const { name, total, contracted } of counts) {
        const whole = await list(`${name}?asOf=${asOf}`, cookie);
        expect([name, total, contracted]).toEqual([name, whole.total, whole.sums.contracted]);
      }
    }
});
it('says what is wrong with a question instead of failing', async () => {
  const wrong: readonly (readonly [string, number, string])[] = [
    ['nothing', 404, 'list-unknown'],
    ['leads?where=password=1', 400, 'unknown-field'],
    ['leads?where=signedOn>=soon', 400, 'invalid-request'],
    ['leads?where=contracted=1;drop table', 400, 'invalid-request'],
    ['leads?where=constructor=1', 400, 'unknown-field'],
    ['leads?where=signedOn=2023-02-30', 400, 'invalid-text'],
    ['leads?asOf=2023-02-30', 400, 'invalid-request'],
    ['leads?asKnown=yesterday', 400, 'invalid-request'],
    ['leads?limit=0', 400, 'invalid-request'],
    ['leads?limit=9999', 400, 'invalid-request'],
    ['leads?cursor=abc', 400, 'invalid-cursor'],
    ['leads?colour=purple', 400, 'invalid-request'],
    ['leads?sort=clock', 400, 'unknown-field'],
    ['leads?sort=tags', 400, 'unknown-field'],
    ['leads?sort=-', 400, 'unknown-field'],
    ['leads?group=name', 400, 'invalid-request'],
    ['leads?where=clock=soon', 400, 'invalid-request'],
    [`leads?cursor=${cursorOf({ order: ['name'], at: ['a'] })}`, 400, 'invalid-cursor'],
    [`leads?sort=signedOn&cursor=${cursorOf({ order: ['signedOn'], at: ['soon'] })}`, 400, 'invalid-cursor'],
    ['leads?asOf=2023-01-01&asOf=2023-01-02', 400, 'invalid-request'],
  ];
  for (const [query, status, code] of wrong)
    expect([query, (await list(query, clerk, status)).code]).toEqual([query, code]);
});

it('explains a colour in the shape that the document says', async () => {
  const { body } = await t
    .http()
    .get(`/api/projects/${ids['轴承']!}/explain?asOf=2023-06-30`)
    .set('cookie', clerk)
    .expect(200);
  expect(body).toMatchObject({
    project: { id: ids['轴承'], name: '轴承项目' },
    asOf: '2023-06-30',
    phase: 'signing',
    colour: 'red',
    clock: 'no-progress',
  });
  const agreed = (body.clocks as { clock: string }[]).find(({ clock }) => clock === 'agreed-start');
  expect(agreed).toMatchObject({
    startedBy: { event: 'ContractSigned', version: 2, on: '2021-03-02' },
    due: '2021-09-01',
    daysLate: 667,
    colour: 'red',
    counted: { unit: 'days', length: 183 },
    crossings: [
      { colour: 'blue', on: '2021-08-02' },
      { colour: 'yellow', on: '2021-09-02' },
      { colour: 'orange', on: '2021-10-02' },
      { colour: 'red', on: '2021-12-01' },
    ],
  });
});

it('refuses a code or a contract number that another project has, also when both come at once', async () => {
  const post = (path: string, body: object) => t.http().post(`/api/projects${path}`).set('cookie', clerk).send(body);
  expect((await post('', { code: '轴承', title: '另一项目' })).body).toMatchObject({
    status: 409,
    code: 'code-taken',
    errors: [{ field: 'code' }],
  });
  const both = await Promise.all([post('', { code: 'SAME', title: '甲' }), post('', { code: 'SAME', title: '乙' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const {
    body: { projectId },
  } = await post('', { title: '无编号' }).expect(201);
  const sign = (number: string) =>
    post(`/${projectId as string}/commands/sign-contract`, { number, contracted: { amount: '1.00', currency: 'CNY' } });
  expect((await sign('HT-轴承')).body).toMatchObject({ status: 409, code: 'contract-number-taken' });
  await sign('HT-新').expect(200);
  const {
    body: { state },
  } = await t
    .http()
    .get(`/api/projects/${projectId as string}`)
    .set('cookie', clerk);
  expect((state as { code: string }).code).toMatch(/^LD-\d{6}$/); // Luodi gives a number where the bureau has none
});

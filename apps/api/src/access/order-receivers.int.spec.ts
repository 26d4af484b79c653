import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
const cookies: Record<string, string> = {};
let project: string;

const post = async (who: string, url: string, body: object) => {
  const { status, body: answer } = await t.http().post(url).set('cookie', cookies[who]!).send(body);
  return { status, ...(answer as { code?: string; projectId?: string; id?: string; events?: string[] }) };
};
const acknowledge = async (who: string, order: string): Promise<string> => {
  const { code, events } = await post(who, `/api/orders/${order}/commands/acknowledge-order`, {});
  return code ?? events!.join();
};
const offered = async (who: string, order: string): Promise<boolean> => {
  const { body } = await t.http().get(`/api/orders/${order}`).set('cookie', cookies[who]!).expect(200);
  return (body as { allowed: { type: string }[] }).allowed.some(({ type }) => type === 'AcknowledgeOrder');
};
const ordered = async (unit: string, people: readonly string[] = []): Promise<string> =>
  (await post('office', '/api/orders', { project, unit, people, rule: '逾期未开工' })).id!;

beforeAll(async () => {
  t = await testApi();
  cookies['office'] = await t.signedIn('office', ['admin', 'supervisor']);
  const units = [
    { row: 2, code: '01', name: '甲局' },
    { row: 3, code: '0101', name: '甲局一组', parent: '01' },
    { row: 4, code: '02', name: '乙局' },
  ];
  await post('office', '/api/organisation/import', { rows: units });
  for (const [user, unit] of [
    ['of-01', '01'],
    ['of-0101', '0101'],
    ['of-02', '02'],
    ['deputy', '02'],
    ['stand-in', '02'],
    ['stranger', '02'],
  ] as const)
    cookies[user] = await t.signedIn(user, ['clerk'], { unit });
  const appointed = { unit: '01', role: 'deputy', person: '副局长', account: 'deputy' };
  await post('office', '/api/organisation/commands/appoint-person', appointed);
  project = (await post('office', '/api/projects', { title: '轴承项目' })).projectId!;
});
afterAll(() => t.close());

it.each(['01', '甲局'])(
  'an order to %s is signed for by its people and those below, and by who holds an office in it',
  async (unit) => {
    for (const who of ['of-01', 'of-0101', 'deputy']) {
      const order = await ordered(unit);
      expect([await offered('stranger', order), await acknowledge('stranger', order)]).toEqual([
        false,
        'received-by-other',
      ]);
      expect([who, await offered(who, order), await acknowledge(who, order)]).toEqual([who, true, 'OrderAcknowledged']);
    }
  },
);

it('an order is not issued to a unit that the organisation does not know, where it names nobody who could sign', async () => {
  for (const people of [[], ['某人']])
    expect(
      await post('office', '/api/orders', { project, unit: '早已撤销的局', people, rule: '逾期未开工' }),
    ).toMatchObject({ status: 422, code: 'unit-unknown' });
});

it('an order to a unit that the organisation does not know is signed for by nobody but whom it names', async () => {
  const order = await ordered('早已撤销的局', ['@of-0101']);
  for (const who of ['of-01', 'of-02', 'stranger']) expect(await acknowledge(who, order)).toBe('received-by-other');
  const naming = await ordered('早已撤销的局', ['@of-02']);
  expect(await acknowledge('stranger', naming)).toBe('received-by-other');
  expect(await acknowledge('of-02', naming)).toBe('OrderAcknowledged');
});

it('who is named and away is stood in for by the deputy of that leave, and by nobody else', async () => {
  const day = t.office.today();
  const leave = { person: '@of-0101', from: day, until: day, deputy: '@stand-in' };
  const before = await ordered('02', ['@of-0101']);
  expect((await post('office', '/api/organisation/commands/record-leave', leave)).status).toBe(200);
  const naming = await ordered('01', ['@of-0101']);
  expect(await acknowledge('stranger', naming)).toBe('received-by-other');
  expect(await acknowledge('stand-in', naming)).toBe('OrderAcknowledged');
  expect(await acknowledge('of-0101', before)).toBe('OrderAcknowledged'); // away, and there all the same
});

it('no matter takes the name of an approver that nobody asked: it is refused, and not kept as if somebody had approved', async () => {
  const order = { project, unit: '01', rule: '逾期未开工', approver: '局长' };
  expect(await post('office', '/api/orders', order)).toMatchObject({ status: 400, code: 'invalid-request' });
  const unit = { code: '03', name: '丙局', approver: '局长' };
  expect(await post('office', '/api/organisation/commands/add-unit', unit)).toMatchObject({ status: 400 });
});

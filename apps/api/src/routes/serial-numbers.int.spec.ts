import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let cookie: string;
let project: string;
const post = async (url: string, body: object, key?: string) => {
  const request = t.http().post(url).set('cookie', cookie);
  return (await (key === undefined ? request : request.set('idempotency-key', key)).send(body)).body as {
    id: string;
    code: string;
    projectId: string;
  };
};
const order = (more: object, key?: string) =>
  post('/api/orders', { project, unit: '01', rule: '桩基未进场', ...more }, key);
const numberOf = async (id: string): Promise<string> =>
  ((await t.http().get(`/api/orders/${id}`).set('cookie', cookie)).body as { number: string }).number;

beforeAll(async () => {
  t = await testApi({}, () => new Date('2026-03-02T02:00:00Z'));
  cookie = await t.signedIn('office', ['admin']);
  await post('/api/organisation/import', { rows: [{ row: 2, code: '01', name: '招商局' }] });
  project = (await post('/api/projects', { title: '轴承项目', code: 'Z-1' })).projectId;
}, 600_000);
afterAll(() => t.close());

it('serial numbers are given by the product, without gaps after what was refused, and once however often it is sent', async () => {
  const { id } = await order({}, 'k-1');
  expect(await numberOf(id)).toBe('督办〔2026〕1号');
  expect((await order({ number: '督办〔2026〕1号' })).code).toBe('number-is-given');
  expect((await order({ receiptDue: '2026-03-20', replyDue: '2026-03-10' })).code).toBe('due-before-issue');
  expect((await order({ occurredOn: '2026-03-09' })).code).toBe('occurred-in-future');
  expect((await order({}, 'k-1')).id).toBe(id);
  const all = await Promise.all(Array.from({ length: 16 }, (_, n) => order({}, n % 2 === 0 ? 'k-2' : `k-3-${n}`)));
  const ids = [...new Set(all.map((one) => one.id))];
  const numbers = await Promise.all(ids.map(numberOf));
  expect(numbers.sort()).toEqual(ids.map((_, n) => `督办〔2026〕${n + 2}号`).sort());
});

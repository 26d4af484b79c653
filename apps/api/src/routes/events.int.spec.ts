import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { until } from '../../../../test/support/soon.ts';

let t: TestApi;
let auditor: string;
let clerk: string;
beforeAll(async () => {
  t = await testApi();
  auditor = await t.signedIn('auditor', ['auditor']);
  clerk = await t.signedIn('clerk', ['clerk']);
});
afterAll(() => t.close());

interface Page {
  readonly events: readonly { readonly type: string; readonly position: string; readonly subject: string }[];
  readonly cursor: string;
}
const page = async (query: string, cookie = auditor): Promise<Page> =>
  (await t.http().get(`/api/events${query}`).set('cookie', cookie).expect(200)).body as Page;
const register = (title: string) => t.http().post('/api/projects').set('cookie', clerk).send({ title }).expect(201);

it('tells every fact once, in the order of the log, to who asks on from the cursor', async () => {
  await register('甲');
  await register('乙');
  const told: Page['events'][number][] = [];
  let cursor = '';
  for (let next = await page('?limit=2'); next.events.length > 0; next = await page(`?limit=2&after=${cursor}`)) {
    told.push(...next.events);
    cursor = next.cursor;
  }
  const log = await t.office.store.readAll(0n, 10_000);
  expect(told.map(({ position }) => position)).toEqual(log.map(({ position }) => String(position)));
  expect((await page(`?after=${cursor}`)).cursor).toBe(cursor); // nothing new: ask on from there
  const [registered] = told.filter(({ type }) => type === 'LeadRegistered');
  expect(registered).toMatchObject({
    specversion: '1.0',
    source: '/luodi/log',
    datacontenttype: 'application/json',
    schemaversion: expect.any(Number),
    actoruser: 'clerk',
    data: { title: '甲' },
  });
});

it('goes on from any place, and refuses a cursor that is none', async () => {
  expect((await page('?after=999999999')).events).toEqual([]);
  await t.http().get('/api/events?after=x').set('cookie', auditor).expect(400);
});

it('is for auditors and administrators who see everything, and for tokens that are given it', async () => {
  await t.http().get('/api/events').set('cookie', clerk).expect(403);
  const narrow = await t.signedIn('narrow', ['auditor'], { scope: 'unit', unit: 'XL' });
  const refused = await t.http().get('/api/events').set('cookie', narrow).expect(403);
  expect(refused.body.code).toBe('feed-beyond-scope');
  for (const [permission, status] of [
    ['follow-events', 200],
    ['see-projects', 403],
  ] as const) {
    const token = await t
      .http()
      .post('/api/tokens')
      .set('cookie', auditor)
      .send({ name: permission, permissions: [permission], days: 1 })
      .expect(201);
    const bearer = `Bearer ${token.body.secret as string}`;
    await t.http().get('/api/events?limit=1').set('authorization', bearer).expect(status);
  }
});

it('is told as it is recorded, and goes on where a reader stopped', async () => {
  const url = `${await t.api.app.getUrl()}/api/events`;
  const heard = async (from: string, until: string): Promise<readonly string[]> => {
    const stop = new AbortController();
    const answer = await fetch(url, {
      headers: { accept: 'text/event-stream', cookie: auditor, 'last-event-id': from },
      signal: stop.signal,
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of answer.body!) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.includes(until)) break;
    }
    stop.abort();
    return [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id!);
  };
  const { cursor } = await page('?limit=1000');
  const first = heard(cursor, '丙');
  await register('丙');
  const ids = await first;
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.every((id) => BigInt(id) > BigInt(cursor))).toBe(true);
  await register('丁');
  const rest = await heard(ids.at(-1)!, '丁');
  expect(rest).not.toContain(ids.at(-1));
});

it('is followed by twenty at once: the next is told to come later, and takes the place of one who leaves', async () => {
  const url = `${await t.api.app.getUrl()}/api/events`;
  const { cursor } = await page('?limit=1000');
  const follow = async (): Promise<{ readonly status: number; readonly leave: () => void }> => {
    const stop = new AbortController();
    const headers = { accept: 'text/event-stream', cookie: auditor, 'last-event-id': cursor };
    const { status } = await fetch(url, { headers, signal: stop.signal });
    return {
      status,
      leave: () => {
        stop.abort();
      },
    };
  };
  const followers = await Promise.all(Array.from({ length: 20 }, follow));
  expect(new Set(followers.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await follow()).status).toBe(429);
  followers.pop()!.leave();
  await until('a place is free', async () => {
    const next = await follow();
    if (next.status === 200) followers.push(next);
    return next.status === 200;
  });
  expect((await follow()).status).toBe(429); // one left, one came
  for (const { leave } of followers) leave();
});

it('publishes what the facts of the feed look like', async () => {
  const get = async (path: string) => (await t.http().get(path).set('cookie', clerk).expect(200)).body;
  const { events } = (await get('/api/catalogue')) as { events: readonly { type: string; version: number }[] };
  expect(events).toContainEqual(expect.objectContaining({ type: 'ContractSigned', version: 2, versions: [1, 2] }));
  const { schemas } = await get('/api/catalogue/ContractSigned');
  expect(schemas[1]).toMatchObject({
    version: 2,
    schema: { $id: 'urn:luodi:event:ContractSigned:2', title: '签订正式合同 · Contract signed' },
    example: { contracted: { amount: '641000000.00', currency: 'CNY' } },
  });
  expect((await get('/api/asyncapi.json')).asyncapi).toBe('3.0.0');
  await t.http().get('/api/catalogue/__proto__').set('cookie', clerk).expect(404);
  const told = (await page('?limit=1000')).events as readonly { readonly dataschema?: string }[];
  expect(told.map(({ dataschema }) => dataschema)).toContain('urn:luodi:event:LeadRegistered:2');
});

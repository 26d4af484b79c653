import { request } from 'node:http';
import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let cookie: string;
beforeAll(async () => {
  t = await testApi();
  cookie = await t.signedIn('clerk', ['clerk']);
});
afterAll(() => t.close());

const record = async (): Promise<string> => {
  const { body } = await t.http().post('/api/projects').set('cookie', cookie).send({ title: '轴承项目' }).expect(201);
  return (body as { projectId: string }).projectId;
};

/** The first thing that a follower is told. */
const told = (since: number): Promise<object> =>
  new Promise((resolve) => {
    const leave = t.office.live.follow((change) => {
      leave();
      resolve(change);
    }, since);
  });

it('tells that something was recorded since the page was asked for, of which kind and nothing else, to who is signed in', async () => {
  await t.http().get('/api/live').expect(401);
  const { body } = await t.http().get('/api/session').set('cookie', cookie).expect(200);
  const { position } = body as { position: number };
  const project = await record(); // before anybody follows
  const change = await told(position);
  expect(change).toEqual({ position: expect.any(Number), kinds: ['project'] });
  expect((change as { position: number }).position).toBeGreaterThan(position);
  expect(JSON.stringify(change)).not.toContain(project);
});

it('each follower is told from where it stands', async () => {
  const before = Number(await t.office.store.head());
  await record();
  const between = Number(await t.office.store.head());
  const first = told(before);
  const second = told(between);
  await first;
  await record();
  expect(await second).toMatchObject({ kinds: ['project'] });
});

/** The first lines with data of a stream that is asked for. */
const firstNews = (path: string, headers: Readonly<Record<string, string>>): Promise<string> =>
  new Promise((resolve, reject) => {
    const address = new URL(t.http().get('/api/health/live').url);
    const asked = request(
      { host: address.hostname, port: address.port, path, headers: { cookie, ...headers } },
      (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (!text.includes('data: ')) return;
          resolve(text);
          asked.destroy();
        });
      },
    );
    asked.on('error', reject);
    asked.end();
  });

it('a browser that comes again is told what it missed, by the last position it heard of', async () => {
  const before = Number(await t.office.store.head());
  await record();
  const head = Number(await t.office.store.head());
  const news = `id: ${head}\ndata: {"position":${head},"kinds":["project"]}`;
  expect(await firstNews(`/api/live?since=${before}`, {})).toContain(news);
  expect(await firstNews(`/api/live?since=${head}`, { 'last-event-id': String(before) })).toContain(news);
});

it('a stream is kept open, unbuffered and uncompressed, until its browser goes', async () => {
  const server = t.http().get('/api/health/live');
  const address = new URL(server.url);
  const headers = await new Promise<NodeJS.Dict<string | string[]>>((resolve, reject) => {
    const asked = request(
      { host: address.hostname, port: address.port, path: '/api/live', headers: { cookie } },
      (answer) => {
        answer.once('data', (chunk: Buffer) => {
          expect(chunk.toString()).toContain('retry: 5000');
          resolve(answer.headers);
          asked.destroy();
        });
      },
    );
    asked.on('error', (error) => {
      if (!asked.destroyed) reject(error);
    });
    asked.end();
  });
  expect(headers).toMatchObject({ 'x-accel-buffering': 'no', 'cache-control': 'no-store' });
  expect(headers['content-encoding']).toBeUndefined();
});

it('nobody takes the streams of the others', async () => {
  const open: ReturnType<typeof request>[] = [];
  const statusOf = (own: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const address = new URL(t.http().get('/api/health/live').url);
      const asked = request({
        host: address.hostname,
        port: address.port,
        path: '/api/live',
        headers: { cookie: own },
      });
      asked.on('response', (answer) => resolve(answer.statusCode!));
      asked.on('error', reject);
      asked.end();
      open.push(asked);
    });
  const greedy = await t.signedIn('greedy', ['clerk']);
  const statuses: number[] = [];
  for (let n = 0; n < 101; n += 1) statuses.push(await statusOf(greedy));
  expect(statuses).toEqual([...Array.from({ length: 100 }, () => 200), 429]);
  expect(await statusOf(cookie)).toBe(200);
  for (const one of open) one.on('error', () => undefined).destroy();
});

it('the stream of an account that is disabled ends, and no other is opened', async () => {
  const leaver = await t.signedIn('leaver', ['clerk']);
  const admin = await t.signedIn('root', ['admin']);
  const { body } = await t.http().get('/api/accounts').set('cookie', admin).expect(200);
  const { accounts } = body as { accounts: readonly { id: string; user: string; version: number }[] };
  const account = accounts.find(({ user }) => user === 'leaver')!;
  const address = new URL(t.http().get('/api/health/live').url);
  const place = { host: address.hostname, port: address.port, path: '/api/live' };
  let opened: () => void;
  const isOpen = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const ended = new Promise<void>((resolve, reject) => {
    request({ ...place, headers: { cookie: leaver } }, (answer) => {
      answer.once('data', opened);
      answer.on('end', resolve);
    })
      .on('error', reject)
      .end();
  });
  await isOpen;
  await t
    .http()
    .put(`/api/accounts/${account.id}`)
    .set('cookie', admin)
    .send({ name: '离职人员', roles: ['clerk'], scope: 'all', disabled: true })
    .expect(200);
  await ended; // at the next comment
  await t.http().get('/api/live').set('cookie', leaver).expect(401);
});

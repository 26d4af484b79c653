import { request } from 'node:http';
import { until } from '../../../../test/support/soon.ts';
import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let cookie: string;
beforeAll(async () => {
  t = await testApi();
  cookie = await t.signedIn('clerk', ['clerk']);
});
afterAll(() => t.close());

it('tells that something was recorded, of which kind and nothing else, to who is signed in', async () => {
  await t.http().get('/api/live').expect(401);
  const { follow } = t.office.live;
  const told = new Promise<object>((resolve) => {
    const leave = follow((change) => {
      leave();
      resolve(change);
    });
  });
  // The first look only takes note of where the log stands: something is recorded until one has told.
  const recorded: string[] = [];
  let change: object | null = null;
  void told.then((one) => {
    change = one;
  });
  await until('news of what was recorded', async () => {
    const { body } = await t.http().post('/api/projects').set('cookie', cookie).send({ title: '轴承项目' }).expect(201);
    recorded.push((body as { projectId: string }).projectId);
    return change !== null;
  });
  expect(change).toEqual({ position: expect.any(Number), kinds: ['project'] });
  for (const id of recorded) expect(JSON.stringify(change)).not.toContain(id);
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

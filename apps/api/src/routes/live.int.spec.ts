import { request } from 'node:http';
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
  await new Promise((done) => setTimeout(done, 1_500)); // the first look takes note of where the log stands
  const { body } = await t.http().post('/api/projects').set('cookie', cookie).send({ title: '轴承项目' }).expect(201);
  expect(await told).toEqual({ position: expect.any(Number), kinds: ['project'] });
  expect(JSON.stringify(await told)).not.toContain((body as { projectId: string }).projectId);
}, 600_000);

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
}, 600_000);

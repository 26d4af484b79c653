import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { until } from '../../../../test/support/soon.ts';
import { factHooks, type FactHooks } from './fact-hooks.ts';
import { routesTo } from './outlets.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const NEXT = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const actor = { user: 'admin', unit: null };

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let t: TestApi;
let cookie: string;
let project: string;
let server: Server;
let status = 204;
let got: Got[] = [];
let now = new Date();
let hooks: FactHooks;
beforeAll(async () => {
  t = await testApi({ LUODI_CHANNELS_PRIVATE: '1', LUODI_PUBLIC_URL: 'https://zs.example.gov.cn' }, () => now);
  cookie = await t.signedIn('clerk', ['clerk']);
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      if (status < 300) got.push({ headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { body } = await t.http().post('/api/projects').set('cookie', cookie).send({ title: '甲' }).expect(201);
  project = (body as { projectId: string }).projectId;
  hooks = factHooks(t.office);
});
afterAll(async () => {
  await hooks.stop();
  server.closeAllConnections();
  server.close();
  await t.close();
});
beforeEach(() => {
  got = [];
});

const rename = async (to: string): Promise<void> => {
  await t
    .http()
    .post(`/api/projects/${project}/commands/rename-project`)
    .set('cookie', cookie)
    .send({ to })
    .expect(200);
  hooks.wake();
};
const choose = (facts: readonly string[], secrets: object = {}) =>
  t.office.channels.keep(
    { kind: 'webhook', name: '数据中心', facts },
    { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/facts`, secret: SECRET, ...secrets },
    [],
    true,
    actor,
  );
const titles = (): readonly string[] => got.map(({ body }) => (JSON.parse(body) as { data: { to: string } }).data.to);

it('a receiver is told the facts that were chosen for it, as they are recorded from then on, and no notices', async () => {
  await rename('选择之前');
  await choose(['ProjectRenamed']);
  await t.http().post('/api/projects').set('cookie', cookie).send({ title: '未选的种类' }).expect(201);
  await rename('乙');
  await rename('丙');
  await until('both arrive', async () => got.length >= 2);
  expect(titles()).toEqual(['乙', '丙']);
  const [first] = got as [Got];
  expect(first.headers['content-type']).toContain('application/cloudevents+json');
  const event = new Webhook(SECRET).verify(first.body, first.headers as Record<string, string>);
  expect(event).toMatchObject({
    specversion: '1.0',
    type: 'ProjectRenamed',
    source: 'https://zs.example.gov.cn/log',
    subject: `project-${project}`,
    id: first.headers['webhook-id'],
    data: { from: '选择之前', to: '乙' },
  });
  expect((await routesTo(t.office))({ person: '王芳', unit: '01', role: 'steward' } as never)).toEqual([]);
}, 600_000);

it('one that is down misses nothing: the next fact waits for the one before it, the channel says so, and all come in order', async () => {
  status = 503;
  await rename('丁');
  const undelivered = () => t.office.channels.undelivered('数据中心');
  await until('the failure is known', async () => (await undelivered())?.attempts === 1);
  await rename('戊');
  expect(await undelivered()).toMatchObject({ attempts: 1, code: 'http-503', since: now.toISOString() }); // not tried before its time
  now = new Date(now.getTime() + 3_600_000);
  hooks.wake();
  await until('it is tried again', async () => (await undelivered())?.attempts === 2);
  status = 204;
  now = new Date(now.getTime() + 3_600_000);
  hooks.wake();
  await until('all arrive', async () => got.length >= 2);
  expect(titles()).toEqual(['丁', '戊']);
  expect(await undelivered()).toBeNull();
}, 600_000);

it('another process goes on where one stopped, and while the secret is changed both sign', async () => {
  await hooks.stop();
  await rename('己');
  await choose(['ProjectRenamed'], { secret: NEXT, previousSecret: SECRET });
  hooks = factHooks(t.office);
  hooks.wake();
  await until('it arrives', async () => got.length >= 1);
  expect(titles()).toEqual(['己']);
  for (const secret of [SECRET, NEXT])
    expect(new Webhook(secret).verify(got[0]!.body, got[0]!.headers as Record<string, string>)).toMatchObject({
      type: 'ProjectRenamed',
    });
}, 600_000);

it('a kind of facts that there is not is refused', async () => {
  await expect(choose(['NeverHeardOf'])).rejects.toMatchObject({ errors: [{ field: 'facts' }] });
});

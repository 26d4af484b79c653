import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { reminderProcess } from '#reminders';
import { cookieOf, PASSWORD, testApi, type TestApi } from '../../../../test/support/api.ts';
import { reminderTools } from '../../../../libs/office/src/reminders/reminder-tools.ts';

let t: TestApi;
let admin: string;
let clock = Date.parse('2026-03-02T02:00:00Z'); // a Monday, ten o'clock in Shanghai
const mails: { to: string; text: string }[] = [];
const posts: { body: string; headers: IncomingMessage['headers'] }[] = [];
let smtp: SMTPServer;
let hook: Server;
let [mailPort, hookPort] = [0, 0];
let busy = false;
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const PASSWORD_OF_MAIL = 'a-mail-password-42';

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      if (busy) {
        done(Object.assign(new Error('try later'), { responseCode: 451 }));
        return;
      }
      done();
    },
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo[0]!.address, text });
        done();
      });
    },
  });
  await new Promise<void>((ready) => {
    smtp.listen(0, '127.0.0.1', () => {
      ready();
    });
  });
  mailPort = (smtp.server.address() as AddressInfo).port;
  hook = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      posts.push({ body, headers: request.headers });
      response.end('{}');
    });
  });
  await new Promise<void>((ready) => {
    hook.listen(0, '127.0.0.1', () => {
      ready();
    });
  });
  hookPort = (hook.address() as AddressInfo).port;
  t = await testApi({ LUODI_PUBLIC_URL: 'http://luodi.example', LUODI_CHANNELS_PRIVATE: '1' }, () => new Date(clock));
  admin = await t.signedIn('root', ['admin'], { name: '张管家' });
});
afterAll(async () => {
  await t.close();
  await new Promise<void>((done) => {
    smtp.close(() => {
      done();
    });
  });
  await new Promise<void>((done) => {
    hook.close(() => {
      done();
    });
  });
});

const call = (verb: 'put' | 'post' | 'get' | 'delete', url: string, body?: object) =>
  t.http()[verb](url).set('cookie', admin).send(body);
const woken = () => reminderProcess(reminderTools(t.office), { set: async () => undefined }).wake();
/** Twice, a second apart: the log dates its facts a millisecond after one another, so on a clock that stands still a delivery lies just ahead. */
const wake = async (): Promise<void> => {
  await woken();
  clock += 1_000;
  await woken();
};
const later = async (at: string): Promise<void> => {
  clock = Date.parse(at);
  admin = cookieOf(await t.http().post('/api/session').send({ user: 'root', password: PASSWORD }).expect(200));
};

it('channels are set up with every wrong field named, and their secrets never come back', async () => {
  expect(
    (
      await call('put', '/api/channels/office', {
        settings: { kind: 'mail', name: 'office', host: 'no host', port: 0, security: 'maybe', from: 'x' },
      })
    ).body,
  ).toMatchObject({ status: 400, code: 'invalid-request' });
  await call('put', '/api/channels/office', {
    settings: {
      kind: 'mail',
      name: 'office',
      host: '127.0.0.1',
      port: mailPort,
      security: 'none',
      from: 'luodi@example.cn',
    },
    secrets: {},
  }).expect(200);
  await call('put', '/api/channels/hook', {
    settings: { kind: 'webhook', name: 'hook' },
    secrets: { address: `http://127.0.0.1:${hookPort}/in`, secret: SECRET },
  }).expect(200);
  await call('put', '/api/contacts/root', { email: 'zhang@example.cn' }).expect(200);
  await call('put', '/api/contacts/root', { email: 'nobody' }).expect(400);
  expect((await call('put', '/api/contacts/nobody', { email: 'nobody@example.cn' })).body.code).toBe('person-unknown');
  const all = await call('get', '/api/channels').expect(200);
  expect(all.text).not.toMatch(/whsec_|127\.0\.0\.1:\d+\/in/);
  const { rows } = await t.office.pool.query<{ secrets: string; email: string }>(
    `select secrets, (select email from contact limit 1) as email from channel where name = 'hook'`,
  );
  expect(rows[0]!.secrets + rows[0]!.email).not.toMatch(/whsec_|zhang|127\.0\.0\.1/); // sealed at rest
  const log = JSON.stringify((await t.office.store.readStream('channel-settings')).map(({ event }) => event));
  expect(log).toContain('ChannelConfigured');
  expect(log).toContain('"type":"ContactChanged","occurredOn":"2026-03-02","data":{"person":"root","reachable":true}');
  expect((await call('get', '/api/contacts').expect(200)).body).toEqual({
    contacts: [{ person: 'root', name: '张管家', email: 'zhang@example.cn' }],
  });
  const { looks } = (await call('get', '/api/audit/looks').expect(200)).body as { looks: { what: string }[] };
  expect(looks[0]).toMatchObject({ what: 'contacts', subject: 'all', user: 'root' });
  expect(log).not.toMatch(new RegExp(`whsec_|zhang@|${PASSWORD_OF_MAIL}`));
  expect((await call('post', '/api/channels/hook/test', {}).expect(200)).body).toMatchObject({ accepted: true });
  expect((await call('post', '/api/channels/none/test', {})).body).toMatchObject({
    status: 404,
    code: 'channel-unknown',
  });
  posts.length = 0;
});

it('a channel is changed without typing its secrets again, each secret alone can be replaced, and another kind under the same name begins without any', async () => {
  const secretsOf = async () => (await t.office.channels.find('changed'))!.secrets;
  const settings = { kind: 'dingtalk', name: 'changed' };
  await call('put', '/api/channels/changed', {
    settings,
    secrets: { address: 'https://robot.example.cn/send?access_token=1', secret: 'SEC12345678' },
  }).expect(200);
  const kept = await call('put', '/api/channels/changed', {
    settings: { ...settings, keyword: '督办' },
    secrets: { secret: 'SEC87654321' },
  }).expect(200);
  expect(kept.body).toMatchObject({ settings: { keyword: '督办' }, limit: { perMinute: 20, perSecond: null } });
  expect(await secretsOf()).toEqual({ address: 'https://robot.example.cn/send?access_token=1', secret: 'SEC87654321' });
  await call('put', '/api/channels/changed', { settings, secrets: { secret: '' } }).expect(200);
  expect(await secretsOf()).toEqual({ address: 'https://robot.example.cn/send?access_token=1' });
  expect(
    (await call('put', '/api/channels/changed', { settings: { kind: 'wecom', name: 'changed' } })).body,
  ).toMatchObject({ status: 400, errors: [{ field: 'address' }] });
  expect((await call('get', '/api/channels').expect(200)).body).toMatchObject({
    sendWindow: { workingDaysOnly: true, from: '08:30', to: '18:00' },
  });
  await call('delete', '/api/channels/changed').expect(204);
});

it('one digest a person and channel goes out in office hours, signed, once; a busy server is tried again, a dead address falls back loudly', async () => {
  for (const code of ['A', 'B', 'C']) {
    const { projectId } = (await call('post', '/api/projects', { title: `项目${code}`, code }).expect(201)).body as {
      projectId: string;
    };
    await call('post', `/api/projects/${projectId}/commands/assign-owner`, { steward: '@root' }).expect(200);
    await call('post', `/api/projects/${projectId}/commands/sign-contract`, {
      contracted: { amount: '1.00', currency: 'CNY' },
      agreedStart: '2026-04-01',
    }).expect(200);
  }
  busy = true;
  await wake(); // three notices are near due today, 30 days before
  expect(mails).toEqual([]);
  expect(posts).toHaveLength(1);
  const { headers, body } = posts[0]!;
  const verified = new Webhook(SECRET).verify(body, headers as Record<string, string>) as object; // the reference library
  for (const name of ['项目A', '项目B', '项目C']) expect(JSON.stringify(verified)).toContain(name);
  busy = false;
  await later('2026-03-02T02:20:00Z');
  await wake();
  await wake();
  expect(mails.map(({ to }) => to)).toEqual(['zhang@example.cn']); // one digest for three notices
  expect(posts).toHaveLength(1);
  const inbox = (await call('get', '/api/inbox').expect(200)).body as { rows: { key: string }[] };
  const proof = (await call('get', `/api/reminders/${inbox.rows[0]!.key}`).expect(200)).body as {
    deliveries: object[];
  };
  expect(proof.deliveries).toMatchObject([
    { channel: 'hook', state: 'accepted', attempts: 1 },
    { channel: 'office', state: 'accepted', attempts: 2 },
  ]);

  await call('delete', '/api/channels/hook').expect(204);
  await call('put', '/api/contacts/root', {}).expect(200);
  await call('put', '/api/contacts/root', { email: 'zhang@example.cn' }).expect(200);
  await later('2026-03-25T01:00:00Z'); // seven days before, nine o'clock
  const before = mails.length;
  await wake();
  expect(mails.length).toBe(before + 1);
});

it('a digest names the order, the issue and the task, says by when, and leads to each of them', async () => {
  await call('put', '/api/channels/hook', {
    settings: { kind: 'webhook', name: 'hook' },
    secrets: { address: `http://127.0.0.1:${hookPort}/in`, secret: SECRET },
  }).expect(200);
  const { projectId } = (await call('post', '/api/projects', { title: '轴承项目', code: 'Z-1' }).expect(201)).body as {
    projectId: string;
  };
  const opened = async (path: string, body: object): Promise<string> =>
    ((await call('post', `/api/${path}`, body).expect(201)).body as { id: string }).id;
  const order = await opened('orders', {
    project: projectId,
    rule: '桩基未进场',
    unit: '01',
    people: ['@root'],
    receiptDue: '2026-03-26',
    replyDue: '2026-03-26',
  });
  const issue = await opened('issues', { project: projectId, factor: 'land', text: '用地批复未下' });
  await call('post', `/api/issues/${issue}/commands/assign-issue`, { people: ['@root'], due: '2026-03-26' }).expect(
    200,
  );
  const meeting = await opened('meetings', { title: '三月调度会', kind: 'scheduling', plannedOn: '2026-03-25' });
  await call('post', `/api/meetings/${meeting}/commands/hold-meeting`, { attendees: ['@root'] }).expect(200);
  await call('post', `/api/meetings/${meeting}/commands/assign-task`, {
    text: '协调用电',
    people: ['@root'],
    due: '2026-03-25',
  }).expect(200);
  posts.length = 0;
  mails.length = 0;
  await later('2026-03-26T01:00:00Z');
  await wake();
  const {
    data: { lines },
  } = JSON.parse(posts[0]!.body) as { data: { lines: { text: string; link?: string }[] } };
  expect(lines).toEqual(
    expect.arrayContaining([
      {
        text: '【蓝】到期提醒：问题办理《轴承项目：用地批复未下》，应于 2026-03-26，今日到期',
        link: `http://luodi.example/matters/issues/${issue}`,
      },
      {
        text: '【蓝】到期提醒：督办回复《督办〔2026〕1号 轴承项目：桩基未进场》，应于 2026-03-26，今日到期',
        link: `http://luodi.example/matters/orders/${order}`,
      },
      {
        text: '【黄】催办：交办任务《三月调度会：协调用电》，应于 2026-03-25，逾期 1 天',
        link: `http://luodi.example/matters/meetings/${meeting}`,
      },
    ]),
  );
  await call('delete', '/api/channels/hook').expect(204);
});

it('outside office hours nothing leaves but the inbox', async () => {
  const { projectId } = (await call('post', '/api/projects', { title: '项目D', code: 'D' }).expect(201)).body as {
    projectId: string;
  };
  await call('post', `/api/projects/${projectId}/commands/assign-owner`, { steward: '@root' }).expect(200);
  await call('post', `/api/projects/${projectId}/commands/sign-contract`, {
    contracted: { amount: '1.00', currency: 'CNY' },
    agreedStart: '2026-04-25',
  }).expect(200);
  const before = mails.length;
  await later('2026-03-28T03:00:00Z'); // a Saturday
  await wake();
  expect(mails.length).toBe(before);
});

import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dingtalkSign } from './dingtalk.ts';
import { feishuSign } from './feishu.ts';
import type { Channel, Message, Outcome } from './message.ts';
import type { ChannelSecrets } from './kind.ts';
import { openChannel, readSettings } from './kinds.ts';

type Body = Record<string, unknown>;
interface Reply {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

let reply: (asked: URL, body: Body, request: IncomingMessage) => Reply | null; // null: never answers
let bodies: Body[] = [];
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString();
    });
    request.on('end', () => {
      const body = JSON.parse(text) as Body;
      bodies.push(body);
      const said = reply(new URL(request.url ?? '', origin), body, request);
      if (said === null) return;
      response
        .writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers })
        .end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  bodies = [];
  reply = () => {
    throw new Error('no reply was set');
  };
});

const KEY = '693a91f6-7abc-4bc4-97a0-0ec2bfa5aaaf';
const SECRET = 'SECfeedfacefeedface';
const MESSAGE: Message = {
  id: 'm-1',
  to: { person: 'p-1', name: '王芳', accounts: { wecom: 'wangfang', dingtalk: 'wf01', feishu: 'ou_wf' } },
  subject: '项目提醒 1 个项目 1 项',
  language: 'zh',
  kind: 'digest',
  writtenAt: '2026-03-02T00:30:00.000Z',
  lines: [{ text: '<@all> 甲厂（HX-1）' }, { text: '【红】督办', link: 'https://luodi.example/projects/1' }],
};
const channel = (
  kind: 'wecom' | 'dingtalk' | 'feishu',
  more: object = {},
  secrets: ChannelSecrets = {},
  path = '',
): Channel =>
  openChannel(
    readSettings({ kind, name: kind, ...more }),
    {
      address: `${origin}${path === '' ? { wecom: `/cgi-bin/webhook/send?key=${KEY}`, dingtalk: `/robot/send?access_token=${KEY}`, feishu: `/open-apis/bot/v2/hook/${KEY}` }[kind] : path}`,
      ...(kind === 'wecom' ? {} : { secret: SECRET }),
      ...secrets,
    },
    () => Promise.resolve(),
    { allowPrivate: true },
  );
const innocent = (outcome: Outcome): Outcome => {
  expect(JSON.stringify(outcome)).not.toContain(KEY);
  expect(JSON.stringify(outcome)).not.toContain(SECRET);
  return outcome;
};

// Receivers that check as the providers' documents say, and answer with their numbers.
const wecomServer = (asked: URL): Reply => ({
  body:
    asked.searchParams.get('key') === KEY
      ? { errcode: 0, errmsg: 'ok' }
      : { errcode: 93000, errmsg: `invalid webhook url ${asked.href}, hint: [1], from ip: 10.0.0.1` },
});
const dingtalkServer = (asked: URL): Reply => {
  const timestamp = asked.searchParams.get('timestamp') ?? '';
  const fresh = Math.abs(Date.now() - Number(timestamp)) < 3_600_000;
  const sign = createHmac('sha256', SECRET).update(`${timestamp}\n${SECRET}`).digest('base64');
  if (asked.searchParams.get('access_token') !== KEY)
    return { body: { errcode: 300001, errmsg: 'token is not exist' } };
  return {
    body:
      fresh && asked.searchParams.get('sign') === sign
        ? { errcode: 0, errmsg: 'ok' }
        : { errcode: 310000, errmsg: 'sign not match' },
  };
};
const feishuServer = (asked: URL, { timestamp, sign }: Body): Reply => {
  const fresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 3600;
  if (asked.pathname !== `/open-apis/bot/v2/hook/${KEY}`)
    return { body: { code: 19001, msg: 'param invalid: incoming webhook access token invalid' } };
  return {
    body:
      fresh && sign === createHmac('sha256', `${String(timestamp)}\n${SECRET}`).digest('base64')
        ? { code: 0, msg: 'success', data: {} }
        : { code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time', data: {} },
  };
};

it('signs as another tool does: openssl for DingTalk, Python hmac for Feishu', () => {
  expect(dingtalkSign(1_700_000_000_000, 'SECfeedfacefeedface')).toBe('53CWAZISQ5u6uLQt3YXRYN2gInOceOQDFcJ1plbXv74=');
  expect(feishuSign(1_700_000_000, 'feishu-secret-1')).toBe('O+NhcBzGQTPcmDxsV+GPHkM1FmChG6fUDNuJCOKB2pM=');
});

it('WeCom takes the message as Markdown that mentions the person and nobody else', async () => {
  reply = wecomServer;
  expect(await channel('wecom').send(MESSAGE)).toEqual({ kind: 'accepted' });
  expect(bodies).toEqual([
    {
      msgtype: 'markdown',
      markdown: {
        content:
          '**项目提醒 1 个项目 1 项**\n<@wangfang>\n> ＜＠all＞ 甲厂（HX-1）\n> [【红】督办](https://luodi.example/projects/1)',
      },
    },
  ]);
});
it('DingTalk takes the signed message, and refuses a wrong signature for good', async () => {
  reply = dingtalkServer;
  expect(await channel('dingtalk').send(MESSAGE)).toEqual({ kind: 'accepted' });
  expect(bodies[0]).toMatchObject({
    msgtype: 'markdown',
    markdown: { title: '项目提醒 1 个项目 1 项' },
    at: { atUserIds: ['wf01'], isAtAll: false },
  });
  expect((bodies[0]?.['markdown'] as { text: string }).text).toContain(
    '@wf01\n\n- ＜＠all＞ 甲厂（HX-1）\n\n- [【红】督办](https://luodi.example/projects/1)',
  );
  expect(innocent(await channel('dingtalk', {}, { secret: 'SECanothersecret' }).send(MESSAGE))).toEqual({
    kind: 'failed',
    code: 'safety-refused',
    permanent: true,
    detail: '310000 sign not match',
  });
});
it('Feishu takes the signed message as texts, and refuses a wrong signature for good', async () => {
  reply = feishuServer;
  expect(await channel('feishu').send(MESSAGE)).toEqual({ kind: 'accepted' });
  expect(bodies[0]).toMatchObject({
    msg_type: 'post',
    content: {
      post: {
        zh_cn: {
          title: '项目提醒 1 个项目 1 项',
          content: [
            [{ tag: 'at', user_id: 'ou_wf' }],
            [{ tag: 'text', text: '<@all> 甲厂（HX-1）' }],
            [{ tag: 'a', text: '【红】督办', href: 'https://luodi.example/projects/1' }],
          ],
        },
      },
    },
  });
  expect(innocent(await channel('feishu', {}, { secret: 'another-secret' }).send(MESSAGE))).toMatchObject({
    code: 'sign-refused',
    permanent: true,
  });
});
it('a keyword that a group demands stands in every message', async () => {
  reply = (asked, body) =>
    asked.pathname.startsWith('/robot')
      ? {
          body: JSON.stringify(body).includes('落地')
            ? { errcode: 0 }
            : { errcode: 310000, errmsg: 'keywords not in content' },
        }
      : { body: JSON.stringify(body).includes('落地') ? { code: 0 } : { code: 19024, msg: 'Key Words Not Found' } };
  for (const kind of ['dingtalk', 'feishu'] as const) {
    expect((await channel(kind).send(MESSAGE)).kind).toBe('failed');
    expect(await channel(kind, { keyword: '落地' }).send(MESSAGE)).toEqual({ kind: 'accepted' });
  }
});
it.each([
  [
    'wecom',
    { errcode: 45009, errmsg: 'api freq out of limit' },
    { code: 'rate-limited', permanent: false, retryAfterSeconds: 60 },
  ],
  ['wecom', { errcode: -1, errmsg: 'system busy' }, { code: 'provider-busy', permanent: false }],
  [
    'wecom',
    { errcode: 40058, errmsg: 'markdown.content exceed max length 4096' },
    { code: 'message-refused', permanent: true },
  ],
  [
    'dingtalk',
    { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' },
    { code: 'rate-limited', permanent: false, retryAfterSeconds: 600 },
  ],
  [
    'dingtalk',
    { errcode: 660026, errmsg: 'send too fast' },
    { code: 'rate-limited', permanent: false, retryAfterSeconds: 600 },
  ],
  ['dingtalk', { errcode: 400013, errmsg: 'group disbanded' }, { code: 'group-gone', permanent: true }],
  ['dingtalk', { errcode: 987654, errmsg: 'new' }, { code: 'dingtalk-987654', permanent: false }],
  [
    'feishu',
    { code: 11232, msg: 'frequency limited' },
    { code: 'rate-limited', permanent: false, retryAfterSeconds: 60 },
  ],
  ['feishu', { code: 9499, msg: 'Bad Request' }, { code: 'message-refused', permanent: true }],
  [
    'feishu',
    { code: 9499, msg: 'too many request' },
    { code: 'rate-limited', permanent: false, retryAfterSeconds: 60 },
  ],
  ['feishu', { code: 19022, msg: 'Ip Not Allowed' }, { code: 'sender-address-refused', permanent: true }],
  ['feishu', { code: 19024, msg: 'Key Words Not Found' }, { code: 'keyword-missing', permanent: true }],
] as const)('%s answering %j is understood', async (kind, body, expected) => {
  reply = () => ({ body });
  expect(await channel(kind).send(MESSAGE)).toMatchObject({ kind: 'failed', ...expected });
});
it('a provider that says the key back does not get it into the outcome', async () => {
  reply = (asked) => ({ body: { errcode: 93000, errmsg: `invalid webhook url ${asked.href}` } });
  const outcome = innocent(await channel('wecom').send(MESSAGE));
  expect(outcome).toMatchObject({ code: 'key-refused', permanent: true, detail: '93000 invalid webhook url ***' });
});
it('an answer that is no answer may mean that the message arrived', async () => {
  reply = () => ({ body: '<html>Please sign in to the proxy</html>' });
  expect(await channel('wecom').send(MESSAGE)).toMatchObject({
    code: 'answer-unreadable',
    permanent: false,
    uncertain: true,
  });
  reply = () => ({ status: 502, body: 'null' });
  expect(await channel('feishu').send(MESSAGE)).toMatchObject({ code: 'http-502', permanent: false });
});
it('a digest that is too long for a group loses its end, is counted, and fits', async () => {
  const long = {
    ...MESSAGE,
    lines: Array.from({ length: 3000 }, (_, index) => ({
      text: `【黄】第 ${index} 个项目：约定开工，应于 2026-03-01，逾期 1 天`,
    })),
  };
  reply = (asked, body, request) => {
    const content = (body['markdown'] ?? {}) as { content?: string; text?: string };
    if (
      Buffer.byteLength(content.content ?? '') > 4096 ||
      Number(request.headers['content-length']) > (asked.pathname.startsWith('/robot') ? 20_000 : 20_480)
    )
      return { body: { errcode: 40058, code: 9499, errmsg: 'too long', msg: 'Bad Request' } };
    return { body: { errcode: 0, code: 0 } };
  };
  for (const kind of ['wecom', 'dingtalk', 'feishu'] as const)
    expect(await channel(kind).send(long)).toEqual({ kind: 'accepted' });
  for (const body of bodies) expect(JSON.stringify(body)).toMatch(/第 0 个项目.*另有 \d+ 条/);
});
it('a provider that never answers ends in a time-out, and the message may have arrived', async () => {
  reply = () => null;
  expect(innocent(await channel('dingtalk', { timeoutSeconds: 3 }).send(MESSAGE))).toEqual({
    kind: 'failed',
    code: 'timeout',
    permanent: false,
    detail: 'no answer within 3 s',
    uncertain: true,
  });
});
it('a provider where nobody listens was certainly not told, and the outcome does not say its address', async () => {
  const closed = createServer();
  await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  const gone = channel('wecom', {}, { address: `http://127.0.0.1:${port}/cgi-bin/webhook/send?key=${KEY}` });
  expect(innocent(await gone.send(MESSAGE))).toEqual({
    kind: 'failed',
    code: 'unreachable',
    permanent: false,
    detail: 'ECONNREFUSED',
  });
});
it('the limits are those of the providers', () =>
  expect([channel('wecom').limit, channel('dingtalk').limit, channel('feishu').limit]).toEqual([
    { perMinute: 20, penaltySeconds: 60 },
    { perMinute: 20, penaltySeconds: 600 },
    { perMinute: 100, perSecond: 5, penaltySeconds: 60, avoidMinutes: [0, 30] },
  ]));

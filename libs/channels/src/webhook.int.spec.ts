import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Channel, Message } from './message.ts';
import type { ChannelSecrets } from './kind.ts';
import { openChannel, readSettings } from './kinds.ts';

interface Got {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let answer: (response: ServerResponse) => void;
let got: Got[] = [];
let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      got.push({ path: request.url ?? '', headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  got = [];
  answer = (response) => response.writeHead(204).end();
});

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const NEXT = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;
const MESSAGE: Message = {
  id: 'digest-1',
  to: { person: 'p-1', name: '王芳' },
  subject: '项目提醒',
  lines: [{ text: '甲厂' }],
  language: 'zh',
  kind: 'digest',
  writtenAt: '2026-03-02T00:30:00.000Z',
};
const hook = (more: object = {}, secrets: ChannelSecrets = {}, allowPrivate = true): Channel =>
  openChannel(
    readSettings({ kind: 'webhook', name: 'OA', timeoutSeconds: 120, ...more }),
    { address: `http://127.0.0.1:${port}/hook`, secret: SECRET, ...secrets },
    () => Promise.resolve(),
    { allowPrivate },
  );
const verified = ({ headers, body }: Got, secret: string): unknown =>
  new Webhook(secret).verify(body, headers as Record<string, string>);

it('a message is verified by the reference library of Standard Webhooks', async () => {
  expect(await hook().send(MESSAGE)).toEqual({ kind: 'accepted', providerId: 'digest-1' });
  expect(verified(got[0]!, SECRET)).toEqual({
    type: 'notice.digest',
    timestamp: '2026-03-02T00:30:00.000Z',
    data: {
      id: 'digest-1',
      person: 'p-1',
      name: '王芳',
      language: 'zh',
      subject: '项目提醒',
      lines: [{ text: '甲厂' }],
    },
  });
  expect(got[0]!.headers['webhook-id']).toBe('digest-1');
});
it('the reference library refuses a changed body, id or time, and another secret', async () => {
  await hook().send(MESSAGE);
  const [first] = got as [Got];
  expect(() => verified({ ...first, body: first.body.replace('甲厂', '乙厂') }, SECRET)).toThrow(
    'No matching signature',
  );
  expect(() => verified({ ...first, headers: { ...first.headers, 'webhook-id': 'digest-2' } }, SECRET)).toThrow(
    'No matching signature',
  );
  expect(() =>
    verified(
      {
        ...first,
        headers: { ...first.headers, 'webhook-timestamp': String(Number(first.headers['webhook-timestamp']) - 1) },
      },
      SECRET,
    ),
  ).toThrow('No matching signature');
  expect(() => verified(first, NEXT)).toThrow('No matching signature');
});
it('while a receiver changes its secret, both the new and the previous one verify', async () => {
  await hook({}, { secret: NEXT, previousSecret: SECRET }).send(MESSAGE);
  expect(verified(got[0]!, SECRET)).toEqual(verified(got[0]!, NEXT));
});
it('what was listened to and is sent again later is refused; a later attempt of ours carries its own time', async () => {
  const clock = jest.spyOn(Date, 'now');
  const sent = Date.now();
  try {
    await hook().send(MESSAGE);
    clock.mockReturnValue(sent + 6 * 60_000); // the reference library bears five minutes
    expect(() => verified(got[0]!, SECRET)).toThrow('Message timestamp too old');
    await hook().send(MESSAGE);
    expect(verified(got[1]!, SECRET)).toMatchObject({ data: { id: 'digest-1' } });
    expect(got[1]!.headers['webhook-id']).toBe(got[0]!.headers['webhook-id']);
  } finally {
    clock.mockRestore();
  }
});
it('a second attempt has the same id and the same body', async () => {
  await hook().send(MESSAGE);
  await hook().send(MESSAGE);
  expect([got[1]!.body, got[1]!.headers['webhook-id']]).toEqual([got[0]!.body, got[0]!.headers['webhook-id']]);
});
it.each([
  [410, {}, { code: 'gone', permanent: true }],
  [404, {}, { code: 'http-404', permanent: true }],
  [401, {}, { code: 'http-401', permanent: true }],
  [429, { 'retry-after': '120' }, { code: 'rate-limited', permanent: false, retryAfterSeconds: 120 }],
  [429, {}, { code: 'rate-limited', permanent: false }],
  [503, { 'retry-after': '999999999' }, { code: 'http-503', permanent: false, retryAfterSeconds: 86_400 }],
  [503, { 'retry-after': 'soon' }, { code: 'http-503', permanent: false }],
  [500, {}, { code: 'http-500', permanent: false }],
])('status %d with %j is understood', async (status, headers, expected) => {
  answer = (response) => response.writeHead(status, headers).end('no');
  const outcome = await hook().send(MESSAGE);
  expect(outcome).toEqual({ kind: 'failed', detail: 'no', ...expected });
});
it('a delay may be named by date', async () => {
  answer = (response) =>
    response.writeHead(503, { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() }).end();
  const outcome = await hook().send(MESSAGE);
  const seconds = outcome.kind === 'failed' ? (outcome.retryAfterSeconds ?? 0) : 0;
  expect(seconds > 3000 && seconds <= 3600).toBe(true);
});
it('a redirect is not followed', async () => {
  answer = (response) => response.writeHead(302, { location: '/elsewhere' }).end();
  expect(await hook().send(MESSAGE)).toMatchObject({ code: 'http-302', permanent: true });
  expect(got.map(({ path }) => path)).toEqual(['/hook']);
});
it('an endless answer is cut off, and its status still counts', async () => {
  answer = (response) => {
    response.writeHead(200);
    const more = (): void => {
      if (!response.destroyed) response.write('x'.repeat(32 * 1024), () => setImmediate(more));
    };
    more();
  };
  expect(await hook().send(MESSAGE)).toEqual({ kind: 'accepted', providerId: 'digest-1' });
});
it('an answer that trickles ends in a time-out', async () => {
  answer = (response) => {
    response.writeHead(200).write('x');
    const more = setInterval(() => (response.destroyed ? clearInterval(more) : response.write('x')), 50);
  };
  expect(await hook({ timeoutSeconds: 3 }).send(MESSAGE)).toMatchObject({
    code: 'timeout',
    permanent: false,
    uncertain: true,
  });
});
it('a connection that breaks before an answer leaves it uncertain', async () => {
  answer = (response) => response.destroy();
  expect(await hook().send(MESSAGE)).toEqual({
    kind: 'failed',
    code: 'unreachable',
    permanent: false,
    detail: 'ECONNRESET',
    uncertain: true,
  });
});
it.each([
  '127.0.0.1',
  'localhost',
  '[::1]',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '[fd00::1]',
  '2130706433',
  '0x7f.1',
])('%s is not called unless office addresses are allowed', async (host) => {
  const guarded = hook({}, { address: `https://${host}:${port}/hook` }, false);
  expect(await guarded.send(MESSAGE)).toMatchObject({ code: 'address-not-allowed', permanent: true });
  expect(got).toEqual([]);
});
it.each([
  '169.254.169.254',
  '0.0.0.0',
  '[fe80::1]',
  '[::ffff:127.0.0.1]',
  '224.0.0.1',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[::]',
])('%s is never called', async (host) => {
  expect(await hook({}, { address: `http://${host}:${port}/hook` }).send(MESSAGE)).toMatchObject({
    code: 'address-not-allowed',
    permanent: true,
  });
  expect(got).toEqual([]);
});
it('an office address by name is called where that is allowed', async () => {
  expect(await hook({}, { address: `http://localhost:${port}/hook` }).send(MESSAGE)).toMatchObject({
    kind: 'accepted',
  });
});
it('no outcome says the secret, not even where the receiver says it back', async () => {
  answer = (response) => response.writeHead(400).end(`your key is ${SECRET} or ${SECRET.slice(6)}`);
  const outcome = await hook().send(MESSAGE);
  expect(outcome).toMatchObject({ detail: 'your key is *** or ***' });
});

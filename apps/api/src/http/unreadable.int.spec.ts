import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
beforeAll(async () => {
  t = await testApi();
});
afterAll(() => t.close());

/** What the server answers to these bytes: the status and the body. */
const said = (bytes: string): Promise<{ readonly status: number; readonly body: unknown }> =>
  new Promise((done, failed) => {
    const { port } = t.api.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', failed);
    socket.on('close', () => {
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      done({ status: Number(head.split(' ')[1]), body: JSON.parse(body) });
    });
  });

it.each([
  [431, 'address-too-long', `GET /api/lists?q=${'%E6%8B%9B'.repeat(5_000)} HTTP/1.1\r\nhost: x\r\n\r\n`],
  [431, 'address-too-long', `GET /api/lists HTTP/1.1\r\nhost: x\r\ncookie: ${'x'.repeat(40_000)}\r\n\r\n`],
  [400, 'malformed-request', 'GUESS /api/lists HTTP/1.1\r\nhost: x\r\n\r\n'],
  [400, 'malformed-request', '\u0016\u0003\u0001\u0002 no http at all\r\n\r\n'],
])('answers %i %s in both languages to what cannot be read as a request', async (status, code, bytes) => {
  expect(await said(bytes)).toEqual({
    status,
    body: expect.objectContaining({ status, code, zh: expect.stringMatching(/./), en: expect.stringMatching(/./) }),
  });
});

it('answers the next request as ever', async () => {
  expect((await t.http().get('/api/health/live')).status).toBe(200);
});

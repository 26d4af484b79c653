import { metersOf } from './meters.ts';
import { openMetrics } from './metrics-door.ts';

const TOKEN = 'only-the-scraper-knows';
const HELP = { luodi_log_head: 'Position of the newest record of the log' };

const scraped = async (
  take: () => Promise<readonly { readonly name: string; readonly value: number }[]>,
  { path = '/metrics', token, brings }: { path?: string; token?: string; brings?: string } = {},
): Promise<{ readonly status: number; readonly text: string }> => {
  const meters = metersOf({ help: HELP, take });
  meters.answered('GET', '/api/projects/:id', 200, 0.004);
  meters.delivered('mail', 'accepted');
  const { port, close } = await openMetrics({ host: '127.0.0.1', port: 0, token: token ?? null }, meters);
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: brings === undefined ? {} : { authorization: `Bearer ${brings}` },
    });
    return { status: answer.status, text: await answer.text() };
  } finally {
    await close();
  }
};
const head = () => Promise.resolve([{ name: 'luodi_log_head', value: 42 }]);

it('tells what was counted and what is read at the moment of asking', async () => {
  const { status, text } = await scraped(head);
  expect(status).toBe(200);
  expect(text).toMatch(/^luodi_log_head 42$/m);
  expect(text).toMatch(/^luodi_readable 1$/m);
  expect(text).toContain('luodi_messages_total{channel="mail",outcome="accepted"} 1');
  expect(text).toContain(
    'luodi_http_request_seconds_bucket{le="0.005",method="GET",route="/api/projects/:id",status="200"} 1',
  );
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
});

it('tells the rest where database or log do not answer, and that they do not', async () => {
  const { status, text } = await scraped(() => Promise.reject(new Error('no database')));
  expect(status).toBe(200);
  expect(text).toMatch(/^luodi_readable 0$/m);
  expect(text).not.toMatch(/^luodi_log_head \d/m); // an old value would look like a log that stands still
  expect(text).toContain('luodi_messages_total');
});

it('opens to who brings the token, and for nothing else', async () => {
  expect((await scraped(head, { token: TOKEN, brings: TOKEN })).status).toBe(200);
  expect(await scraped(head, { token: TOKEN, brings: 'another-token' })).toEqual({ status: 401, text: '' });
  expect((await scraped(head, { token: TOKEN })).status).toBe(401);
  expect((await scraped(head, { path: '/' })).status).toBe(404);
});

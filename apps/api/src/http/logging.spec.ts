import { Writable } from 'node:stream';
import { pinoHttp } from 'pino-http';
import { requestLines } from './logging.ts';

it('what signs somebody in never reaches the log, and neither do searches', () => {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const { logger } = pinoHttp(requestLines('info'), stream);
  logger.info(
    {
      body: { user: 'admin', password: 'River-boat-42' },
      change: { current: 'River-boat-42', next: 'Mountain-lake-7' },
      answer: { secret: 'luodi_topsecret' },
      password: 'River-boat-42',
    },
    'something',
  );
  logger.info({ headers: { authorization: 'Bearer luodi_topsecret', cookie: 'luodi_session=topsecret' } }, 'something');
  logger.info(
    {
      req: {
        id: 1,
        method: 'GET',
        url: '/api/search?q=%E5%BC%A0%E4%B8%89',
        headers: { cookie: 'luodi_session=topsecret' },
      },
    },
    'request',
  );
  expect(lines).toHaveLength(3);
  const text = lines.join('');
  for (const secret of ['River-boat-42', 'Mountain-lake-7', 'topsecret', '%E5%BC%A0'])
    expect(text).not.toContain(secret);
  expect(text).toContain('"path":"/api/search"');
});

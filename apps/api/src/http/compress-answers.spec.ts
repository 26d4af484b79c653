import express from 'express';
import request from 'supertest';
import { compressAnswers } from './compress-answers.ts';

const rows = Array.from({ length: 200 }, (_, index) => ({ code: `QL${index}`, name: '轴承项目' }));
const app = express();
app.use(compressAnswers);
app.get('/long', (_request, response) => response.setHeader('ETag', '"7"').json({ rows }));
app.get('/refused', (_request, response) =>
  response.status(400).type('application/problem+json').send(JSON.stringify({ rows })),
);
app.get('/short', (_request, response) => response.json({ rows: [] }));

const asked = (path: string, encoding: string) => request(app).get(path).set('accept-encoding', encoding);

it('a long answer is compressed for who takes it so, and is the same', async () => {
  const answer = await asked('/long', 'gzip, deflate, br');
  expect(answer.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'application/json; charset=utf-8',
    vary: 'Accept-Encoding',
    etag: '"7"',
  });
  expect(Number(answer.headers['content-length'])).toBeLessThan(JSON.stringify({ rows }).length / 5);
  expect(answer.body).toEqual({ rows });
});

it('what an answer is, is said as without compression', async () => {
  for (const encoding of ['gzip', 'identity'])
    expect((await asked('/refused', encoding)).headers['content-type']).toBe('application/problem+json; charset=utf-8');
});

it.each([
  ['/long', 'identity'],
  ['/long', 'gzip;q=0'],
  ['/short', 'gzip'],
])('%s is sent as it is to who takes %s', async (path, encoding) => {
  const { headers, body } = await asked(path, encoding);
  expect(headers['content-encoding']).toBeUndefined();
  expect(body).toEqual({ rows: path === '/long' ? rows : [] });
});

it('what the asker already has is not sent again', async () => {
  await asked('/long', 'gzip').set('if-none-match', '"7"').expect(304);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { webPage } from './web.ts';

const folder = mkdtempSync(join(tmpdir(), 'luodi-web-'));
const SCRIPT = 'console.log(1);'.repeat(50);
const app = express();

beforeAll(() => {
  mkdirSync(join(folder, 'assets'));
  for (const [name, content] of [
    ['index.html', '<!doctype html><title>落地</title>'],
    ['assets/page.js', SCRIPT],
  ] as const) {
    writeFileSync(join(folder, name), content);
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content));
  }
  writeFileSync(join(folder, 'assets/plain.js'), SCRIPT);
  app.use(...webPage(folder));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const asked = (path: string, encoding: string) => request(app).get(path).set('Accept-Encoding', encoding);

it('sends a file in the smallest form that the browser takes, as what it is and for ever', async () => {
  const { headers } = await asked('/assets/page.js', 'gzip, deflate, br');
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript') as string,
    'cache-control': expect.stringContaining('immutable') as string,
    vary: 'Accept-Encoding',
  });
  expect((await asked('/assets/page.js', 'gzip')).headers['content-encoding']).toBe('gzip');
  expect((await asked('/assets/page.js', 'gzip')).text).toBe(SCRIPT);
});

it('sends it as it is to who takes nothing else, and what was not compressed to everybody', async () => {
  for (const [path, encoding] of [
    ['/assets/page.js', 'identity'],
    ['/assets/page.js', 'br;q=0'],
    ['/assets/plain.js', 'br'],
  ] as const)
    expect((await asked(path, encoding)).headers['content-encoding']).toBeUndefined();
});

it('every address of the page is the page, compressed and not kept', async () => {
  const { headers, text } = await asked('/projects/p-1?tab=funds', 'gzip');
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-cache' });
  expect(text).toContain('落地');
  expect((await asked('/assets/none.js', 'br')).status).toBe(404);
});

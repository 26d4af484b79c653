import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson } from './json-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luodi-json-'));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ['plain', Buffer.from('{"市":1}')],
  ['with the mark of UTF-8', Buffer.from('\ufeff{"市":1}')],
  ['as UTF-16', Buffer.from('\ufeff{"市":1}', 'utf16le')],
])('a file of JSON is read %s', async (_, bytes) => {
  const file = join(folder, 'given.json');
  await writeFile(file, bytes);
  expect(await readJson(file)).toEqual({ 市: 1 });
});

it('a file that is not there, a folder and a file of something else are refused, each in its words', async () => {
  await expect(readJson(join(folder, 'nowhere.json'))).rejects.toMatchObject({ code: 'file-missing', field: 'file' });
  await expect(readJson(folder)).rejects.toMatchObject({ code: 'file-is-folder' });
  const file = join(folder, 'ledger.json');
  await writeFile(file, '项目名称,金额');
  await expect(readJson(file, 'mapping-invalid')).rejects.toMatchObject({
    code: 'mapping-invalid',
    more: { field: 'file' },
  });
  await writeFile(file, '');
  await expect(readJson(file)).rejects.toMatchObject({ code: 'file-invalid' });
});

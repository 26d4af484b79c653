import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeOnPaper, readConfig } from '#office';
import { createApi } from '../server.ts';

let document: object;
beforeAll(async () => {
  const api = await createApi(officeOnPaper({ ...readConfig({}), logLevel: 'silent' }));
  ({ document } = api);
  await api.app.close();
});

it('the page’s types are those of the API: after a change of it, apps/web/generate-api.sh is run', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-types-'));
  try {
    const published = join(folder, 'openapi.json');
    await writeFile(published, JSON.stringify(document));
    // By its own program, as the script does: the library is an ES module that this process could not load.
    execFileSync('npx', ['openapi-typescript', published, '-o', join(folder, 'api.d.ts')], { stdio: 'pipe' });
    const generated = await readFile(join(folder, 'api.d.ts'), 'utf8');
    expect(generated === (await readFile(join(process.cwd(), 'apps/web/src/generated/api.d.ts'), 'utf8'))).toBe(true);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('a refusal is described once, and every route refers to it', () => {
  const written = JSON.stringify(document);
  expect(written.match(/application\/problem\+json":/g)).toHaveLength(1);
  expect(written.match(/#\/components\/responses\/Problem"/g)!.length).toBeGreaterThan(100);
});

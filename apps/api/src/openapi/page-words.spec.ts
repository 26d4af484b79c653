import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageWords } from './page-words.ts';

it('the page says the words of the domain’s dictionary: after a change of it, apps/web/generate-api.sh is run', async () =>
  expect(await readFile(join(process.cwd(), 'apps/web/src/generated/words.ts'), 'utf8')).toBe(pageWords()));

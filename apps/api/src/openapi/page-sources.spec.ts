import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PAGE_SOURCES } from './page-sources.ts';

it.each(Object.entries(PAGE_SOURCES))(
  'the page has what it is given: after a change of words, of beginnings or of kinds of channels, apps/web/generate-api.sh is run (%s)',
  async (name, source) =>
    expect(await readFile(join(process.cwd(), 'apps/web/src/generated', name), 'utf8')).toBe(source),
);

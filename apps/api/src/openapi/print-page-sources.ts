import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_SOURCES } from './page-sources.ts';

for (const [name, source] of Object.entries(PAGE_SOURCES)) writeFileSync(join(process.argv[2]!, name), source);

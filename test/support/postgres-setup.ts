import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../libs/database/src/embedded.ts';
import { scratchInMemory } from './scratch.ts';

/** One real PostgreSQL for the whole test run; each spec file gets databases of its own (see postgres.ts). */
export default async (): Promise<void> => {
  const removeScratch = scratchInMemory();
  const folder = mkdtempSync(join(tmpdir(), 'luodi-test-'));
  chmodSync(folder, 0o755); // under root the database runs as another user
  const { url, release } = await openEmbedded(folder);
  process.env['TEST_DATABASE_URL'] = url;
  Object.assign(globalThis, { luodiTestDatabase: { folder, release, removeScratch } });
};

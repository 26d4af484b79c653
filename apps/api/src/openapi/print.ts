import pg from 'pg';
import { memoryStore } from '#event-store';
import { readConfig } from '../../../../libs/office/src/config.ts';
import { createApi } from '../server.ts';
import { servicesOf } from '../../../../libs/office/src/open-office.ts';

/** Writes the OpenAPI document to stdout; needs no database. The page's types are generated from it: `node dist/apps/api/src/openapi/print.js`. */
const print = async (): Promise<void> => {
  const config = { ...readConfig({}), logLevel: 'silent' as const };
  const { document, app } = await createApi(servicesOf({ config, pool: new pg.Pool(), store: memoryStore() }).services);
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  await app.close();
};

print().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});

import { officeOnPaper, readConfig } from '#office';
import { createApi } from '../server.ts';

/** Writes the OpenAPI document to stdout; needs no database. The page's types are generated from it: `node dist/apps/api/src/openapi/print.js`. */
const print = async (): Promise<void> => {
  const { document, app } = await createApi(officeOnPaper({ ...readConfig({}), logLevel: 'silent' }));
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  await app.close();
};

print().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});

import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { forgetDeleted } from '#database';
import { importBook } from '#imports';
import type { Office } from '../office.ts';

const A_DAY_MS = 86_400_000;

/** What imports have left behind them: outcomes that tell cells, workbooks that give rows back, and files of servers that were killed. Those under way are left alone. */
const clearImports = async ({ pool, imports: { folder } }: Office): Promise<void> => {
  for (const name of await importBook(pool).forget(0)) await rm(join(folder, name), { force: true });
  for (const name of await readdir(folder).catch(() => [])) {
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > A_DAY_MS) await rm(join(folder, name), { recursive: true, force: true });
  }
};

/** Removes what holds people’s texts beside the log, and what the database still keeps of rows that are deleted. Answers whether it could: an outside one may not let us. */
export const clearAway = async (office: Office): Promise<boolean> => {
  await clearImports(office);
  return forgetDeleted(office.pool, ['person_key', 'person_name', 'import_run', 'news']);
};

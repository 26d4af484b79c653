import type { Caller } from '#identity';
import { approveClosed, pastImport } from '#imports';
import { actorOf } from '../given.ts';
import type { Office } from '../office.ts';
import { admitImporter, importKnown } from './show-imports.ts';

/** A second person lets what waits of an import into closed months. Throws 'import-beyond-scope', 'import-unknown' and what approveClosed refuses. */
export const approveImport = async (
  office: Office,
  caller: Caller,
  importId: string,
): Promise<{ readonly rows: number }> => {
  admitImporter(caller);
  importKnown(await pastImport(office.store, importId));
  return approveClosed(office.store, { importId, actor: actorOf(caller), today: office.today() });
};

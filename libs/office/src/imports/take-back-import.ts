import type { Caller } from '#identity';
import { pastImport, revertImport, type Reverted } from '#imports';
import { actorOf } from '../given.ts';
import type { Office } from '../office.ts';
import { admitImporter, importKnown } from './show-imports.ts';

/** Takes an import back, once what others import or take back is done; what fell into a closed month stays. Throws 'import-beyond-scope' and 'import-unknown'. */
export const takeBackImport = async (
  office: Office,
  caller: Caller,
  importId: string,
  reason: string,
): Promise<Reverted> => {
  admitImporter(caller);
  importKnown(await pastImport(office.store, importId));
  return office.importsInTurn(async () => {
    const { months: closedMonths } = await office.periods.books();
    const request = { importId, reason, today: office.today(), actor: actorOf(caller), closedMonths };
    const reverted = await revertImport(office.store, request);
    await office.projects.catchUp();
    return reverted;
  });
};

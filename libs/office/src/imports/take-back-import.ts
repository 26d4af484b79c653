import type { Caller } from '#identity';
import { pastImport, revertImport, type Reverted } from '#imports';
import type { Question } from '../ask.ts';
import { actorOf } from '../given.ts';
import type { Office } from '../office.ts';
import { admitImporter, importKnown } from './show-imports.ts';

const underWay = new WeakMap<Office, Map<string, number>>(); // by import: of how many projects this process has taken it back

/** How far the taking back of an import is, in projects; null where none is under way here. */
export const takenBackSoFar: Question<{ readonly id: string }, { readonly projects: number | null }> = {
  answer: async ({ office, caller }, { id }) => {
    admitImporter(caller);
    return { projects: underWay.get(office)?.get(id) ?? null };
  },
};

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
    const done = underWay.get(office) ?? new Map<string, number>();
    underWay.set(office, done);
    try {
      const reverted = await revertImport(office.store, request, (projects) => done.set(importId, projects));
      await office.projects.catchUp();
      return reverted;
    } finally {
      done.delete(importId);
    }
  });
};

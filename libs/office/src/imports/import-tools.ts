import type { Pool } from '#database';
import { isRegionKind, projectIdOf, projectStream, type IsoDate, type Organisation, type Rules } from '#domain';
import { setAside, type EventStore } from '#event-store';
import { candidatesOf, type ClosedBooks, type ImportTools, type Lists, type SharedKeys } from '#imports';
import type { Office } from '../office.ts';
import { stateAllTargets } from '../numbers/state-targets.ts';
import { targetsOfLedger } from '../numbers/targets-of-ledger.ts';
import { findOfFirms, findSharing, whyNotLaid } from '#projections';

const KEYS_AT_ONCE = 2_000;

/** What the lists can show by these rules on a day. */
export const listsOf = (pool: Pool, rules: Rules, today: IsoDate): Lists => ({
  aside: async () => new Set((await setAside(pool, 'project')).map(({ stream }) => projectIdOf(stream))),
  hold: (project) => whyNotLaid(project, today, rules) === null,
});

/** What an import looks at beside its file: the projects already stored, and the organisation tree. The project model must be caught up. */
export const importTools = (
  pool: Pool,
  store: EventStore,
  tree: Organisation,
  closed: ClosedBooks = { months: new Set(), people: new Map() },
): ImportTools => {
  const { units } = tree;
  const open = [...units.values()].filter(({ closed }) => !closed);
  return {
    store,
    closed,
    stored: {
      find: async (keys: readonly SharedKeys[]) => {
        const found = [];
        for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) {
          const some = keys.slice(from, from + KEYS_AT_ONCE);
          found.push(...(await findSharing(pool, some)));
          found.push(
            ...(await findOfFirms(
              pool,
              some.flatMap(({ firm }) => firm ?? []),
            )),
          );
        }
        return candidatesOf([...new Map(found.map((one) => [one.id, one])).values()]);
      },
      history: (id) => store.readStream(projectStream(id)),
    },
    stateTargets: async (rows, { actor, importId, file, today }) => {
      await stateAllTargets(store, targetsOfLedger(rows, tree), { actor, key: importId, today, reason: file });
    },
    known: {
      regions: open.flatMap(({ name, formerNames }) => [name, ...formerNames]),
      regionKinds: open.some(({ kind }) => isRegionKind(kind)),
      units: new Set(open.flatMap(({ code, name, formerNames }) => [code, name, ...formerNames])),
    },
  };
};

/** The same of an office, as it is now. */
export const importToolsOf = async (office: Office): Promise<ImportTools> => {
  const { pool, personal, organisation, periods } = office;
  const lists = listsOf(pool, await office.rules(), office.today());
  return { ...importTools(pool, personal.opened, (await organisation.current()).tree, await periods.books()), lists };
};

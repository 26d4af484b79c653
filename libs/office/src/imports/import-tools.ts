import type { Pool } from 'pg';
import { isRegionKind, type Organisation } from '#domain';
import type { EventStore } from '#event-store';
import { candidatesOf, type ImportTools, type SharedKeys } from '#imports';
import { findSharing, PROJECT_STREAMS } from '#projections';

const KEYS_AT_ONCE = 2_000;

/** What an import looks at beside its file: the projects already stored, and the organisation tree. The project model must be caught up. */
export const importTools = (pool: Pool, store: EventStore, { units }: Organisation): ImportTools => {
  const open = [...units.values()].filter(({ closed }) => !closed);
  return {
    store,
    stored: {
      find: async (keys: readonly SharedKeys[]) => {
        const found = [];
        for (let from = 0; from < keys.length; from += KEYS_AT_ONCE)
          found.push(...(await findSharing(pool, keys.slice(from, from + KEYS_AT_ONCE))));
        return candidatesOf([...new Map(found.map((one) => [one.id, one])).values()]);
      },
      history: (id) => store.readStream(`${PROJECT_STREAMS}${id}`),
    },
    known: {
      regions: open.flatMap(({ name, formerNames }) => [name, ...formerNames]),
      regionKinds: open.some(({ kind }) => isRegionKind(kind)),
      units: new Set(open.flatMap(({ code, name, formerNames }) => [code, name, ...formerNames])),
    },
  };
};

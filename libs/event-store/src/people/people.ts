import type { Pool, PoolClient } from 'pg';
import { hearing } from '#database';
import type { PersonRef } from '#domain';
import type { EventStore } from '../event-store.ts';
import { knownNames } from './known-names.ts';
import { opener, openedStore, type Opener } from './opening.ts';
import { destroyKeys, PEOPLE_CHANNEL } from './person-keys.ts';
import { sealer, sealingStore } from './sealing.ts';

/** The people of whom the log tells, and the log as it seals and opens what is theirs. */
export interface People {
  /** Seals what is personal in each fact that it takes; is read sealed. */
  readonly sealed: EventStore;
  /** The same, read in the clear. */
  readonly opened: EventStore;
  readonly open: Opener['open'];
  /** Destroys the keys of these people, with what is remembered of it. Answers whose key was there. */
  readonly erase: (
    people: readonly PersonRef[],
    remember: (tx: PoolClient, erased: readonly PersonRef[]) => Promise<void>,
  ) => Promise<readonly PersonRef[]>;
  /** Calls back whenever somebody may have been erased: whoever keeps texts in the clear drops them. */
  readonly onErased: (drop: () => void) => void;
  /** Hears of it from other processes too. Answers how to end that. */
  readonly keepInStep: (url: string) => () => Promise<void>;
}

export const peopleOf = (store: EventStore, pool: Pool): People => {
  const keys = opener(pool);
  const seal = sealer(pool, knownNames(pool));
  const sealed = sealingStore(store, seal);
  const keepers = new Set<() => void>([seal.forget, keys.forget]);
  const drop = (): void => {
    for (const one of keepers) one();
  };
  return {
    sealed,
    opened: openedStore(sealed, keys),
    open: keys.open,
    erase: async (people, remember) => {
      const erased = await destroyKeys(pool, people, remember);
      drop();
      return erased;
    },
    onErased: (one) => {
      keepers.add(one);
    },
    keepInStep: (url) => {
      const heard = hearing(url, PEOPLE_CHANNEL);
      const stop = heard.onHeard(drop);
      return async () => {
        stop();
        await heard.close();
      };
    },
  };
};

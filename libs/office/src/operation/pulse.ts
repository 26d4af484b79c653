import { answers } from '#database';
import { setAside } from '#event-store';
import { readCheckpoint } from '#projections';
import type { Office } from '../office.ts';
import { secondsBehind } from './lag.ts';

/** The lists lack what was recorded so long ago: another process serves better than this one. */
const TOO_FAR_BEHIND_S = 60;

/** Whether requests can be served, part by part. Each rejects where its part does not answer, or lags too far. Cost: a row or a record each. */
export const PULSE = {
  database: async ({ pool }: Office) => {
    await answers(pool);
    return {};
  },
  log: async ({ store }: Office) => ({ head: Number(await store.head()) }),
  /** What the whole bureau goes by can be read: where a newer release recorded some of it, another process serves, and this one is to be upgraded. */
  rules: async ({ rules, organisation, periods }: Office) => {
    await Promise.all([rules(), organisation.current(), periods.books()]);
    return {};
  },
  /** Where streams are set aside they serve all the same: see /api/set-aside. */
  lists: async ({ pool, store, now }: Office) => {
    const behind = await secondsBehind(store, (await readCheckpoint(pool)).position, now());
    if (behind > TOO_FAR_BEHIND_S) throw new Error(`the lists are ${behind} seconds behind`);
    return { setAside: (await setAside(pool)).length, behindSeconds: behind };
  },
} as const satisfies Readonly<Record<string, (office: Office) => Promise<Readonly<Record<string, number>>>>>;

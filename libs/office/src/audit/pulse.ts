import { answers } from '#database';
import { setAside } from '#event-store';
import type { Office } from '../office.ts';

/** Whether requests can be served, part by part. Each rejects where its part does not answer. */
export const PULSE = {
  database: async ({ pool }: Office) => {
    await answers(pool);
    return {};
  },
  log: async ({ store }: Office) => ({ head: Number(await store.head()) }),
  /** They serve all the same: see /api/set-aside. */
  lists: async ({ pool }: Office) => ({ setAside: (await setAside(pool)).length }),
} as const satisfies Readonly<Record<string, (office: Office) => Promise<Readonly<Record<string, number>>>>>;

import type { IsoDate } from '#domain';
import type { EventStore } from '#event-store';
import type { Caller } from '#identity';
import {
  pastImport,
  pastImports,
  projectsOf,
  revertImport,
  type ClosedBooks,
  type ImportedProject,
  type PastImport,
  type Reverted,
} from '#imports';
import { refused } from '../refusals.ts';

/** Imports that were finished, and taking one back. */
export interface ImportHistory {
  readonly list: () => Promise<readonly PastImport[]>;
  readonly show: (
    id: string,
  ) => Promise<{ readonly import: PastImport; readonly projects: readonly ImportedProject[] }>;
  readonly revert: (caller: Caller, id: string, reason: string) => Promise<Reverted>;
}

interface Sources {
  readonly store: EventStore;
  readonly caughtUp: () => Promise<unknown>;
  readonly today: () => IsoDate;
  readonly closed: () => Promise<ClosedBooks>;
}

/** What was imported so far, for whoever may import. */
export const importHistory = ({ store, caughtUp, today, closed }: Sources): ImportHistory => ({
  list: () => pastImports(store),
  show: async (id) => {
    const found = (await pastImport(store, id)) ?? unknown();
    return { import: found, projects: await projectsOf(store, id) };
  },
  revert: async ({ user, unit }, importId, reason) => {
    if ((await pastImport(store, importId)) === null) unknown();
    const { months: closedMonths } = await closed();
    const request = { importId, reason, today: today(), actor: { user, unit }, closedMonths };
    const reverted = await revertImport(store, request);
    await caughtUp();
    return reverted;
  },
});

const unknown = (): never => {
  throw refused('import-unknown');
};

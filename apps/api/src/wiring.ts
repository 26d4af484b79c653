import type { Pool } from 'pg';
import type { Migration } from '#database';
import { dayInShanghai, subtreeOf, type Circumstances, type Organisation } from '#domain';
import { eventStoreMigrations, type EventStore } from '#event-store';
import { identityMigrations, openIdentity, scopeOf, type Caller, type Subtree, type VisibleProjects } from '#identity';
import type { Config } from './config.ts';
import { organisationOf } from './organisation/organisation-desk.ts';
import { historyOf } from './projects/history.ts';
import { projectNumberMigrations, projectNumbers } from './projects/project-numbers.ts';
import type { Services } from './services.ts';

/** The tables of the log, of accounts and of the API itself; read models bring their own. */
export const apiMigrations: readonly Migration[] = [...eventStoreMigrations, ...identityMigrations, ...projectNumberMigrations];

/** Codes and names of units, as facts may have written them. */
const written = ({ units }: Organisation, codes: readonly string[]): readonly string[] =>
  codes.flatMap((code) => { const unit = units.get(code); return unit === undefined ? [] : [unit.code, unit.name, ...unit.formerNames]; });

interface Foundation {
  readonly config: Config;
  readonly pool: Pool;
  readonly store: EventStore;
  readonly now?: () => Date;
  readonly caughtUp: () => Promise<unknown>; // brings the project model up to the log
  readonly projectTable: string;
  readonly circumstances?: Partial<Omit<Circumstances, 'today'>>;
  readonly readSide: (visibleTo: (caller: Caller) => Promise<VisibleProjects>) => Pick<Services, 'lists' | 'explain' | 'imports'>;
}

/** All of a server's parts, joined. Stores and pools are made and closed by the process. */
export const servicesOf = ({ config, pool, store, now = () => new Date(), caughtUp, projectTable, circumstances, readSide }: Foundation): Services => {
  const organisation = organisationOf(store);
  const visibleTo = async (caller: Caller): Promise<VisibleProjects> => {
    if (caller.scope.kind === 'all') return { all: true };
    const { tree } = await organisation();
    const subtree: Subtree = (code) => (tree.units.has(code) ? written(tree, subtreeOf(tree, code)) : null);
    return scopeOf(caller, subtree, (code) => (tree.units.has(code) ? written(tree, [code]) : null));
  };
  return {
    config, now, pool, store, organisation, visibleTo,
    identity: openIdentity(pool, store, now),
    numbers: projectNumbers(pool, caughtUp, projectTable),
    circumstances: async () => ({ today: dayInShanghai(now().toISOString()), closedThrough: null, gates: { preReview: false, jointReview: false }, ...circumstances }),
    history: historyOf,
    ...readSide(visibleTo),
  };
};

import { join } from 'node:path';
import type { Pool } from 'pg';
import { auditMigrations } from '#audit';
import type { Migration } from '#database';
import { dayInShanghai, subtreeOf, type Circumstances, type Organisation } from '#domain';
import { eventStoreMigrations, sharedRun, type EventStore } from '#event-store';
import { identityMigrations, openIdentity, scopeOf, type Caller, type Subtree, type VisibleProjects } from '#identity';
import {
  findProjects,
  matterMigrations,
  matterModel,
  projectMigrations,
  projectModel,
  PROJECT_TABLE,
  rulesNow,
  unitsOf,
  type ProjectModel,
} from '#projections';
import { catchUp, holderIn, postgresLedger, reminderMigrations } from '#reminders';
import { channelMigrations, channels } from './channels/channel-table.ts';
import { followUpMigrations, followUps, type FollowUps } from './projects/follow-ups.ts';
import { watch, watchMigrations } from './reminders/watch.ts';
import { looks, lookMigrations } from './audit/looks.ts';
import type { Config } from './config.ts';
import { importDesk, type ImportRun } from './imports/import-jobs.ts';
import { importRun } from './imports/import-run.ts';
import { projectedLists } from './lists/projected-lists.ts';
import { organisationOf } from './organisation/organisation-desk.ts';
import { projectNumberMigrations, projectNumbers } from './projects/project-numbers.ts';
import type { Services } from './office.ts';

/** All tables a server stands on. */
export const apiMigrations: readonly Migration[] = [
  ...eventStoreMigrations,
  ...identityMigrations,
  ...projectMigrations,
  ...projectNumberMigrations,
  ...lookMigrations,
  ...auditMigrations,
  ...matterMigrations,
  ...reminderMigrations,
  ...followUpMigrations,
  ...watchMigrations,
  ...channelMigrations,
];

/** Codes and names of units, as facts may have written them. */
const written = ({ units }: Organisation, codes: readonly string[]): readonly string[] =>
  codes.flatMap((code) => {
    const unit = units.get(code);
    return unit === undefined ? [] : [unit.code, unit.name, ...unit.formerNames];
  });

interface Foundation {
  readonly config: Config;
  readonly pool: Pool;
  readonly store: EventStore;
  readonly now?: () => Date;
  readonly circumstances?: Partial<Omit<Circumstances, 'today'>>;
  readonly runImport?: ImportRun; // the importer, unless another is given
}

export interface Server {
  readonly services: Services;
  readonly model: ProjectModel;
  readonly following: FollowUps;
}

/** All of a server's parts, joined. Stores and pools are made and closed by the process. */
export const servicesOf = ({
  config,
  pool,
  store,
  now = () => new Date(),
  circumstances,
  runImport,
}: Foundation): Server => {
  const organisation = organisationOf(store);
  const rules = rulesNow(store);
  const model = projectModel(pool, store, rules);
  const visibleTo = async (caller: Caller): Promise<VisibleProjects> => {
    if (caller.scope.kind === 'all') return { all: true };
    const { tree } = await organisation();
    const subtree: Subtree = (code) => (tree.units.has(code) ? written(tree, subtreeOf(tree, code)) : null);
    return scopeOf(caller, subtree, (code) => (tree.units.has(code) ? written(tree, [code]) : null));
  };
  const units = unitsOf(store);
  const around = async (): Promise<Circumstances> => ({
    today: dayInShanghai(now().toISOString()),
    closedThrough: null,
    gates: { preReview: false, jointReview: false },
    ...circumstances,
  });
  const following = followUps(pool, store, around);
  const ledger = postgresLedger(pool);
  const services: Services = {
    config,
    now,
    pool,
    store,
    organisation,
    visibleTo,
    rules,
    circumstances: around,
    unitNames: units,
    followUps: following.follow,
    matters: matterModel(pool, store),
    ledger,
    watch: watch(pool, store, now),
    channels: channels(pool, config.data, now),
    caughtUpReminders: sharedRun(() =>
      catchUp({ store, ledger, rules, now, holder: async () => holderIn((await organisation()).tree) }),
    ),
    caughtUpProjects: model.catchUp,
    projectName: async (id) => {
      const name = async (): Promise<string | undefined> =>
        (await findProjects(pool, id)).find((one) => one.id === id)?.name;
      const known = await name();
      if (known !== undefined) return known;
      await model.catchUp(); // registered a moment ago: what is opened for it keeps its name for ever
      return (await name()) ?? id;
    },
    identity: openIdentity(pool, store, now),
    numbers: projectNumbers(pool, model.catchUp, PROJECT_TABLE),
    lists: projectedLists({ pool, store, units, visibleTo, caughtUp: model.catchUp, now }),
    imports: importDesk(
      join(config.data, 'uploads'),
      runImport ?? importRun({ pool, store, organisation, caughtUp: model.catchUp, now }),
    ),
    looks: looks(pool, now),
  };
  return { services, model, following };
};

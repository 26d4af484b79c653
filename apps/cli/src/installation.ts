import { migrate, openDatabase, type Database } from '#database';
import { dayInShanghai, type IsoDate, type Rules } from '#domain';
import { postgresStore, type EventStore } from '#event-store';
import {
  findProjects,
  projectModel,
  renewProjects,
  rulesNow,
  unitsOf,
  type Found,
  type ProjectModel,
  type UnitNames,
} from '#projections';
import { organisationOf } from '../../../libs/office/src/organisation/organisation-desk.ts';
import { apiMigrations } from '../../../libs/office/src/open-office.ts';
import { Refused, type Options } from './output.ts';

/** What a command works on: the same database and the same locks as a server beside it. */
export interface Installation {
  readonly database: Database;
  readonly store: EventStore;
  readonly model: ProjectModel;
  readonly rules: () => Promise<Rules>;
  readonly units: () => Promise<UnitNames>;
  readonly organisation: ReturnType<typeof organisationOf>;
  readonly today: IsoDate;
  readonly close: () => Promise<void>;
}

export const CLI_ACTOR = { user: 'luodi-cli', unit: null } as const;

/** Opens the installation; starts its embedded database where none runs. What is recorded is recorded at `now`. Throws Unreachable. */
export const openInstallation = async ({ data }: Options, now: () => number = Date.now): Promise<Installation> => {
  const url = process.env['DATABASE_URL'];
  const database = await openDatabase({ data, url: url === undefined || url === '' ? undefined : url });
  try {
    await migrate(database.pool, apiMigrations);
  } catch (error) {
    await database.close();
    throw error;
  }
  const store = postgresStore({ ...database, now });
  const rules = rulesNow(store);
  return {
    database,
    store,
    rules,
    model: projectModel(database.pool, store, rules),
    units: unitsOf(store),
    organisation: organisationOf(store),
    today: dayInShanghai(new Date(now()).toISOString()),
    close: async () => {
      await store.close();
      await database.close();
    },
  };
};

/** The read model, up to date; rebuilt first where the rules have changed under it. */
export const upToDate = async ({ database, store, model, rules }: Installation): Promise<void> => {
  await renewProjects(database.pool, store, rules);
  await model.catchUp();
};

/** The one project that `text` names: id, code, national code, contract number or exact name. Several are listed and refused. */
export const projectNamed = async (installation: Installation, text: string): Promise<Found> => {
  const found = await findProjects(installation.database.pool, text);
  if (found.length === 1) return found[0]!;
  const exact = found.filter(({ id, code }) => id === text || code === text);
  if (exact.length === 1) return exact[0]!;
  throw found.length === 0
    ? new Refused('project-unknown', { zh: `没有这个项目：${text}`, en: `There is no such project: ${text}` })
    : new Refused(
        'project-ambiguous',
        { zh: '有几个项目符合，请用编号指明。', en: 'Several projects match; name one by its code.' },
        { matches: found },
      );
};

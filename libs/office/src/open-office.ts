import { join } from 'node:path';
import { claimServer, claimWork, migrate, noDatabase, openDatabase, type Pool } from '#database';
import {
  BOARDS,
  BORDERS,
  dayInShanghai,
  DEFINITIONS,
  foldBoards,
  foldBorders,
  foldLayouts,
  LAYOUTS,
  foldDefinitions,
  foldOrganisation,
  foldViews,
  MATTERS,
  ORGANISATION,
  VIEWS,
  type Circumstances,
} from '#domain';
import {
  commandHandler,
  keepingStreams,
  knownStreams,
  leadOf,
  memoryStore,
  peopleOf,
  sharedRun,
  understood,
  type EventStore,
  type People,
} from '#event-store';
import { openIdentity } from '#identity';
import { importBook, type ClosedBooks } from '#imports';
import { arrivalModel, issuesOf, matterModel, projectModel, rulesNow, standingOf, unitsOf } from '#projections';
import { catchUp, holderIn, postgresLedger, queueDesk } from '#reminders';
import { peopleNow } from './accounts/people-now.ts';
import { looks } from './audit/looks.ts';
import { sharedVerification } from './audit/shared-verification.ts';
import { verifyLog } from './audit/verify-log.ts';
import { changesOf } from './changes.ts';
import { channels } from './channels/channels.ts';
import { keptAnswers } from './cockpit/kept-answers.ts';
import { liveChanges } from './live/live.ts';
import type { Config } from './config.ts';
import { importDesk, type ImportRun } from './imports/import-jobs.ts';
import { importRun } from './imports/import-run.ts';
import { inTurn } from './imports/in-turn.ts';
import { matterAggregate } from './matters/matter-aggregate.ts';
import { officeMigrations } from './migrations.ts';
import type { Office } from './office.ts';
import { checkHome, openLog } from './open-log.ts';
import { organisationNow } from './organisation/organisation-now.ts';
import { targetAggregate } from './numbers/target-aggregate.ts';
import { paperAggregate } from './papers/paper-aggregate.ts';
import { paperFolder } from './papers/paper-folder.ts';
import { periodAggregate } from './periods/period-aggregate.ts';
import { closedMonthsNow } from './periods/periods-now.ts';
import { policyAggregate } from './policy/policy-aggregate.ts';
import { followUps } from './projects/follow-ups.ts';
import { knownProjects } from './projects/known-projects.ts';
import { projectAggregate } from './projects/project-aggregate.ts';
import { projectNumbers } from './projects/project-numbers.ts';
import { watch } from './reminders/watch.ts';
import { visibility } from './seen-by.ts';

const KEPT_MATTER_BYTES = 4_000_000; // of each kind; projects are worked on far more
const NONE_KEPT = 0;
const KEPT_LIST_PAGES = 60; // of at most a hundred rows
const KEPT_SUMS = 2_000; // of one part of a figure, for each key of a table

interface Foundation {
  readonly config: Config;
  readonly pool: Pool;
  readonly store: EventStore;
  readonly now?: () => Date;
  readonly runImport?: ImportRun; // the importer, unless another is given
}

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

const mattersOver = ({ opened, onErased }: People): Office['matters']['handle'] => {
  const handlers = new Map(
    Object.values(MATTERS).map((matter) => [
      matter.name,
      commandHandler(opened, matterAggregate(matter), KEPT_MATTER_BYTES, onErased),
    ]),
  );
  return (order, ifVersion) => handlers.get(order.matter.name)!(order, ifVersion);
};

/** All parts of an office, joined. Store and pool are closed by whoever made them. */
export const officeOver = ({ config, pool, store: log, now = () => new Date(), runImport }: Foundation): Office => {
  const personal = peopleOf(understood(log), pool);
  const { sealed: store, opened } = personal;
  const rules = rulesNow(store);
  const today = () => dayInShanghai(now().toISOString());
  const current = organisationNow(store);
  const projects = projectModel(pool, store, rules);
  const arrivals = arrivalModel(pool, store);
  const matters = matterModel(pool, store);
  const ledger = postgresLedger(pool);
  const historyOf = knownStreams(store);
  const holder = async () => holderIn((await current()).tree);
  const closedMonths = closedMonthsNow(store);
  const identity = openIdentity(pool, store, now);
  const people = peopleNow(current, identity.people);
  const closed = async (): Promise<ClosedBooks> => {
    const [months, known] = await Promise.all([closedMonths(), people()]);
    return { months, people: known };
  };
  const circumstances = async (): Promise<Circumstances> => {
    const { months, people: known } = await closed();
    return {
      today: today(),
      closedMonths: months,
      gates: { preReview: false, jointReview: false },
      people: known,
    };
  };
  // What a fact entails was approved with it: it needs no approver of its own.
  const approved = async (): Promise<Circumstances> => ({ ...(await circumstances()), closedMonths: new Set() });
  const importsInTurn = inTurn(pool);
  return {
    config,
    now,
    today,
    pool,
    store,
    rules,
    circumstances,
    identity,
    people,
    visibleTo: visibility(current),
    organisation: {
      current,
      names: unitsOf(store),
      handle: commandHandler(store, changesOf(ORGANISATION, foldOrganisation), NONE_KEPT),
    },
    policy: { handle: commandHandler(store, policyAggregate, NONE_KEPT) },
    boards: { handle: commandHandler(store, changesOf(BOARDS, foldBoards), NONE_KEPT) },
    views: { handle: commandHandler(store, changesOf(VIEWS, foldViews), NONE_KEPT) },
    layouts: { handle: commandHandler(store, changesOf(LAYOUTS, foldLayouts), NONE_KEPT) },
    borders: { handle: commandHandler(store, changesOf(BORDERS, foldBorders), NONE_KEPT) },
    targets: { handle: commandHandler(store, targetAggregate, NONE_KEPT) },
    definitions: { handle: commandHandler(store, changesOf(DEFINITIONS, foldDefinitions), NONE_KEPT) },
    periods: { books: closed, handle: commandHandler(store, periodAggregate, NONE_KEPT) },
    projects: {
      ...projects,
      handle: commandHandler(opened, projectAggregate, undefined, personal.onErased),
      standing: standingOf(pool),
      known: knownProjects(store),
      historyOf,
      numbers: projectNumbers(pool, projects.catchUp),
      followUps: followUps(pool, opened, approved, rules, async (project) => {
        await matters.catchUp();
        return issuesOf(pool, project);
      }),
    },
    numbers: {
      catchUp: sharedRun(async () => smaller(await projects.catchUp(), await arrivals.catchUp())),
      tallies: keptAnswers(KEPT_SUMS),
    },
    cockpit: keptAnswers(),
    lists: keptAnswers(KEPT_LIST_PAGES),
    listCounts: keptAnswers(),
    leads: {
      projects: leadOf(pool, 'projects'),
      reminders: leadOf(pool, 'reminders'),
      factHooks: leadOf(pool, 'fact-hooks'),
    },
    live: liveChanges(store, projects.catchUp),
    matters: { catchUp: matters.catchUp, handle: mattersOver(personal) },
    reminders: {
      ledger,
      catchUp: sharedRun(() => catchUp({ store: keepingStreams(store, historyOf), ledger, rules, now, holder })),
      watch: watch(pool, store, now),
      queue: queueDesk(pool, config.redis),
    },
    papers: {
      folder: paperFolder(join(config.data, 'papers')),
      handle: commandHandler(store, paperAggregate, NONE_KEPT),
    },
    channels: channels(pool, store, config, now),
    imports: importDesk(
      join(config.data, 'uploads'),
      importBook(pool),
      runImport ??
        importRun({
          pool,
          store: opened,
          organisation: current,
          closed,
          rules,
          caughtUp: projects.catchUp,
          inTurn: importsInTurn,
          now,
        }),
    ),
    importsInTurn,
    looks: looks(store, now),
    verification: sharedVerification((onProgress) => verifyLog({ pool, config }, { onProgress })),
    personal,
  };
};

export interface OpenOffice extends Office {
  readonly databaseUrl: string;
  readonly embedded: boolean; // whether the database is the one that npm brought along
  readonly close: () => Promise<void>;
}

/**
 * Opens an installation: database, tables, log and all that stands on them; the one place where a process gets its parts. `alone`: as its server, of which there is one on an
 * embedded database; an outside one may have several. Facts are recorded at `now`. Throws Unreachable; whatever was begun is then ended.
 */
export const openOffice = async (
  config: Config,
  { alone = false, now = () => new Date() }: { readonly alone?: boolean; readonly now?: () => Date } = {},
): Promise<OpenOffice> => {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let end = undo.pop(); end !== undefined; end = undo.pop()) await end();
  };
  try {
    const database = await openDatabase({ data: config.data, url: config.databaseUrl });
    undo.push(database.close);
    if (alone && database.embedded) undo.push(await claimServer(database));
    await migrate(database.pool, officeMigrations);
    undo.push(await claimWork(database, () => checkHome(database.pool, config.log.kind)));
    const opening = { place: config.log, pool: database.pool, databaseUrl: database.url };
    const store = await openLog(opening, () => now().getTime());
    undo.push(store.close);
    const office = officeOver({ config, pool: database.pool, store, now });
    undo.push(office.personal.keepInStep(database.url));
    if (alone) undo.push(office.identity.keepInStep(database.url));
    return { ...office, databaseUrl: database.url, embedded: database.embedded, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** An office with nothing behind it: what its doors are can be read off, nothing can be asked. */
export const officeOnPaper = (config: Config): Office =>
  officeOver({ config, pool: noDatabase(), store: memoryStore() });

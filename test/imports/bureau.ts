import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fold, type KnownProject, type Placed, type Project, type ProjectEvent } from '#domain';
import { memoryStore, type EventStore } from '#event-store';
import {
  candidatesOf,
  importWorkbook,
  type ImportDecision,
  type ImportReport,
  type Known,
  type SavedMapping,
  type Stored,
  type StoredProjects,
} from '#imports';
import { TODAY } from './imported.ts';

export const clerk = { user: 'clerk', unit: null };

const folder = mkdtempSync(join(tmpdir(), 'bureau-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Every project of a log, by its id. */
export const projectsIn = async (store: EventStore): Promise<Map<string, Project>> => {
  const found = new Map<string, Project>();
  for await (const events of store.readByStream('project-', await store.head()))
    found.set(
      events[0]!.stream.slice('project-'.length),
      fold(events.map(({ event, version }): Placed => ({ ...(event as ProjectEvent), version }))),
    );
  return found;
};

/** What is stored, as the read models would answer it. */
const storedIn = (store: EventStore): StoredProjects => ({
  find: async () =>
    candidatesOf(
      [...(await projectsIn(store))].flatMap(([id, project]): Stored[] =>
        project.phase === 'none'
          ? []
          : [
              {
                id,
                code: project.code,
                name: project.title,
                investor: project.investor ?? null,
                contractNo: project.contract?.number ?? null,
                nationalCode: project.nationalCode ?? null,
                endedOn: project.end?.on ?? null,
                signedOn: project.contract?.on ?? null,
                contracted: project.contract?.contracted.amount ?? null,
              },
            ],
      ),
    ),
  history: (id) => store.readStream(`project-${id}`),
});

interface Giving {
  readonly decisions?: readonly ImportDecision[];
  readonly mapping?: SavedMapping;
  readonly name?: string; // of the file
  readonly dryRun?: boolean;
  readonly onProgress?: () => void;
}

let files = 0;
/** A bureau that keeps what it is given, ledger after ledger. */
export const bureau = (known: Known = { regions: [], regionKinds: false, units: new Set() }) => {
  const store = memoryStore();
  const give = async (
    lines: string | Buffer,
    { name = `${(files += 1)}.csv`, ...more }: Giving = {},
  ): Promise<ImportReport> => {
    const path = join(folder, name);
    writeFileSync(path, lines);
    const { report } = await importWorkbook(
      { path, dryRun: false, today: TODAY, actor: clerk, ...more },
      { store, stored: storedIn(store), known },
    );
    return report;
  };
  const live = async (): Promise<readonly KnownProject[]> =>
    [...(await projectsIn(store)).values()].filter((one): one is KnownProject => one.phase !== 'none');
  return { store, give, live };
};

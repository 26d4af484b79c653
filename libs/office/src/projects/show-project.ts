import {
  arrivedOf,
  offered,
  Rejected,
  REJECTIONS,
  type IsoDate,
  type KnownProject,
  type Money,
  type Project,
  type ProjectCommandType,
  type RecordedEvent,
} from '#domain';
import { COMMAND_NEEDS, may, type Caller } from '#identity';
import {
  explain,
  foldReadable,
  historyOf,
  projectIn,
  type AsOf,
  type Explanation,
  type HistoryEntry,
} from '#projections';
import type { Office } from '../office.ts';
import { instantPosition } from './instant.ts';
import { placedOf, PROJECT_STREAM, sees } from './project-aggregate.ts';
import { kebab, OFFERED } from './project-commands.ts';
import type { AsOfQuery } from './queries.ts';

export interface AllowedCommand {
  readonly type: ProjectCommandType;
  readonly path: string;
}
export interface ProjectView {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly asOf: string;
  readonly state: Exclude<Project, { phase: 'none' }>;
  readonly arrived: readonly Money[]; // certified and not reversed, one sum a currency
  readonly allowed: readonly AllowedCommand[];
}

const unknown = (): never => {
  throw new Rejected('project-unknown', REJECTIONS['project-unknown']);
};

/** Past views obey today's permissions: who may see the project now may see all of its history, which is answered. Throws 'project-unknown'. */
export const admit = async (office: Office, caller: Caller, projectId: string): Promise<readonly RecordedEvent[]> => {
  const history = await office.store.readStream(PROJECT_STREAM + projectId);
  const state = foldReadable(history.map(placedOf));
  if (state.phase === 'none' || !sees(await office.visibleTo(caller), state)) return unknown();
  return history;
};

const momentOf = async (office: Office, asOf: IsoDate | undefined, asKnown: string | undefined): Promise<AsOf> => ({
  day: asOf ?? office.today(),
  position: await instantPosition(office.store, asKnown),
});

/** The commands this caller can give in this phase: from the tables that decide, so that the page offers nothing that would be refused for its phase or role. */
export const allowedTo = (caller: Caller, project: KnownProject): readonly AllowedCommand[] => {
  const now = offered(project);
  return OFFERED.filter((type) => now.includes(type) && may(caller, COMMAND_NEEDS[type])).map((type) => ({
    type,
    path: kebab(type),
  }));
};

export const showProject = async (
  office: Office,
  caller: Caller,
  projectId: string,
  { asOf, asKnown }: AsOfQuery,
): Promise<ProjectView> => {
  const history = await admit(office, caller, projectId);
  const { looks } = office;
  const at = await momentOf(office, asOf, asKnown);
  if (asOf !== undefined || asKnown !== undefined) await looks.record(caller, 'project', projectId, asOf, asKnown);
  const { project, version } = projectIn(history, at);
  if (project.phase === 'none') return unknown();
  const last = history[version - 1]!;
  const now = asOf === undefined && asKnown === undefined;
  return {
    id: projectId,
    version,
    position: Number(last.position),
    asOf: at.day,
    state: project,
    arrived: arrivedOf(project),
    allowed: now ? allowedTo(caller, project) : [],
  };
};

export const explainProject = async (
  office: Office,
  caller: Caller,
  projectId: string,
  { asOf, asKnown }: AsOfQuery,
): Promise<Explanation> => {
  await admit(office, caller, projectId);
  const at = await momentOf(office, asOf, asKnown);
  return (await explain(office.store, await office.rules(), projectId, at)) ?? unknown();
};

export interface ProjectHistory {
  readonly project: { readonly id: string; readonly code: string; readonly name: string };
  readonly events: readonly HistoryEntry[];
}

export const projectHistory = async (
  office: Office,
  caller: Caller,
  projectId: string,
  asKnown: string | undefined,
): Promise<ProjectHistory> => {
  const history = await admit(office, caller, projectId);
  const { store, looks } = office;
  const at = await momentOf(office, undefined, asKnown);
  await looks.record(caller, 'history', projectId, undefined, asKnown);
  const { project } = projectIn(history, at);
  if (project.phase === 'none') return unknown();
  const events = (await historyOf(store, projectId)).filter(
    ({ position }) => at.position === null || BigInt(position) <= at.position,
  );
  return { project: { id: projectId, code: project.code, name: project.title }, events };
};

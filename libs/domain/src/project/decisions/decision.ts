import type { SecondPerson } from '../../policy/second-person.ts';
import type { IsoDate } from '../../dates.ts';
import type { People } from '../../person.ts';
import type { ProjectCommand, ProjectCommandOf, ProjectCommandType } from '../commands.ts';
import type { ProjectEvent } from '../events.ts';
import type { Told } from '../known-facts.ts';
import type { KnownProject, Project } from '../state.ts';

/** What a decision may look at beside the command and the project: the day, and what the bureau has configured. */
export interface Circumstances {
  readonly today: IsoDate; // the civil day of recording in Asia/Shanghai
  readonly closedMonths: ReadonlySet<string>; // months whose figures were reported (YYYY-MM)
  readonly gates: { readonly preReview: boolean; readonly jointReview: boolean };
  readonly people: People; // who can be named by an id
  readonly giver?: string; // the login of who gives the command; absent where an import or the product itself does
  readonly hands?: Hands; // what the giver may change alone; absent where an import, the product or an approved proposal does
  readonly others?: Others; // absent where the command names no other project
}

/** The unit of who gives a command, whether that person corrects every unit's records, and from where on two have to. */
export interface Hands {
  readonly unit: string | null;
  readonly correctsAll: boolean;
  readonly limits: SecondPerson;
}

/** What a split or a merge must know of other projects. */
export interface Others {
  readonly own: string; // id of the project that is given the command
  readonly project: (id: string) => Project;
  readonly hasCode: (code: string) => boolean; // whether any project has it
}

/** A command with all that its answer depends on, so the same command always gets the same answer. */
export type Given<C extends ProjectCommand = ProjectCommand> = {
  readonly command: C;
  readonly circumstances: Circumstances;
};

/** One command on a known project → its facts; `[]` where nothing new is said. Date, phase and period were checked before. */
export type Decision<T extends ProjectCommandType> = (
  command: ProjectCommandOf<T>,
  project: KnownProject,
  on: IsoDate,
  circumstances: Circumstances,
  told: Told,
) => readonly ProjectEvent[];

export type Decisions<T extends ProjectCommandType> = { readonly [K in T]: Decision<K> };

/** A copy of the named fields of `data`. */
export const only = <T extends object, K extends keyof T>(data: T, fields: readonly K[]): Pick<T, K> =>
  Object.fromEntries(fields.map((field) => [field, data[field]])) as Pick<T, K>;

/** A copy of `data` without the fields nobody filled in: an event says only what was said. */
export const filled = <T extends object>(data: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

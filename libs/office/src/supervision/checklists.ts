import { projectStream, UnreadableFact, type Rules } from '#domain';
import type { EventStore } from '#event-store';
import { projectChecklist, projectsOfUnits, type AsOf, type ProjectChecklist } from '#projections';
import type { Question } from '../ask.ts';
import type { Office } from '../office.ts';
import { lookAt } from '../audit/looks.ts';
import type { AsOfQuery } from '../projects/queries.ts';
import { notSeen } from '../projects/not-seen.ts';
import { momentOf, seenHistory } from '../projects/seen-project.ts';
import { refused } from '../refusals.ts';
import type { PageQuery } from './queries.ts';

/** What is to be done for a project: never ticked by hand where an event can tell. Throws 'project-unknown'. */
export const checklistOfProject: Question<AsOfQuery & { readonly id: string }, ProjectChecklist> = {
  look: (asked) => lookAt('checklist', asked.id, { asOf: asked.asOf }),
  answer: async (asking, { id, asOf }) => {
    const { at, history } = await seenHistory(asking, id, asOf === undefined ? {} : { asOf });
    const { store, rules } = asking.office;
    const checklist = await projectChecklist(store, history, await rules(), id, at);
    if (checklist === null) throw notSeen();
    return checklist;
  },
};

/** One of several: null where the project is not there, or has a record that cannot be read and is set aside. */
const readableChecklist = async (
  store: EventStore,
  rules: Rules,
  id: string,
  at: AsOf,
): Promise<ProjectChecklist | null> => {
  try {
    return await projectChecklist(store, await store.readStream(projectStream(id)), rules, id, at);
  } catch (error) {
    if (error instanceof UnreadableFact) return null;
    throw error;
  }
};

export interface UnitChecklist {
  readonly unit: string;
  readonly projects: readonly ProjectChecklist[];
  readonly next: string | null;
}

/** The checklists of the projects of a unit and of those below it that live at a moment, page by page. Throws 'unit-unknown'. */
export const checklistsOfUnit: Question<PageQuery & { readonly unit: string }, UnitChecklist> = {
  look: ({ unit, asOf }) => lookAt('checklist', unit, { asOf }),
  answer: async ({ office, scope }, { unit, cursor, limit = 20, ...asked }) => {
    const { pool, store, organisation } = office;
    const at = await momentOf(office, asked);
    const units = (await organisation.names()).subtree(unit);
    if (units === null) throw refused('unit-unknown');
    const page = await projectsOfUnits(pool, units, scope, limit + 1, cursor ?? null, at);
    const rules = await office.rules();
    const checklists = await Promise.all(page.slice(0, limit).map(({ id }) => readableChecklist(store, rules, id, at)));
    return {
      unit,
      projects: checklists.filter((one) => one !== null),
      next: page.length > limit ? page[limit - 1]!.code : null,
    };
  },
};

const PAGE = 500;

/** Ids of all live projects of these units. */
export const liveProjectsOf = async ({ pool, today }: Office, units: readonly string[]): Promise<readonly string[]> => {
  const now = { day: today(), position: null };
  const ids: string[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page = await projectsOfUnits(pool, units, { all: true }, PAGE, after ?? null, now);
    ids.push(...page.map(({ id }) => id));
    after = page.length < PAGE ? null : page.at(-1)!.code;
  }
  return ids;
};

/** Today's checklists of these projects; one that is not there has none. */
export const checklistsToday = async (office: Office, ids: readonly string[]): Promise<readonly ProjectChecklist[]> => {
  const { store } = office;
  const rules = await office.rules();
  const found: ProjectChecklist[] = [];
  for (const id of ids) {
    const one = await readableChecklist(store, rules, id, { day: office.today(), position: null });
    if (one !== null) found.push(one);
  }
  return found;
};

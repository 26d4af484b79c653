import type { Pool } from 'pg';
import { values } from '../lists/list-filter.ts';
import { isOpen, questionSql, type AsOf } from '../lists/list-question.ts';
import type { Scope } from '../projects/seen.ts';
import {
  CHECKLIST,
  checklistOf,
  foldMatter,
  madeOf,
  type ChecklistItem,
  type DomainEvent,
  type Placed,
  type ProjectEvent,
  type RecordedEvent,
  type Rules,
} from '#domain';
import type { EventStore } from '#event-store';
import { knownAt, projectAt } from '../projects/explain.ts';
import { withContent } from '../projects/readable.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';

export interface ProjectChecklist {
  readonly project: { readonly id: string; readonly code: string; readonly name: string };
  readonly items: readonly ChecklistItem[];
}

/** The checklist of a project with this history on a day, as known at a position: what its facts tell, and what a person reported and another verified. Null where it was not there. Throws UnreadableFact. */
export const projectChecklist = async (
  store: EventStore,
  history: readonly RecordedEvent[],
  rules: Rules,
  id: string,
  asOf: AsOf,
): Promise<ProjectChecklist | null> => {
  const { day, position } = asOf;
  const known = knownAt(history, position);
  const project = projectAt(history, asOf);
  if (project.phase === 'none') return null;
  const own = knownAt(await store.readStream(`${CHECKLIST.name}-${id}`), position);
  const placed = withContent(known)
    .map(({ event, version }): Placed => ({ ...(event as ProjectEvent), version }))
    .filter(({ occurredOn }) => occurredOn <= day);
  const manual = foldMatter(
    CHECKLIST,
    own
      .map(({ event }) => event as Parameters<typeof CHECKLIST.evolve>[1] & DomainEvent)
      .filter(({ occurredOn }) => occurredOn <= day),
  );
  return {
    project: { id, code: project.code, name: project.title },
    items: madeOf(() => checklistOf(project, rules.policyOn(day), rules.calendar, day, manual, placed)),
  };
};

const LIVE = ['lead', 'negotiation', 'signing', 'start', 'funding', 'production'];

/** Projects of the given units that live at a moment and that the scope lets see, by code; a page at a time. */
export const projectsOfUnits = async (
  pool: Pool,
  units: readonly string[],
  scope: Scope,
  limit: number,
  after: string | null,
  asOf: AsOf,
): Promise<readonly { readonly id: string; readonly code: string }[]> => {
  const collected = values();
  const { value } = collected;
  const { known, span, rest, day } = questionSql({ asOf, scope }, await isOpen(pool, asOf), [], collected);
  const { rows } = await pool.query<{ id: string; code: string }>(
    `select project_id as id, code from ${PROJECT_TABLE}
     where ${known} and ${span} and ${rest} and ${day} is not null and phase = any(${value(LIVE)}::text[]) and unit = any(${value(units)}::text[])
       and (${value(after)}::text is null or code > ${value(after)}) order by code limit ${value(limit)}`,
    collected.list,
  );
  return rows;
};

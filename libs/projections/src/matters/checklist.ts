import type { Pool } from 'pg';
import { values } from '../lists/list-filter.ts';
import { seenSql, type Scope } from '../projects/seen.ts';
import {
  CHECKLIST,
  checklistOf,
  foldMatter,
  madeOf,
  type ChecklistItem,
  type DomainEvent,
  type IsoDate,
  type Placed,
  type ProjectEvent,
  type RecordedEvent,
  type Rules,
} from '#domain';
import type { EventStore } from '#event-store';
import { projectAt } from '../projects/explain.ts';
import { withContent } from '../projects/readable.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import { LATEST } from '../projects/span-writes.ts';

export interface ProjectChecklist {
  readonly project: { readonly id: string; readonly code: string; readonly name: string };
  readonly items: readonly ChecklistItem[];
}

/** The checklist of a project with this history on a day: what its facts tell, and what a person reported and another verified. Null where it was not there. Throws UnreadableFact. */
export const projectChecklist = async (
  store: EventStore,
  history: readonly RecordedEvent[],
  rules: Rules,
  id: string,
  day: IsoDate,
): Promise<ProjectChecklist | null> => {
  const project = projectAt(history, { day, position: null });
  if (project.phase === 'none') return null;
  const own = await store.readStream(`${CHECKLIST.name}-${id}`);
  const placed = withContent(history)
    .map(({ event, version }): Placed => ({ ...(event as ProjectEvent), version }))
    .filter(({ occurredOn }) => occurredOn <= day);
  const manual = foldMatter(
    CHECKLIST,
    own.map(({ event }) => event as Parameters<typeof CHECKLIST.evolve>[1] & DomainEvent),
  );
  return {
    project: { id, code: project.code, name: project.title },
    items: madeOf(() => checklistOf(project, rules.policyOn(day), rules.calendar, day, manual, placed)),
  };
};

const LIVE = ['lead', 'negotiation', 'signing', 'start', 'funding', 'production'];

/** Live projects of the given units that the scope lets see, by code; a page at a time. */
export const projectsOfUnits = async (
  pool: Pool,
  units: readonly string[],
  scope: Scope,
  limit: number,
  after: string | null = null,
): Promise<readonly { readonly id: string; readonly code: string }[]> => {
  const collected = values();
  const { value } = collected;
  const { rows } = await pool.query<{ id: string; code: string }>(
    `select p.project_id as id, p.code from ${PROJECT_TABLE} p
     where p.to_pos = ${LATEST} and p.to_day = 'infinity' and p.phase = any(${value(LIVE)}::text[]) and p.unit = any(${value(units)}::text[])
       and ${seenSql(scope, collected, 'p')} and (${value(after)}::text is null or p.code > ${value(after)}) order by p.code limit ${value(limit)}`,
    collected.list,
  );
  return rows;
};

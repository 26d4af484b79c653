import type { Pool } from 'pg';
import {
  CHECKLIST,
  checklistOf,
  foldMatter,
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
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import { LATEST } from '../projects/project-table.ts';

export interface ProjectChecklist {
  readonly project: { readonly id: string; readonly code: string; readonly name: string };
  readonly items: readonly ChecklistItem[];
}

/** The checklist of a project with this history on a day: what its facts tell, and what a person reported and another verified. Null where it was not there. */
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
  const placed = history
    .map(({ event, version }): Placed => ({ ...(event as ProjectEvent), version }))
    .filter(({ occurredOn }) => occurredOn <= day);
  const manual = foldMatter(
    CHECKLIST,
    own.map(({ event }) => event as Parameters<typeof CHECKLIST.evolve>[1] & DomainEvent),
  );
  return {
    project: { id, code: project.code, name: project.title },
    items: checklistOf(project, rules.policyOn(day), rules.calendar, day, manual, placed),
  };
};

const LIVE = ['lead', 'negotiation', 'signing', 'start', 'funding', 'production'];

/** Live projects of the given units, by code; a page at a time. */
export const projectsOfUnits = async (
  pool: Pool,
  units: readonly string[],
  limit: number,
  after: string | null = null,
): Promise<readonly { readonly id: string; readonly code: string }[]> =>
  (
    await pool.query<{ id: string; code: string }>({
      name: 'luodi-unit-projects',
      text: `select project_id as id, code from ${PROJECT_TABLE} where to_pos = ${LATEST} and to_day = 'infinity' and phase = any($1::text[]) and unit = any($2::text[]) and ($3::text is null or code > $3) order by code limit $4`,
      values: [LIVE, units, after, limit],
    })
  ).rows;

import {
  evolve,
  inBusinessOrder,
  NO_PROJECT,
  type IsoDate,
  type Placed,
  type Project,
  type RecordedEvent,
} from '#domain';
import { factOf } from './project-streams.ts';

/** The fact by which a project became what it was from a day on: the last of that day that moved its phase, else the last of that day; null where none is of that day. */
export const factOfDay = (history: readonly RecordedEvent[], day: IsoDate): Placed | null => {
  let project: Project = NO_PROJECT;
  let last: Placed | null = null;
  let moved: Placed | null = null;
  for (const fact of inBusinessOrder(history.map(factOf))) {
    const { phase } = project;
    project = evolve(project, fact);
    if (fact.occurredOn !== day) continue;
    last = fact;
    if (project.phase !== phase) moved = fact;
  }
  return moved ?? last;
};

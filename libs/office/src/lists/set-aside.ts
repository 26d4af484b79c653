import { setAside } from '#event-store';
import type { Caller } from '#identity';
import type { Office } from '../office.ts';

/** What is set aside, beside the lists: a project or matter with a fact that they cannot hold. `project`: its id, where it is one. */
export interface AsideRow {
  readonly reader: 'project' | 'matter' | 'reminders' | 'follow-ups';
  readonly stream: string;
  readonly project: string | null;
  readonly position: number;
  readonly version: number; // of the fact: correct or void this one
  readonly reason: string;
}

const PROJECT = 'project-';

/** Everything that is set aside, for who sees everything: whose unit a thing is cannot be told where it cannot be folded. */
export const setAsideIn = async (office: Office, caller: Caller): Promise<{ readonly rows: readonly AsideRow[] }> => {
  if (!(await office.visibleTo(caller)).all) return { rows: [] };
  const all = await setAside(office.pool);
  return {
    rows: all.map(({ position, ...one }) => ({
      ...one,
      position: Number(position),
      project: one.stream.startsWith(PROJECT) ? one.stream.slice(PROJECT.length) : null,
    })),
  };
};

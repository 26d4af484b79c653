import { setAside } from '#event-store';
import { PROJECT_STREAMS, projectIdOf } from '#domain';
import type { Question } from '../ask.ts';

/** What is set aside, beside the lists: a project or matter with a fact that they cannot hold. `project`: its id, where it is one. */
interface AsideRow {
  readonly reader: 'project' | 'matter' | 'reminders' | 'follow-ups';
  readonly stream: string;
  readonly project: string | null;
  readonly position: number;
  readonly version: number; // of the fact: correct or void this one
  readonly reason: string;
}

/** Everything that is set aside, for who sees everything: whose unit a thing is cannot be told where it cannot be folded. */
export const showSetAside: Question<object, { readonly rows: readonly AsideRow[] }> = {
  answer: async ({ office, scope }) => {
    if (!scope.all) return { rows: [] };
    const all = await setAside(office.pool);
    return {
      rows: all.map(({ position, ...one }) => ({
        ...one,
        position: Number(position),
        project: one.stream.startsWith(PROJECT_STREAMS) ? projectIdOf(one.stream) : null,
      })),
    };
  },
};

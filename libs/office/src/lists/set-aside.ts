import { setAside, type EventStore, type SetAside } from '#event-store';
import { unreadableImports } from '#imports';
import { PROJECT_STREAMS, projectIdOf } from '#domain';
import type { Question } from '../ask.ts';

/** What is set aside, beside the lists: a project or matter with a fact that they cannot hold, an import of which the record cannot be read. `project`: its id, where it is one. */
interface AsideRow {
  readonly reader: SetAside['reader'] | 'imports';
  readonly stream: string;
  readonly project: string | null;
  readonly position: number;
  readonly version: number; // of the fact: correct or void this one
  readonly reason: string;
}

/** Imports are listed from their own streams: no reader keeps a place of them, so those that cannot be read are found when somebody looks. */
const importsAside = async (store: EventStore): Promise<readonly AsideRow[]> =>
  (await unreadableImports(store)).map(({ stream, position, version, event }) => ({
    reader: 'imports',
    stream,
    project: null,
    position: Number(position),
    version,
    reason: `${event.type} cannot be read`,
  }));

/** Everything that is set aside, for who sees everything: whose unit a thing is cannot be told where it cannot be folded. */
export const showSetAside: Question<object, { readonly rows: readonly AsideRow[] }> = {
  answer: async ({ office, scope }) => {
    if (!scope.all) return { rows: [] };
    const all = await setAside(office.pool);
    const rows = all.map(({ position, ...one }) => ({
      ...one,
      position: Number(position),
      project: one.stream.startsWith(PROJECT_STREAMS) ? projectIdOf(one.stream) : null,
    }));
    return { rows: [...rows, ...(await importsAside(office.store))] };
  },
};

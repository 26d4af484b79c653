import type { Pool } from '#database';
import { projectStream, NO_PROJECT, type Others, type Project, type ProjectCommand } from '#domain';
import type { EventStore } from '#event-store';
import { findProjects, foldReadable } from '#projections';
import { placedOf } from './folded-project.ts';

const named = (command: ProjectCommand): readonly string[] => {
  if (command.type === 'MergeProjects') return [command.absorbed];
  return command.type === 'SplitProject' ? command.children.map(({ id }) => id) : [];
};

/** What a split or a merge must know of other projects: those that it names, from the log, and whether a code is taken. Undefined for any other command. */
export const otherProjects = async (
  {
    pool,
    store,
    caughtUp,
  }: { readonly pool: Pool; readonly store: EventStore; readonly caughtUp: () => Promise<unknown> },
  own: string,
  command: ProjectCommand,
): Promise<Others | undefined> => {
  const ids = named(command);
  if (ids.length === 0) return undefined;
  await caughtUp();
  const known = new Map<string, Project>();
  for (const id of ids) known.set(id, foldReadable((await store.readStream(projectStream(id))).map(placedOf)));
  const codes = new Set<string>();
  if (command.type === 'SplitProject')
    for (const { code } of command.children)
      if ((await findProjects(pool, code)).some((found) => found.code === code)) codes.add(code);
  return { own, project: (id) => known.get(id) ?? NO_PROJECT, hasCode: (code) => codes.has(code) };
};

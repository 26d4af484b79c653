import type { Pool } from '#database';
import { findMatter, type Scope } from '#projections';
import type { Seen } from '#reminders';
import { sees } from '../seen-by.ts';

/** What a replay shows to somebody with this scope. The read model of matters must have caught up. */
export const seenWithin = (pool: Pool, scope: Scope): Seen => ({
  project: (project) => sees(scope, project),
  matter: async (kind, id) => {
    const row = await findMatter(pool, kind, id, scope);
    if (row === undefined) return null;
    const { project, number, title } = row;
    return {
      project: project?.code && project.name ? { id: project.id, code: project.code, name: project.name } : null,
      matter: { kind, id, number, title },
    };
  },
});

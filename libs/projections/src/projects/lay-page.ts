import { PROJECT_STREAMS } from '#domain';
import type { Pool, PoolClient } from 'pg';
import { attempted, inRenewable, isUnstorable } from '#database';
import { setAside, writeAside, type SetAside } from '#event-store';
import type { PageChange } from './page-changes.ts';
import { applyChanges, SERVING, type PositionedChange } from './project-table.ts';

/** The streams of projects that are set aside. */
export const projectsAside = async (on: Pool | PoolClient): Promise<ReadonlySet<string>> =>
  new Set((await setAside(on, 'project')).map(({ stream }) => stream));

/**
 * Lays what a page changes. Where the database refuses it for its content, project by project: what it refuses is set aside, the others
 * are laid.
 */
export const layPage = async (
  pool: Pool,
  { changes, aside }: PageChange,
  around: (tx: PoolClient, lay: () => Promise<void>) => Promise<void>,
): Promise<readonly SetAside[]> => {
  try {
    await inRenewable(pool, (tx) =>
      around(tx, async () => {
        await applyChanges(tx, SERVING, changes);
        await writeAside(tx, 'project', aside);
      }),
    );
    return [];
  } catch (error) {
    if (!isUnstorable(error)) throw error;
  }
  const refused: SetAside[] = [];
  await inRenewable(pool, (tx) =>
    around(tx, async () => {
      for (const own of byProject(changes)) {
        const { projectId, position, version } = own[0]!;
        const reason = await attempted(tx, () => applyChanges(tx, SERVING, own));
        if (reason !== null)
          refused.push({ reader: 'project', stream: PROJECT_STREAMS + projectId, position, version, reason });
      }
      const gone = new Set(refused.map(({ stream }) => stream));
      await writeAside(tx, 'project', {
        add: [...aside.add, ...refused],
        back: aside.back.filter((stream) => !gone.has(stream)),
      });
    }),
  );
  return refused;
};

const byProject = (changes: readonly PositionedChange[]): Iterable<readonly PositionedChange[]> => {
  const projects = new Map<string, PositionedChange[]>();
  for (const change of changes) projects.set(change.projectId, [...(projects.get(change.projectId) ?? []), change]);
  return projects.values();
};

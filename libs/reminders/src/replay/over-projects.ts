import { setImmediate as breath } from 'node:timers/promises';
import type { IsoDate, KnownProject, RecordedEvent, Rules } from '#domain';
import type { EventStore } from '#event-store';
import type { HolderOf } from '../owed.ts';
import { latestOf, PROJECTS } from './lived.ts';
import { replayProject, type Difference } from './replay-project.ts';

/** How many differences of each kind there are, in how many projects. */
export interface DifferenceCounts { readonly colour: number; readonly notice: number; readonly list: number; readonly due: number; readonly projects: number }
export interface Replayed { readonly from: IsoDate; readonly to: IsoDate; readonly differences: readonly Difference[]; readonly counts: DifferenceCounts }

export interface ReplayQuestion { readonly before: Rules; readonly after: Rules; readonly from: IsoDate; readonly to: IsoDate; readonly holder: HolderOf }
export interface OverProjects {
  readonly sees?: (project: KnownProject) => boolean; // whose projects count; all, where left out
  readonly most?: number; // differences answered at most; the counts are always whole
  readonly onProgress?: (projects: number) => void;
  readonly wanted?: () => boolean; // asked before each project: once somebody says no, the rest of them is left alone
}

/** Every project's history in turn, those alone that `sees` lets through; whoever shares this process gets his turn between two projects. */
export const eachProject = async (store: EventStore, { sees, onProgress, wanted }: OverProjects, work: (history: readonly RecordedEvent[], project: KnownProject) => void): Promise<void> => {
  let done = 0;
  for await (const history of store.readByStream(PROJECTS, await store.head())) {
    if (wanted?.() === false) return;
    const project = latestOf(history);
    if (project !== null && sees?.(project) !== false) work(history, project);
    onProgress?.(done += 1);
    await breath();
  }
};

/** What all projects together would show and tell otherwise; of those before it was wanted no more, where that came first. Memory: the differences answered and one history. */
export const replayProjects = async (store: EventStore, { before, after, from, to, holder }: ReplayQuestion, over: OverProjects = {}): Promise<Replayed> => {
  const differences: Difference[] = [];
  const counts = { colour: 0, notice: 0, list: 0, due: 0, projects: 0 };
  await eachProject(store, over, (history) => {
    const found = replayProject(history, before, after, from, to, holder);
    if (found.length > 0) counts.projects += 1;
    for (const one of found) {
      counts[one.what] += 1;
      if (differences.length < (over.most ?? Infinity)) differences.push(one);
    }
  });
  return { from, to, differences, counts };
};

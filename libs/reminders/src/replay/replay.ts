import type { IsoDate, KnownProject, Rules } from '#domain';
import type { EventStore } from '#event-store';
import { MATTERS_OWING } from '../owed/matter-reminders.ts';
import type { HolderOf } from '../owed/addressees.ts';
import { byDay, noticeDifference, type Difference } from './difference.ts';
import { eachHistory, eachProject, type Through } from './histories.ts';
import { replayMatter } from './replay-matter.ts';
import { replayProject } from './replay-project.ts';

/** How many differences of each kind there are, in how many projects and in how many orders, issues and meetings. */
interface DifferenceCounts {
  readonly colour: number;
  readonly notice: number;
  readonly list: number;
  readonly due: number;
  readonly projects: number;
  readonly matters: number;
}
export interface Replayed {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly differences: readonly Difference[];
  readonly counts: DifferenceCounts;
}

interface ReplayQuestion {
  readonly before: Rules;
  readonly after: Rules;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly holder: HolderOf;
}

/** Whose eyes a replay is seen with. */
export interface Seen {
  readonly project: (project: KnownProject) => boolean;
  readonly matter: (kind: string, id: string) => Promise<Pick<Difference, 'project' | 'matter'> | null>; // its names; null where it is not to be seen. Asked for those alone that differ
}
export interface ReplayLimits extends Through {
  readonly most?: number; // differences answered at most; the counts are always whole
}

/** What all projects, orders, issues and meetings together would show and tell otherwise; of those before it was wanted no more, where that came first. Memory: the differences answered and one history. */
export const replay = async (
  store: EventStore,
  { before, after, from, to, holder }: ReplayQuestion,
  seen: Seen,
  { most = Infinity, onProgress, wanted }: ReplayLimits = {},
): Promise<Replayed> => {
  const differences: Difference[] = [];
  const counts = { colour: 0, notice: 0, list: 0, due: 0, projects: 0, matters: 0 };
  const take = (found: readonly Difference[], of: 'projects' | 'matters'): void => {
    if (found.length > 0) counts[of] += 1;
    for (const one of found) counts[one.what] += 1;
    differences.push(...found.slice(0, Math.max(0, most - differences.length)));
  };
  let done = 0;
  const through: Through = {
    onProgress: () => {
      onProgress?.((done += 1));
    },
    ...(wanted === undefined ? {} : { wanted }),
  };
  await eachProject(store, seen.project, through, (history) => {
    take(replayProject(history, before, after, from, to, holder), 'projects');
  });
  for (const [kind, owing] of Object.entries(MATTERS_OWING))
    await eachHistory(store, `${kind}-`, through, async (history) => {
      const apart = replayMatter(history, owing, before, after, from, to);
      if (apart.length === 0) return;
      const names = await seen.matter(kind, history[0]!.stream.slice(kind.length + 1));
      if (names !== null) take(byDay(apart.map((one) => noticeDifference(one, names, from, to))), 'matters');
    });
  return { from, to, differences, counts };
};

import { setImmediate as breath } from 'node:timers/promises';
import type { KnownProject, RecordedEvent } from '#domain';
import type { EventStore } from '#event-store';
import { latestOf, PROJECTS } from './lived.ts';

export interface Through {
  readonly onProgress?: (histories: number) => void;
  readonly wanted?: () => boolean; // asked before each history: once somebody says no, the rest of them is left alone
}

/** Every history of streams with this beginning in turn; whoever shares this process gets his turn between two. */
export const eachHistory = async (
  store: EventStore,
  streams: string,
  { onProgress, wanted }: Through,
  work: (history: readonly RecordedEvent[]) => void | Promise<void>,
): Promise<void> => {
  let done = 0;
  for await (const history of store.readByStream(streams, await store.head())) {
    if (wanted?.() === false) return;
    await work(history);
    onProgress?.((done += 1));
    await breath();
  }
};

/** Every project's history in turn, those alone that `sees` lets through. */
export const eachProject = (
  store: EventStore,
  sees: (project: KnownProject) => boolean,
  through: Through,
  work: (history: readonly RecordedEvent[]) => void,
): Promise<void> =>
  eachHistory(store, PROJECTS, through, (history) => {
    const project = latestOf(history);
    if (project !== null && sees(project)) work(history);
  });

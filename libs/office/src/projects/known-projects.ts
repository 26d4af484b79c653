import { inTurn, keptLately, type EventStore } from '#event-store';
import { foldProject, growProject, weighFolded, type FoldedProject } from './folded-project.ts';

const KEPT_BYTES = 24_000_000;

/** Projects for those who only look at how they stand. One that was looked at lately stays in memory and is asked for its news only: to open it costs the same however long its history is. */
export const knownProjects = (
  store: Pick<EventStore, 'readStream'>,
  keptBytes = KEPT_BYTES,
): ((stream: string) => Promise<FoldedProject>) => {
  const kept = keptLately<FoldedProject>(keptBytes);
  const withNews = async (stream: string, known: FoldedProject): Promise<FoldedProject> => {
    const news = await store.readStream(stream, known.version);
    if (news.length === 0) return known;
    return growProject(known, news) ?? foldProject(await store.readStream(stream));
  };
  const turn = inTurn(); // one after another who look at the same project: each finds what the one before has read
  return (stream) =>
    turn(stream, async () => {
      const held = kept.take(stream);
      const folded =
        held === undefined ? foldProject(await store.readStream(stream)) : await withNews(stream, held.value);
      kept.keep(stream, folded, folded === held?.value ? held.bytes : weighFolded(folded));
      return folded;
    });
};

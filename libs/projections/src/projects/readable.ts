import { fold, type Placed, type Project, type RecordedEvent } from '#domain';

const hasContent = ({ event: { data } }: RecordedEvent): boolean => typeof data === 'object' && data !== null;

/** What of a history says anything: a record without content, which no release of ours wrote, is shown and makes nothing. */
export const withContent = (history: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  history.every(hasContent) ? history : history.filter(hasContent);

/**
 * What the facts make of a project. Where one of them cannot be folded at all it is left out, so that the project can still be opened and the
 * fact corrected or voided: its row is set aside meanwhile, and says so. Cost of that rare case: a fold for each fact.
 */
export const foldReadable = (facts: readonly Placed[]): Project => {
  try {
    return fold(facts);
  } catch {
    let readable: readonly Placed[] = [];
    let project: Project = { phase: 'none' };
    for (const fact of facts)
      try {
        project = fold([...readable, fact]);
        readable = [...readable, fact];
      } catch {
        /* left out */
      }
    return project;
  }
};

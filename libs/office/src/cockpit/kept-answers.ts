/** Answers that hold until something new is recorded: `edition` says on what they stand, `asked` who asks what. */
export type KeptAnswers<Answer> = (edition: string, asked: string, find: () => Promise<Answer>) => Promise<Answer>;

/** An answer of the latest moment that still holds: it now stands on a later position. */
export const stillStanding = <Position extends number | bigint, Answer extends { readonly position: Position }>(
  answer: Answer,
  position: Position,
): Answer => (answer.position < position ? { ...answer, position } : answer);

const MOST = 200;

/** Those of one edition at a time, the oldest let go where there are too many. Who asks the same at once waits for one finding; one that failed is not kept. */
export const keptAnswers = <Answer>(most = MOST): KeptAnswers<Answer> => {
  const kept = new Map<string, Promise<Answer>>();
  let standing = '';
  return (edition, asked, find) => {
    if (edition !== standing) {
      kept.clear();
      standing = edition;
    }
    const known = kept.get(asked);
    if (known !== undefined) return known;
    const found = find().catch((error: unknown) => {
      if (kept.get(asked) === found) kept.delete(asked);
      throw error;
    });
    kept.set(asked, found);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return found;
  };
};

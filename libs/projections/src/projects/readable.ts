import { fold, type Placed, type Project } from '#domain';

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

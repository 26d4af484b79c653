import { PAPERS, type PaperEvent } from '#domain';
import type { Office } from '../office.ts';

const PAGE = 1000;

/** The papers that the log names and the folder does not hold as they were, each by project, name and what is wrong; and how many there are in all. */
export const examinePapers = async ({
  store,
  papers,
}: Office): Promise<{ readonly count: number; readonly wrong: readonly string[] }> => {
  const known = new Map<string, string>(); // digest → where it is told of first
  for (let after = 0n; ;) {
    const events = await store.readAll(after, PAGE, { streamPrefix: PAPERS });
    for (const { event } of events) {
      const { sha256, name, project } = (event as PaperEvent).data;
      if (!known.has(sha256)) known.set(sha256, `${name} of project ${project}`);
    }
    if (events.length < PAGE) break;
    after = events.at(-1)!.position;
  }
  const wrong: string[] = [];
  for (const [sha256, named] of known) {
    const condition = await papers.folder.conditionOf(sha256);
    if (condition !== 'whole') wrong.push(`${named} is ${condition} (${sha256})`);
  }
  return { count: known.size, wrong };
};

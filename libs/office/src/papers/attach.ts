import { rm } from 'node:fs/promises';
import { foldPapers, paperName, paperStream, readCommand, AttachPaper, type PaperEvent } from '#domain';
import type { Caller } from '#identity';
import { holds } from '#projections';
import { askingOf } from '../ask.ts';
import { commandKey } from '../command-key.ts';
import { actorOf } from '../given.ts';
import type { Office } from '../office.ts';
import { seenProject } from '../projects/seen-project.ts';
import { refused } from '../refusals.ts';
import { shownPaper, type ShownPaper } from './show-papers.ts';

/** A file that somebody attaches to a project. `file`: where it lies; it is gone from there afterwards, whatever comes of it. */
export interface GivenPaper {
  readonly caller: Caller;
  readonly project: string;
  readonly key: string;
  readonly file: string;
  readonly name: string;
  readonly body: unknown; // an AttachPaper
}

/** Who is only offered a project records nothing in it. Throws 'project-unknown' and 'transfer-not-accepted'. */
const admit = async (office: Office, caller: Caller, project: string): Promise<void> => {
  const asking = await askingOf(office, caller);
  const { state } = await seenProject(asking, project, {});
  if (!holds(asking.scope, state)) throw refused('transfer-not-accepted');
};

/**
 * Keeps a paper under its digest and records that it belongs to the project: first the content, then the fact, so that no fact names what is not
 * there. Attached again, it stays the one it was.
 */
export const attachToProject = async (office: Office, given: GivenPaper): Promise<ShownPaper> => {
  const { caller, project, key, file } = given;
  const { papers, today } = office;
  try {
    await admit(office, caller, project);
    const { kind = null } = readCommand(AttachPaper, given.body);
    const paper = { project, ...(await papers.folder.keep(file)), name: paperName(given.name), kind };
    const order = {
      actor: actorOf(caller),
      key: commandKey(caller.account, key, 'AttachPaper', paper),
      paper,
      today: today(),
    };
    await papers.handle(order, null);
    const recorded = await office.store.readStream(paperStream(project));
    const known = foldPapers(recorded.map(({ event }) => event as PaperEvent)).get(paper.sha256)!;
    return shownPaper(recorded.find(({ event }) => (event as PaperEvent).data.sha256 === known.sha256)!);
  } finally {
    await rm(file, { force: true });
  }
};

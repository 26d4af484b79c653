import type { ReadStream } from 'node:fs';
import { paperStream, type Actor, type IsoDate, type PaperData, type PaperEvent, type RecordedEvent } from '#domain';
import type { Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import type { AsOfQuery } from '../projects/queries.ts';
import { seenProject } from '../projects/seen-project.ts';
import { refused } from '../refusals.ts';

/** A paper as a page shows it: what it is, who attached it and when. */
export interface ShownPaper extends Omit<PaperData, 'project'> {
  readonly attachedOn: IsoDate;
  readonly recordedAt: string;
  readonly by: Actor;
}

export const shownPaper = ({ event, recordedAt, meta }: RecordedEvent): ShownPaper => {
  const { occurredOn, data } = event as PaperEvent;
  const { sha256, name, bytes, kind } = data;
  return { sha256, name, bytes, kind, attachedOn: occurredOn, recordedAt, by: meta.actor };
};

type OfProject<Asked> = Asked & { readonly id: string };

/** The papers of a project, those of a moment where one is asked for; the first first. */
export const showPapers: Question<OfProject<AsOfQuery>, { readonly papers: readonly ShownPaper[] }> = {
  answer: async (asking, asked) => {
    const { at } = await seenProject(asking, asked.id, asked);
    const recorded = await asking.office.store.readStream(paperStream(asked.id));
    const known = recorded.filter(({ position }) => at.position === null || position <= at.position);
    return { papers: known.map(shownPaper).filter(({ attachedOn }) => attachedOn <= at.day) };
  },
};

interface PaperFile {
  readonly name: string;
  readonly bytes: number;
  readonly content: ReadStream;
}

/**
 * One paper of a project, its content compared with its digest before the first byte leaves. Only who sees the project gets it: to name a digest in
 * a record opens nothing. Throws 'project-unknown', 'paper-unknown', 'paper-lost'.
 */
export const readPaper: Question<{ readonly id: string; readonly sha256: string }, PaperFile> = {
  look: ({ id, sha256 }) => lookAt('paper', `${id}/${sha256}`),
  answer: async (asking, { id, sha256 }) => {
    const { papers } = await showPapers.answer(asking, { id });
    const paper = papers.find((one) => one.sha256 === sha256);
    if (paper === undefined) throw refused('paper-unknown');
    const { folder } = asking.office.papers;
    if ((await folder.conditionOf(sha256)) !== 'whole') throw refused('paper-lost');
    return { name: paper.name, bytes: paper.bytes, content: folder.open(sha256) };
  },
};

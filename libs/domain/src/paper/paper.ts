import type { IsoDate } from '../dates.ts';
import { Rejected, type Sentence } from '../rejected.ts';
import type { PaperData, PaperEvent } from './events.ts';

const PAPER_REJECTIONS = {
  'paper-empty': { zh: '文件是空的，没有保存。', en: 'The file is empty; nothing was stored.' },
} as const satisfies Record<string, Sentence>;

/** A project's papers stand beside its facts, so that attaching one outdates nobody's form. */
export const PAPERS = 'papers-';
export const paperStream = (project: string): string => `${PAPERS}${project}`;

/** The papers of one project by their digest, in the order in which they were attached. */
export type Papers = ReadonlyMap<string, PaperData>;

const LONGEST_NAME = 200;

/** The name of a file without a folder before it and without characters that no file bears; 材料 where nothing is left. */
export const paperName = (sent: string): string => {
  const base = sent.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim();
  if (/^\.*$/.test(clean)) return '材料';
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : '';
  return [...clean.slice(0, clean.length - ending.length)].slice(0, LONGEST_NAME - ending.length).join('') + ending;
};

export const foldPapers = (events: readonly PaperEvent[]): Papers =>
  new Map(events.map(({ data }) => [data.sha256, data]));

/** The fact that a paper was attached; none where the project has it already, whatever its name. Throws Rejected 'paper-empty'. */
export const attachPaper = (paper: PaperData, papers: Papers, today: IsoDate): readonly PaperEvent[] => {
  if (paper.bytes === 0) throw new Rejected('paper-empty', PAPER_REJECTIONS['paper-empty'], 'file');
  return papers.has(paper.sha256) ? [] : [{ type: 'PaperAttached', occurredOn: today, data: paper }];
};

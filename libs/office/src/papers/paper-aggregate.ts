import {
  attachPaper,
  foldPapers,
  paperStream,
  type Actor,
  type IsoDate,
  type PaperData,
  type PaperEvent,
  type Papers,
} from '#domain';
import type { Aggregate } from '#event-store';
import { newsOf } from '../changes.ts';
import type { CommandKey } from '../command-key.ts';

/** A paper on its way to its project: who attaches it, and with which key. */
export interface PaperOrder {
  readonly actor: Actor;
  readonly key: CommandKey;
  readonly paper: PaperData;
  readonly today: IsoDate;
}

/** The papers of one project, as the command handler runs them. */
export const paperAggregate: Aggregate<PaperOrder, Papers> = {
  streamOf: ({ paper }) => paperStream(paper.project),
  commandId: ({ key }) => key.id,
  fold: (history) => foldPapers(history.map(({ event }) => event as PaperEvent)),
  decide: (order, { state, history }) => newsOf(order, history, () => attachPaper(order.paper, state, order.today)),
};

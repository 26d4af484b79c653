import { foldTargets, targetStream, type RecordedEvent, type TargetEvent, type Targets } from '#domain';
import type { Aggregate } from '#event-store';
import { newsOf, type Change } from '../changes.ts';

/** Targets of a year on their way: who states them, with which key, and what it makes of those that stand. */
export interface TargetOrder extends Change<Targets, TargetEvent> {
  readonly year: number;
  readonly basis?: string | undefined; // the document that sets it
}

const eventsOf = (recorded: readonly RecordedEvent[]): readonly TargetEvent[] =>
  recorded.map(({ event }) => event as TargetEvent);

/** The targets of one year, as the command handler runs them. */
export const targetAggregate: Aggregate<TargetOrder, Targets> = {
  streamOf: ({ year }) => targetStream(year),
  commandId: ({ key }) => key.id,
  fold: (history) => foldTargets(eventsOf(history)),
  decide: (order, { state, history }) =>
    newsOf(order, history, () => order.decide(state), order.basis === undefined ? {} : { basis: order.basis }),
};

import { randomUUID } from 'node:crypto';
import {
  foldTargets,
  schemaVersionOf,
  targetStream,
  type Actor,
  type RecordedEvent,
  type TargetEvent,
  type Targets,
} from '#domain';
import type { Aggregate } from '#event-store';
import { checkKey, type CommandKey } from '../command-key.ts';

/** Targets of a year on their way: who states them, with which key, and what it makes of those that stand. */
export interface TargetOrder {
  readonly actor: Actor;
  readonly key: CommandKey;
  readonly year: number;
  readonly basis?: string | undefined; // the document that sets it
  readonly decide: (targets: Targets) => readonly TargetEvent[];
}

const eventsOf = (recorded: readonly RecordedEvent[]): readonly TargetEvent[] =>
  recorded.map(({ event }) => event as TargetEvent);

/** The targets of one year, as the command handler runs them. */
export const targetAggregate: Aggregate<TargetOrder, Targets> = {
  streamOf: ({ year }) => targetStream(year),
  commandId: ({ key }) => key.id,
  fold: (history) => foldTargets(eventsOf(history)),
  decide: ({ actor, key, basis, decide }, { state, history }) => {
    checkKey(history, key);
    const meta = { actor, commandId: key.id, ...(basis === undefined ? {} : { basis }) };
    return decide(state).map((event) => ({
      id: randomUUID(),
      event,
      schemaVersion: schemaVersionOf(event.type),
      meta,
    }));
  },
};

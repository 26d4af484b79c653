import { randomUUID } from 'node:crypto';
import {
  schemaVersionOf,
  type Actor,
  type DomainEvent,
  type EventMeta,
  type NewEvent,
  type RecordedEvent,
} from '#domain';
import type { Aggregate } from '#event-store';
import { checkKey, type CommandKey } from './command-key.ts';

/** Whose a command is, and with which key: given twice, it acts once. */
interface Signed {
  readonly actor: Actor;
  readonly key: CommandKey;
}

/** A change on its way: who gives it, with which key, and what it adds to what stands. */
export interface Change<State, Event extends DomainEvent> extends Signed {
  readonly decide: (state: State) => readonly Event[];
}

/**
 * What a command records: its events at their versions of today, under its key. `more`: what is kept beside actor and key. Throws Rejected 'idempotency-key-reused' before anything
 * is decided, and whatever `decide` refuses.
 */
export const newsOf = <Event extends DomainEvent>(
  { actor, key }: Signed,
  history: readonly RecordedEvent[],
  decide: () => readonly Event[],
  more: Omit<EventMeta, 'actor' | 'commandId'> = {},
): readonly NewEvent<Event>[] => {
  checkKey(history, key);
  const meta = { actor, commandId: key.id, ...more };
  return decide().map((event) => ({ id: randomUUID(), event, schemaVersion: schemaVersionOf(event.type), meta }));
};

/** What a command brings beside its own fields: kept with whatever it records. */
interface Brought {
  readonly basis?: string;
  readonly note?: string;
  readonly approver?: string;
  readonly evidence?: EventMeta['evidence'];
}

/** Basis, note, approver and papers of a command, as its events keep them. */
export const broughtBy = ({ basis, note, approver, evidence }: Brought): Omit<EventMeta, 'actor' | 'commandId'> => ({
  ...(basis === undefined ? {} : { basis }),
  ...(note === undefined ? {} : { note }),
  ...(approver === undefined ? {} : { approver }),
  ...(evidence === undefined
    ? {}
    : {
        evidence: evidence.map(({ kind, number, sha256 }) => ({
          kind,
          ...(number === undefined ? {} : { number }),
          ...(sha256 === undefined ? {} : { sha256 }),
        })),
      }),
});

/** What stands in one stream and is changed by functions of it, as the command handler runs it. */
export const changesOf = <State, Event extends DomainEvent>(
  stream: string,
  fold: (events: readonly Event[]) => State,
): Aggregate<Change<State, Event>, State> => ({
  streamOf: () => stream,
  commandId: ({ key }) => key.id,
  fold: (history) => fold(history.map(({ event }) => event as Event)),
  decide: (change, { state, history }) => newsOf(change, history, () => change.decide(state)),
});

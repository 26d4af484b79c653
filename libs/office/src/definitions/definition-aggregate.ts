import { randomUUID } from 'node:crypto';
import {
  DEFINITIONS,
  foldDefinitions,
  schemaVersionOf,
  type Actor,
  type DefinitionEvent,
  type Definitions,
} from '#domain';
import type { Aggregate } from '#event-store';
import { checkKey, type CommandKey } from '../command-key.ts';

/** A change of definitions on its way: who gives it, with which key, and what it adds to those that stand. */
export interface DefinitionOrder {
  readonly actor: Actor;
  readonly key: CommandKey;
  readonly decide: (definitions: Definitions) => readonly DefinitionEvent[];
}

/** Definitions and their drafts, as the command handler runs them. */
export const definitionAggregate: Aggregate<DefinitionOrder, Definitions> = {
  streamOf: () => DEFINITIONS,
  commandId: ({ key }) => key.id,
  fold: (history) => foldDefinitions(history.map(({ event }) => event as DefinitionEvent)),
  decide: ({ actor, key, decide }, { state, history }) => {
    checkKey(history, key);
    const meta = { actor, commandId: key.id };
    return decide(state).map((event) => ({
      id: randomUUID(),
      event,
      schemaVersion: schemaVersionOf(event.type),
      meta,
    }));
  },
};

import { randomUUID } from 'node:crypto';
import { foldViews, schemaVersionOf, VIEWS, type Actor, type ViewEvent, type Views } from '#domain';
import type { Aggregate } from '#event-store';
import { checkKey, type CommandKey } from '../command-key.ts';

/** A change of saved views on its way: who gives it, with which key, and what it makes of those that stand. */
export interface ViewOrder {
  readonly actor: Actor;
  readonly key: CommandKey;
  readonly decide: (views: Views) => readonly ViewEvent[];
}

/** Saved views, as the command handler runs them. */
export const viewAggregate: Aggregate<ViewOrder, Views> = {
  streamOf: () => VIEWS,
  commandId: ({ key }) => key.id,
  fold: (history) => foldViews(history.map(({ event }) => event as ViewEvent)),
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

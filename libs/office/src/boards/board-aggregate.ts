import { randomUUID } from 'node:crypto';
import { BOARDS, foldBoards, schemaVersionOf, type Actor, type BoardEvent, type Boards } from '#domain';
import type { Aggregate } from '#event-store';
import { checkKey, type CommandKey } from '../command-key.ts';

/** A change of boards on its way: who gives it, with which key, and what it adds to those that stand. */
export interface BoardOrder {
  readonly actor: Actor;
  readonly key: CommandKey;
  readonly decide: (boards: Boards) => readonly BoardEvent[];
}

/** Boards and the months frozen on them, as the command handler runs them. */
export const boardAggregate: Aggregate<BoardOrder, Boards> = {
  streamOf: () => BOARDS,
  commandId: ({ key }) => key.id,
  fold: (history) => foldBoards(history.map(({ event }) => event as BoardEvent)),
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

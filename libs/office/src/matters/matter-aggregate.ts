import { randomUUID } from 'node:crypto';
import {
  decideMatter,
  foldMatter,
  MATTER_REJECTIONS,
  Rejected,
  schemaVersionOf,
  type AnyMatter,
  type DomainEvent,
  type EventMeta,
  type MatterCommand,
  type NewEvent,
  type NoMatter,
  type Situation,
} from '#domain';
import type { Aggregate } from '#event-store';
import { checkKey, type CommandKey } from '../command-key.ts';

type State = { readonly state: string } | NoMatter;

/** A command on its way to a matter, and whether its giver may see the matter at all. */
export interface MatterOrder {
  readonly matter: AnyMatter;
  readonly id: string;
  readonly command: MatterCommand;
  readonly key: CommandKey;
  readonly situation: Situation;
  readonly visible: boolean;
}

const metaOf = ({ command, situation, key }: MatterOrder): EventMeta => {
  const { basis, note, approver, evidence } = command;
  return {
    actor: situation.actor,
    commandId: key.id,
    ...(basis === undefined ? {} : { basis }),
    ...(note === undefined ? {} : { note }),
    ...(approver === undefined ? {} : { approver }),
    ...(evidence === undefined ? {} : { evidence: evidence.map((one) => ({ ...one })) }),
  };
};

/** Matters of one kind as the command handler runs them: one stream a matter. */
export const matterAggregate = (matter: AnyMatter): Aggregate<MatterOrder, State> => ({
  streamOf: ({ id }) => `${matter.name}-${id}`,
  commandId: ({ key }) => key.id,
  fold: (history) =>
    foldMatter(
      matter,
      history.map(({ event }) => event as DomainEvent),
    ),
  admit: ({ visible }, { state }) => {
    if (!visible && state.state !== 'none') throw new Rejected('matter-unknown', MATTER_REJECTIONS['matter-unknown']);
  },
  decide: (order, { state, history }): readonly NewEvent[] => {
    const { command, key, situation } = order;
    checkKey(history, key);
    const meta = metaOf(order);
    const opener = history[0]?.meta.actor.user;
    const known = opener === undefined ? situation : { ...situation, openedBy: opener };
    return decideMatter(matter, command, state, known).map((event) => ({
      id: randomUUID(),
      event,
      schemaVersion: schemaVersionOf(event.type),
      meta,
    }));
  },
});

import { randomUUID } from 'node:crypto';
import {
  foldOrganisation,
  ORGANISATION,
  schemaVersionOf,
  type Actor,
  type Organisation,
  type OrganisationEvent,
  type RecordedEvent,
} from '#domain';
import type { Aggregate } from '#event-store';
import { checkKey, type CommandKey } from '../command-key.ts';

/** A change of the organisation on its way: who gives it, with which key, and what it makes of the tree. */
export interface OrganisationOrder {
  readonly actor: Actor;
  readonly key: CommandKey;
  readonly decide: (tree: Organisation) => readonly OrganisationEvent[];
}

const eventsOf = (recorded: readonly RecordedEvent[]): readonly OrganisationEvent[] =>
  recorded.map(({ event }) => event as OrganisationEvent);

/** The one organisation of an installation, as the command handler runs it. */
export const organisationAggregate: Aggregate<OrganisationOrder, Organisation> = {
  streamOf: () => ORGANISATION,
  commandId: ({ key }) => key.id,
  fold: (history) => foldOrganisation(eventsOf(history)),
  apply: (tree, news) => foldOrganisation(eventsOf(news), tree),
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

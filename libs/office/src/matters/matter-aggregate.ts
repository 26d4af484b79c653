import {
  decideMatter,
  foldMatter,
  ifReadable,
  MATTER_REJECTIONS,
  Rejected,
  type AnyMatter,
  type DomainEvent,
  type MatterCommand,
  type NewEvent,
  type NoMatter,
  type Situation,
} from '#domain';
import type { Aggregate } from '#event-store';
import { broughtBy, newsOf } from '../changes.ts';
import type { CommandKey } from '../command-key.ts';
import { refused } from '../refusals.ts';

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

/** Nothing is stored that could not be read again. Throws 'fact-cannot-be-kept'. */
const readable = (matter: AnyMatter, state: State, facts: readonly DomainEvent[]): readonly DomainEvent[] => {
  const line = ifReadable(() => {
    const known = foldMatter(matter, facts, state);
    return known.state === 'none' ? null : matter.line(known);
  });
  if (facts.length > 0 && line === null) throw refused('fact-cannot-be-kept');
  return facts;
};

/** Matters of one kind as the command handler runs them: one stream a matter. */
export const matterAggregate = (matter: AnyMatter): Aggregate<MatterOrder, State> => ({
  streamOf: ({ id }) => `${matter.name}-${id}`,
  commandId: ({ key }) => key.id,
  fold: (history) =>
    foldMatter(
      matter,
      history.map(({ event }) => event),
    ),
  admit: ({ visible }, { state }) => {
    if (!visible && state.state !== 'none') throw new Rejected('matter-unknown', MATTER_REJECTIONS['matter-unknown']);
  },
  decide: ({ command, key, situation }, { state, history }): readonly NewEvent[] => {
    const opener = history[0]?.meta.actor.user;
    const known = opener === undefined ? situation : { ...situation, openedBy: opener };
    const decide = () => readable(matter, state, decideMatter(matter, command, state, known));
    return newsOf({ actor: situation.actor, key }, history, decide, broughtBy(command));
  },
});

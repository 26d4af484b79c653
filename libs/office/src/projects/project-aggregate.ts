import {
  apply,
  dayInShanghai,
  EVENT_WORDS,
  NewerFact,
  project,
  projectStream,
  type Actor,
  type Circumstances,
  type NewEvent,
  type Placed,
  type Project,
  type ProjectCommand,
  type ProjectEvent,
  type RecordedEvent,
  type Rules,
} from '#domain';
import type { Aggregate } from '#event-store';
import { foldReadable, holds, isOffered, whyNotLaid, type Scope } from '#projections';
import { sees } from '../seen-by.ts';
import { broughtBy, newsOf } from '../changes.ts';
import { begins } from './project-commands.ts';
import type { CommandKey } from '../command-key.ts';
import { refused } from '../refusals.ts';
import { notSeen } from './not-seen.ts';

/** A command on its way to a project: who gave it, for which project, with which key, and what that person may see. */
export interface ProjectOrder {
  readonly projectId: string;
  readonly command: ProjectCommand;
  readonly actor: Actor;
  readonly key: CommandKey;
  readonly visible: Scope;
  readonly circumstances: Circumstances;
  readonly rules: Rules;
}

// A recorded event is shared by all who load the stream, so its placed form is made once.
const placedEvents = new WeakMap<RecordedEvent, Placed>();
export const placedOf = (recorded: RecordedEvent): Placed => {
  let made = placedEvents.get(recorded);
  if (made === undefined) {
    const { event, version, position, meta } = recorded;
    const by =
      meta.imported === undefined
        ? { by: meta.actor.user, unit: meta.actor.unit, recordedOn: dayInShanghai(recorded.recordedAt) }
        : {};
    made = { ...(event as ProjectEvent), version, position, ...by };
    placedEvents.set(recorded, made);
  }
  return made;
};

const add = (state: Project, news: readonly RecordedEvent[], history: readonly RecordedEvent[]): Project | null => {
  let latest = history.reduce((day, { event }) => (event.occurredOn > day ? event.occurredOn : day), '');
  let next = state;
  for (const recorded of news) {
    const one = apply(next, placedOf(recorded), latest);
    if (one === 'refold') return null;
    next = one;
    if (recorded.event.occurredOn > latest) latest = recorded.event.occurredOn;
  }
  return next;
};

/** Nothing is stored that the lists could not hold (libs/domain/README.md, "One door for values"). Throws 'fact-cannot-be-kept'. */
const checkLaid = (
  state: Project,
  events: readonly ProjectEvent[],
  history: readonly RecordedEvent[],
  { rules, circumstances }: ProjectOrder,
): void => {
  if (events.length === 0) return;
  const news = events.map((event, index): Placed => ({ ...event, version: history.length + index + 1 }));
  const latest = history.reduce((day, { event }) => (event.occurredOn > day ? event.occurredOn : day), '');
  let next: Project | 'refold' = state;
  for (const one of news) if (next !== 'refold') next = apply(next, one, latest);
  const project = next === 'refold' ? foldReadable([...history.map(placedOf), ...news]) : next;
  const why = whyNotLaid(project, circumstances.today, rules);
  if (why !== null) throw refused('fact-cannot-be-kept');
};

/** Who is only offered a project may accept it and nothing else; and nobody accepts what they themselves offered (libs/domain/README.md, "Responsibility"). */
const checkHands = (
  { command, visible, actor }: ProjectOrder,
  state: Project,
  history: readonly RecordedEvent[],
): void => {
  if (state.phase === 'none') return;
  if (command.type !== 'AcceptTransfer') {
    if (!holds(visible, state)) throw refused('transfer-not-accepted');
    return;
  }
  if (state.transfer === null) return;
  const asked = history.findLast(({ event }) => event.type === 'TransferRequested');
  if (!isOffered(visible, state) || asked?.meta.actor.user === actor.user) throw refused('transfer-accepted-by-giver');
};

/** Projects as the command handler runs them: one stream a project, refolded only where a fact changes what earlier ones mean. */
export const projectAggregate: Aggregate<ProjectOrder, Project> = {
  streamOf: ({ projectId }) => projectStream(projectId),
  commandId: ({ key }) => key.id,
  fold: (history) => foldReadable(history.map(placedOf)),
  apply: add,
  admit: ({ command, visible }, { state }) => {
    // What may not be seen does not exist: a refusal that differs would tell.
    if (state.phase === 'none' ? !begins(command.type) : !sees(visible, state)) throw notSeen();
  },
  decide: (order, { state, history }): readonly NewEvent[] => {
    const { command, circumstances } = order;
    const newer = history.find(({ event }) => !Object.hasOwn(EVENT_WORDS, event.type));
    if (newer !== undefined) throw new NewerFact(newer.event.type);
    const decide = (): readonly ProjectEvent[] => {
      checkHands(order, state, history);
      const events = project.decide(command, state, circumstances, history.map(placedOf));
      checkLaid(state, events, history, order);
      return events;
    };
    return newsOf(order, history, decide, broughtBy(command));
  },
};

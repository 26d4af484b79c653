import {
  apply,
  NewerFact,
  placed,
  project,
  projectStream,
  type Actor,
  type Circumstances,
  type NewEvent,
  type Project,
  type ProjectCommand,
  type ProjectEvent,
  type Rules,
  type Told,
} from '#domain';
import type { Aggregate, Loaded } from '#event-store';
import { foldReadable, holds, isOffered, whyNotLaid, type Scope } from '#projections';
import { sees } from '../seen-by.ts';
import { broughtBy, newsOf } from '../changes.ts';
import { begins } from './project-commands.ts';
import type { CommandKey } from '../command-key.ts';
import { refused } from '../refusals.ts';
import {
  foldProject,
  growProject,
  mayHoldFact,
  mayHoldKey,
  placedOf,
  weighFolded,
  type FoldedProject,
} from './folded-project.ts';
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

/** Nothing is stored that the lists could not hold (libs/domain/README.md, "One door for values"). Throws 'fact-cannot-be-kept'. */
const checkLaid = (
  { project: before, latest }: FoldedProject,
  events: readonly ProjectEvent[],
  told: Told,
  { rules, circumstances }: ProjectOrder,
): void => {
  if (events.length === 0) return;
  const news = placed(events, told.version);
  let next: Project | 'refold' = before;
  for (const one of news) if (next !== 'refold') next = apply(next, one, latest);
  const project = next === 'refold' ? foldReadable([...told.facts(), ...news]) : next;
  const why = whyNotLaid(project, circumstances.today, rules);
  if (why !== null) throw refused('fact-cannot-be-kept');
};

/** Who is only offered a project may accept it and nothing else; and nobody accepts what they themselves offered (libs/domain/README.md, "Responsibility"). */
const checkHands = ({ command, visible, actor }: ProjectOrder, loaded: Loaded<FoldedProject>): void => {
  const { project } = loaded.state;
  if (project.phase === 'none') return;
  if (command.type !== 'AcceptTransfer') {
    if (!holds(visible, project)) throw refused('transfer-not-accepted');
    return;
  }
  if (project.transfer === null) return;
  const asked = loaded.history.findLast(({ event }) => event.type === 'TransferRequested');
  if (!isOffered(visible, project) || asked?.meta.actor.user === actor.user)
    throw refused('transfer-accepted-by-giver');
};

/** Projects as the command handler runs them: one stream a project, refolded only where a fact changes what earlier ones mean. */
export const projectAggregate: Aggregate<ProjectOrder, FoldedProject> = {
  streamOf: ({ projectId }) => projectStream(projectId),
  commandId: ({ key }) => key.id,
  fold: foldProject,
  apply: growProject,
  digest: { mayHold: mayHoldKey, weigh: weighFolded },
  admit: ({ command, visible }, { state: { project } }) => {
    // What may not be seen does not exist: a refusal that differs would tell.
    if (project.phase === 'none' ? !begins(command.type) : !sees(visible, project)) throw notSeen();
  },
  decide: (order, loaded): readonly NewEvent[] => {
    const { command, circumstances, key } = order;
    const { state, version } = loaded;
    if (state.unread !== null) throw new NewerFact(state.unread);
    const told: Told = {
      version,
      mayHold: (fact) => mayHoldFact(state, fact),
      facts: () => loaded.history.map(placedOf),
    };
    const decide = (): readonly ProjectEvent[] => {
      checkHands(order, loaded);
      const events = project.decide(command, state.project, circumstances, told);
      checkLaid(state, events, told, order);
      return events;
    };
    return newsOf(order, mayHoldKey(state, key.id) ? loaded.history : [], decide, broughtBy(command));
  },
};

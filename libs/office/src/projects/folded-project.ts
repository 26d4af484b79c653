import {
  apply,
  dayInShanghai,
  EVENT_WORDS,
  markOf,
  markOfFact,
  type Placed,
  type Project,
  type ProjectEvent,
  type RecordedEvent,
} from '#domain';
import { weightOf } from '#event-store';
import { foldReadable } from '#projections';

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

/** A project with what is mostly asked of its history: as much of a stream as stays in memory, a few bytes a fact. */
export interface FoldedProject {
  readonly version: number; // of the last fact; 0 where there is none
  readonly position: bigint | null;
  readonly project: Project;
  readonly latest: string; // the latest day of a fact; '' where there is none
  readonly isMoved: boolean; // whether a correction moves the day of a fact
  readonly unread: string | null; // a kind of fact that this release does not know
  readonly said: Set<number>; // marks of what its facts say
  readonly commands: Set<number>; // marks of the keys of its commands
}

const MARK_BYTES = 64; // of a number in a set, with room to grow

export const weighFolded = ({ project, said, commands }: FoldedProject): number =>
  weightOf(project) + MARK_BYTES * (said.size + commands.size);

/** What commands of one idempotency key have in common (command-key.ts): all up to what they were used for. */
const keyOf = (commandId: string): string =>
  commandId.slice(0, Math.max(commandId.lastIndexOf('/'), commandId.lastIndexOf('>')) + 1) || commandId;

/** Whether a key may have been used for a command: where this says no, it was not. */
export const mayHoldKey = ({ commands }: FoldedProject, commandId: string): boolean =>
  commands.has(markOf(keyOf(commandId)));
export const mayHoldFact = ({ said }: FoldedProject, fact: ProjectEvent): boolean => said.has(markOfFact(fact));

const NOTHING: Pick<FoldedProject, 'version' | 'position' | 'latest' | 'isMoved' | 'unread'> = {
  version: 0,
  position: null,
  latest: '',
  isMoved: false,
  unread: null,
};

type Told = Omit<FoldedProject, 'project'>;

/** A record of a foreign hand may have no content at all. */
const movesDay = ({ type, data }: Placed): boolean =>
  type === 'FactCorrected' && (data as { readonly field?: string } | null)?.field === 'occurredOn';

/** `before` with one fact more; its marks grow in place, since only one holds them. */
const toldOn = (before: Told, recorded: RecordedEvent): Told => {
  const fact = placedOf(recorded);
  const { said, commands } = before;
  said.add(markOfFact(fact));
  commands.add(markOf(keyOf(recorded.meta.commandId)));
  return {
    version: fact.version,
    position: recorded.position,
    latest: fact.occurredOn > before.latest ? fact.occurredOn : before.latest,
    isMoved: before.isMoved || movesDay(fact),
    unread: before.unread ?? (Object.hasOwn(EVENT_WORDS, fact.type) ? null : fact.type),
    said,
    commands,
  };
};

export const foldProject = (history: readonly RecordedEvent[]): FoldedProject => ({
  ...history.reduce(toldOn, { ...NOTHING, said: new Set<number>(), commands: new Set<number>() }),
  project: foldReadable(history.map(placedOf)),
});

/** The same with `news` added at the end; null where they change what earlier facts mean, lie before one of them or cannot be folded. `folded` is not to be used any longer. */
export const growProject = (folded: FoldedProject, news: readonly RecordedEvent[]): FoldedProject | null => {
  let grown = folded;
  try {
    for (const recorded of news) {
      const project = apply(grown.project, placedOf(recorded), grown.latest);
      if (project === 'refold') return null;
      grown = { ...toldOn(grown, recorded), project };
    }
  } catch {
    return null; // fold them with the others: what cannot be read is left out there
  }
  return grown;
};

import { isInNewerShape, NewerFact, type NewEvent, type RecordedEvent } from '#domain';
import { WrongExpectedVersion, type Appended, type EventStore } from './event-store.ts';
import { keptLately, weightOf } from './kept-lately.ts';
import { inTurn } from './in-turn.ts';

/** The asker has seen an older version than the stream now has (If-Match). Nothing was decided. */
export class StaleVersion extends Error {
  override readonly name = 'StaleVersion';
  constructor(
    readonly stream: string,
    readonly asked: number,
    readonly actual: number,
  ) {
    super(`${stream} is at version ${actual}, you have seen ${asked}`);
  }
}

/** What a stream's events make of it. */
export interface Loaded<State> {
  readonly version: number; // of the last event; 0 where there is none
  readonly position: bigint | null;
  readonly state: State;
  /** Every event. Where they are not in memory, a decision that looks at them is made again once they are read. */
  readonly history: readonly RecordedEvent[];
}

export interface Aggregate<Command, State> {
  readonly streamOf: (command: Command) => string;
  readonly fold: (history: readonly RecordedEvent[]) => State;
  /** The state with `news` added, where that is cheaper than folding all; null: fold all. */
  readonly apply?: (state: State, news: readonly RecordedEvent[]) => State | null;
  /** Refuses who may not know of the stream at all: asked before anything else tells that it is there. */
  readonly admit?: (command: Command, loaded: Loaded<State>) => void;
  readonly decide: (command: Command, loaded: Loaded<State>) => readonly NewEvent[];
  readonly commandId: (command: Command) => string;
  /** Where the state tells what commands mostly ask of the history, only the state is kept in memory: work on a stream stays as quick and as small as it was, however long that grows. */
  readonly digest?: Digest<State>;
}

interface Digest<State> {
  /** Whether a command may have been recorded: where this says no, it was not. */
  readonly mayHold: (state: State, commandId: string) => boolean;
  /** Bytes that a state takes in memory, about. */
  readonly weigh: (state: State) => number;
}

export interface Handled {
  readonly stream: string;
  readonly version: number;
  readonly position: bigint | null;
  readonly events: readonly RecordedEvent[];
  readonly repeated: boolean;
}

const RETRIES = 8; // other processes only: commands of this one go in turn

const KEPT_BYTES = 48_000_000;
const WEIGHED_EVERY = 16; // events: a state grows little by little

/** What is kept of a stream between two commands. */
interface Kept<State> {
  readonly version: number;
  readonly position: bigint | null;
  readonly state: State;
  readonly newer: string | null; // the kind of an event that only a newer release can read
  readonly history: readonly RecordedEvent[] | null; // null: not kept
  readonly bytes: number;
}

/** Somebody looks at a history that is not in memory. */
class NotAtHand extends Error {}

const loadedOf = <State>({ version, position, state, history }: Kept<State>): Loaded<State> => ({
  version,
  position,
  state,
  get history() {
    if (history === null) throw new NotAtHand();
    return history;
  },
});

const weighEvents = (events: readonly RecordedEvent[]): number =>
  events.reduce((sum, { event, meta }) => sum + weightOf(event.data) + weightOf(meta), 0);

/** How an aggregate's streams stand in memory; where nothing is kept, nothing is weighed. */
const keeping = <Command, State>({ fold, apply, digest }: Aggregate<Command, State>, keptBytes: number) => {
  const weigh = (state: State, history: readonly RecordedEvent[]): number => {
    if (keptBytes === 0) return 0;
    return digest === undefined ? weighEvents(history) : digest.weigh(state);
  };
  const whole = (history: readonly RecordedEvent[]): Kept<State> => {
    const last = history.at(-1);
    const state = fold(history);
    return {
      version: last?.version ?? 0,
      position: last?.position ?? null,
      state,
      newer: history.find(({ event }) => isInNewerShape(event.type))?.event.type ?? null,
      history,
      bytes: weigh(state, history),
    };
  };
  const grown = (kept: Kept<State>, events: readonly RecordedEvent[], version: number): Kept<State> | null => {
    const longer = kept.history === null ? null : [...kept.history, ...events];
    const state = apply?.(kept.state, events) ?? null;
    if (state === null) return longer === null ? null : whole(longer);
    const { bytes } = kept;
    const position = events.at(-1)?.position ?? kept.position;
    if (digest === undefined)
      return { ...kept, version, position, state, history: longer, bytes: bytes + weighEvents(events) };
    const isDue = Math.floor(version / WEIGHED_EVERY) !== Math.floor(kept.version / WEIGHED_EVERY);
    return { ...kept, version, position, state, bytes: isDue ? digest.weigh(state) : bytes };
  };
  /** As it is kept until the next command. */
  const packed = (kept: Kept<State>): Kept<State> => (digest === undefined ? kept : { ...kept, history: null });
  return { whole, grown, packed };
};

/**
 * Loads, decides, appends; again where another process wrote in between. Streams used lately stay in memory, up to `keptBytes` (0 keeps
 * none): the expected version checks them at every append, and a conflict loads them again.
 */
export const commandHandler = <Command, State>(
  store: EventStore,
  aggregate: Aggregate<Command, State>,
  keptBytes = KEPT_BYTES,
  onDrop: (drop: () => void) => void = () => undefined, // called back whenever nothing may be kept any longer
) => {
  const hot = keptLately<Kept<State>>(keptBytes);
  onDrop(hot.clear);
  const turn = inTurn();
  const { whole, grown, packed } = keeping(aggregate, keptBytes);

  const load = async (stream: string): Promise<Kept<State>> => whole(await store.readStream(stream));
  const keep = (stream: string, kept: Kept<State>): void => {
    hot.keep(stream, packed(kept), kept.bytes);
  };

  const keepGrown = (stream: string, kept: Kept<State>, { events, version }: Appended): void => {
    if (keptBytes === 0) return;
    try {
      const next = grown(kept, events, version);
      if (next !== null) keep(stream, next);
    } catch {
      /* It is stored, so the answer stands; whoever loads the stream next meets the error. */
    }
  };

  const repeatedIn = (stream: string, loaded: Loaded<State>, commandId: string): Handled | null => {
    if (aggregate.digest?.mayHold(loaded.state, commandId) === false) return null;
    const events = loaded.history.filter(({ meta }) => meta.commandId === commandId);
    const last = events.at(-1);
    return last === undefined
      ? null
      : { stream, version: last.version, position: last.position, events, repeated: true };
  };

  const once = async (
    stream: string,
    command: Command,
    commandId: string,
    ifVersion: number | null,
    kept: Kept<State>,
  ): Promise<Handled> => {
    const loaded = loadedOf(kept);
    const { version, position } = kept;
    const repeated = repeatedIn(stream, loaded, commandId);
    if (repeated !== null) return repeated;
    aggregate.admit?.(command, loaded);
    if (ifVersion !== null && ifVersion !== version) throw new StaleVersion(stream, ifVersion, version);
    if (kept.newer !== null) throw new NewerFact(kept.newer);
    const events = aggregate.decide(command, loaded);
    if (events.length === 0) return { stream, version, position, events: [], repeated: false };
    const appended = await store.append(stream, version, events);
    if (!appended.repeated) keepGrown(stream, kept, appended);
    return appended;
  };

  return async (command: Command, ifVersion: number | null = null): Promise<Handled> => {
    const stream = aggregate.streamOf(command);
    const commandId = aggregate.commandId(command);
    return turn(stream, async () => {
      let [known, attempt] = [hot.take(stream)?.value, 1]; // out of memory while it is worked on: whatever goes wrong, it is read again
      for (;;) {
        const loaded = known ?? (await load(stream));
        try {
          const handled = await once(stream, command, commandId, ifVersion, loaded);
          if (handled.events.length === 0 || handled.repeated) keep(stream, loaded);
          return handled;
        } catch (error) {
          if (error instanceof WrongExpectedVersion) attempt += 1;
          // A refusal on a state kept in memory may be out of date, since another process may have written: decide again on what is stored.
          else if (known === undefined || !isWorthReading(error)) throw error;
          if (attempt > RETRIES + 1) throw error;
          known = undefined;
        }
      }
    });
  };
};

const isWorthReading = (error: unknown): boolean =>
  error instanceof NotAtHand || error instanceof StaleVersion || (error instanceof Error && error.name === 'Rejected');

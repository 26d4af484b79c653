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
interface Loaded<State> {
  readonly version: number;
  readonly history: readonly RecordedEvent[];
  readonly state: State;
}

interface Kept<State> {
  readonly value: Loaded<State>;
  readonly bytes: number;
}

export interface Aggregate<Command, State> {
  readonly streamOf: (command: Command) => string;
  readonly fold: (history: readonly RecordedEvent[]) => State;
  /** The state with `news` added to `history`, where that is cheaper than folding all; null: fold all. */
  readonly apply?: (state: State, news: readonly RecordedEvent[], history: readonly RecordedEvent[]) => State | null;
  /** Refuses who may not know of the stream at all: asked before anything else tells that it is there. */
  readonly admit?: (command: Command, loaded: Loaded<State>) => void;
  readonly decide: (command: Command, loaded: Loaded<State>) => readonly NewEvent[];
  readonly commandId: (command: Command) => string;
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
const weigh = (events: readonly RecordedEvent[]): number =>
  events.reduce((sum, { event, meta }) => sum + weightOf(event.data) + weightOf(meta), 0);

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
  const hot = keptLately<Loaded<State>>(keptBytes);
  onDrop(hot.clear);
  const turn = inTurn();

  const load = async (stream: string): Promise<Kept<State>> => {
    const history = await store.readStream(stream);
    const value = { version: history.at(-1)?.version ?? 0, history, state: aggregate.fold(history) };
    return { value, bytes: keptBytes === 0 ? 0 : weigh(history) };
  };

  const keepGrown = (stream: string, { value, bytes }: Kept<State>, { events, version }: Appended): void => {
    if (keptBytes === 0) return;
    const { history, state } = value;
    const longer = [...history, ...events];
    try {
      const next = aggregate.apply?.(state, events, history) ?? aggregate.fold(longer);
      hot.keep(stream, { version, history: longer, state: next }, bytes + weigh(events));
    } catch {
      /* It is stored, so the answer stands; whoever loads the stream next meets the error. */
    }
  };

  const once = async (
    stream: string,
    command: Command,
    commandId: string,
    ifVersion: number | null,
    kept: Kept<State>,
  ): Promise<Handled> => {
    const loaded = kept.value;
    const before = loaded.history.filter(({ meta }) => meta.commandId === commandId);
    const last = before.at(-1);
    if (last !== undefined)
      return { stream, version: last.version, position: last.position, events: before, repeated: true };
    aggregate.admit?.(command, loaded);
    if (ifVersion !== null && ifVersion !== loaded.version) throw new StaleVersion(stream, ifVersion, loaded.version);
    const newer = loaded.history.find(({ event }) => isInNewerShape(event.type));
    if (newer !== undefined) throw new NewerFact(newer.event.type);
    const events = aggregate.decide(command, loaded);
    if (events.length === 0)
      return {
        stream,
        version: loaded.version,
        position: loaded.history.at(-1)?.position ?? null,
        events: [],
        repeated: false,
      };
    const appended = await store.append(stream, loaded.version, events);
    if (!appended.repeated) keepGrown(stream, kept, appended);
    return appended;
  };

  return async (command: Command, ifVersion: number | null = null): Promise<Handled> => {
    const stream = aggregate.streamOf(command);
    const commandId = aggregate.commandId(command);
    return turn(stream, async () => {
      for (let attempt = 1; ; attempt += 1) {
        const known = hot.take(stream); // out of memory while it is worked on: whatever goes wrong, it is read again
        try {
          const loaded = known ?? (await load(stream));
          const handled = await once(stream, command, commandId, ifVersion, loaded);
          if (handled.events.length === 0 || handled.repeated) hot.keep(stream, loaded.value, loaded.bytes);
          return handled;
        } catch (error) {
          // A refusal on a state kept in memory may be out of date, since another process may have written: decide again on what is stored.
          const again =
            error instanceof WrongExpectedVersion ? attempt <= RETRIES : known !== undefined && isRefusal(error);
          if (!again) throw error;
        }
      }
    });
  };
};

const isRefusal = (error: unknown): boolean =>
  error instanceof StaleVersion || (error instanceof Error && error.name === 'Rejected');

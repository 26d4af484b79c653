import type { NewEvent, RecordedEvent } from '#domain';
import { WrongExpectedVersion, type Appended, type EventStore } from './event-store.ts';

/** The asker has seen an older version than the stream now has (If-Match). Nothing was decided. */
export class StaleVersion extends Error {
  override readonly name = 'StaleVersion';
  constructor(readonly stream: string, readonly asked: number, readonly actual: number) { super(`${stream} is at version ${actual}, you have seen ${asked}`); }
}

/** What a stream's events make of it: how to fold them all, and how to add the newest. */
export interface Loaded<State> { readonly version: number; readonly history: readonly RecordedEvent[]; readonly state: State }

export interface Aggregate<Command, State> {
  readonly streamOf: (command: Command) => string;
  readonly fold: (history: readonly RecordedEvent[]) => State;
  /** The state with `news` added to `history`, where that is cheaper than folding all; null: fold all. */
  readonly apply?: (state: State, news: readonly RecordedEvent[], history: readonly RecordedEvent[]) => State | null;
  readonly decide: (command: Command, loaded: Loaded<State>) => readonly NewEvent[];
  readonly commandId: (command: Command) => string;
}

export interface Handled { readonly stream: string; readonly version: number; readonly position: bigint | null; readonly events: readonly RecordedEvent[]; readonly repeated: boolean }

const RETRIES = 5;

/**
 * Loads, decides, appends; again where somebody else wrote in between. Hot streams stay in memory, at most `kept` of them: the expected
 * version checks them at every append, and a conflict loads them again.
 */
export const commandHandler = <Command, State>(store: EventStore, aggregate: Aggregate<Command, State>, kept = 5_000) => {
  const hot = new Map<string, Loaded<State>>();

  const load = async (stream: string): Promise<Loaded<State>> => {
    const known = hot.get(stream);
    if (known !== undefined) { hot.delete(stream); hot.set(stream, known); return known; }
    const history = await store.readStream(stream);
    return { version: history.at(-1)?.version ?? 0, history, state: aggregate.fold(history) };
  };

  const keep = (stream: string, { history, state }: Loaded<State>, { events }: Appended): void => {
    if (kept === 0) return;
    const longer = [...history, ...events];
    hot.set(stream, { version: longer.at(-1)!.version, history: longer, state: aggregate.apply?.(state, events, history) ?? aggregate.fold(longer) });
    if (hot.size > kept) hot.delete(hot.keys().next().value!);
  };

  return async (command: Command, ifVersion: number | null = null): Promise<Handled> => {
    const stream = aggregate.streamOf(command);
    const commandId = aggregate.commandId(command);
    for (let attempt = 1; ; attempt += 1) {
      const loaded = await load(stream);
      const before = loaded.history.filter(({ meta }) => meta.commandId === commandId);
      if (before.length > 0) return { stream, version: before.at(-1)!.version, position: before.at(-1)!.position, events: before, repeated: true };
      try {
        if (ifVersion !== null && ifVersion !== loaded.version) throw new StaleVersion(stream, ifVersion, loaded.version);
        const events = aggregate.decide(command, loaded);
        if (events.length === 0) return { stream, version: loaded.version, position: loaded.history.at(-1)?.position ?? null, events: [], repeated: false };
        const appended = await store.append(stream, loaded.version, events);
        if (appended.repeated) hot.delete(stream);
        else keep(stream, loaded, appended);
        return appended;
      } catch (error) {
        const wasHot = hot.delete(stream);
        // A refusal on a state kept in memory may be out of date: another process may have written since. Decide again on what is stored.
        const again = error instanceof WrongExpectedVersion ? attempt <= RETRIES : wasHot && attempt <= RETRIES && isRefusal(error);
        if (!again) throw error;
      }
    }
  };
};

const isRefusal = (error: unknown): boolean => error instanceof StaleVersion || (error instanceof Error && error.name === 'Rejected');

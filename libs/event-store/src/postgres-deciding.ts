import type { RecordedEvent } from '#domain';
import { chained, NO_PREDECESSOR } from './chain.ts';
import { ClockBehind, WrongExpectedVersion, type Append, type Appended } from './event-store.ts';

export type Answer = Appended | WrongExpectedVersion;

/** Where a stream ends. */
export interface Head {
  readonly version: number;
  readonly hash: string;
}
const NO_HEAD: Head = { version: 0, hash: NO_PREDECESSOR };

/** Where the log ends, and where those of its streams do that an append looks at. */
export interface LogEnd {
  readonly position: bigint;
  readonly recordedAt: string | null; // null: the log is empty
  readonly heads: ReadonlyMap<string, Head>;
}

/** What a group of appends comes to: an answer to each, what is to be stored, and where the log ends then. */
interface Decided {
  readonly answers: readonly Answer[];
  readonly stored: readonly RecordedEvent[];
  readonly end: LogEnd;
}

const CLOCK_TOLERANCE_MS = 5 * 60_000;

/**
 * One instant a transaction, later than that of the one before where the machine's clock steps back a little: an instant finds its position
 * by an index, and tells which facts were recorded together. Throws ClockBehind.
 */
const instantAfter = (last: string | null, now: number): string => {
  const before = last === null ? 0 : Date.parse(last);
  if (before - now > CLOCK_TOLERANCE_MS)
    throw new ClockBehind(new Date(now).toISOString(), new Date(before).toISOString());
  return new Date(Math.max(now, before + 1)).toISOString();
};

const key = (stream: string, command: string): string => `${stream}\n${command}`;

const remember = (done: Map<string, RecordedEvent[]>, event: RecordedEvent): void => {
  const place = key(event.stream, event.meta.commandId);
  const known = done.get(place);
  if (known) known.push(event);
  else done.set(place, [event]);
};

/** Chains a group of appends to where the log ends. A refused append leaves its neighbours alone. `repeats`: what the log holds of their commands. Throws ClockBehind. */
export const decideGroup = (
  appends: readonly Append[],
  { position: last, recordedAt: before, heads: known }: LogEnd,
  repeats: readonly RecordedEvent[],
  now: number,
): Decided => {
  const done = new Map<string, RecordedEvent[]>();
  for (const event of repeats) remember(done, event);
  const heads = new Map<string, Head>();
  let position = last;
  const recordedAt = instantAfter(before, now);
  const stored: RecordedEvent[] = [];
  const answers = appends.map((append): Answer => {
    const { stream, expected, events } = append;
    const head = heads.get(stream) ?? known.get(stream) ?? NO_HEAD;
    const earlier = events.flatMap(({ meta }) => done.get(key(stream, meta.commandId)) ?? []);
    const repeated = earlier.at(-1);
    if (repeated) {
      const { version, position: place } = repeated;
      return { stream, version, position: place, events: [...new Set(earlier)], repeated: true };
    }
    if (expected !== 'any' && expected !== head.version)
      return new WrongExpectedVersion(stream, expected, head.version);
    const recorded = chained(stream, head, events, recordedAt).map((event): RecordedEvent => ({
      ...event,
      position: (position += 1n),
    }));
    for (const event of recorded) remember(done, event);
    heads.set(stream, { version: head.version + recorded.length, hash: recorded.at(-1)?.hash ?? head.hash });
    stored.push(...recorded);
    return { stream, version: head.version + recorded.length, position, events: recorded, repeated: false };
  });
  return { answers, stored, end: { position, recordedAt: stored.length > 0 ? recordedAt : before, heads } };
};

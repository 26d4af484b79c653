import { streamNameFilter, type AllStreamSubscription, type Position } from '@kurrent/kurrentdb-client';
import type { RecordedEvent } from '#domain';
import type { Subscription } from '../event-store.ts';
import { pauseBefore } from './lost.ts';
import { placeOf } from './finding.ts';
import type { Places } from './places.ts';
import { placed, positionOf, readLast, streamsOf, type Part, type Placed, type Read } from './reading.ts';
import { NoRecordThere } from './reading-on.ts';

interface Follow {
  readonly after: bigint;
  readonly onBatch: (facts: readonly RecordedEvent[]) => Promise<void>;
  readonly streamPrefix: string;
  readonly watchEvery?: number; // milliseconds
}

const BATCH = 500;
const WATCH_EVERY = 10_000;
const AGAIN_AFTER = 1_000;

/** A subscription as it stands: what it has still to give, what ended it, and the last place that the server says is passed. */
interface Listening {
  readonly subscription: AllStreamSubscription;
  readonly passed: () => Position | null;
  readonly news: () => Promise<void>; // something to read, or the end
  readonly isOver: () => boolean;
  readonly end: () => void;
}

const listen = (part: Part, from: ReturnType<typeof positionOf>, streamPrefix: string): Listening => {
  let passed: Position | null = null;
  let isOver = false;
  let wake = (): void => undefined;
  const over = (): void => {
    isOver = true;
    wake();
  };
  const subscription = part.connection.client().subscribeToAll(
    {
      fromPosition: from,
      filter: streamNameFilter({
        ...streamsOf(part, streamPrefix),
        checkpointReached: async (_, place) => {
          passed = place;
          wake();
        },
      }),
    },
    { highWaterMark: BATCH },
  );
  subscription.on('readable', () => {
    wake();
  });
  for (const ending of ['error', 'end', 'close'] as const) subscription.on(ending, over); // without a listener an error ends the process
  return {
    subscription,
    passed: () => passed,
    news: () =>
      new Promise((resolve) => {
        wake = resolve;
        if (isOver || subscription.readableLength > 0) resolve();
      }),
    isOver: () => isOver,
    end: () => {
      over();
      void subscription.unsubscribe().catch(() => undefined);
    },
  };
};

/**
 * Gives every fact after a position, in order, for ever: by a catch-up subscription whose filter works on the server, and whose checkpoints pass over what is not ours. An
 * error, an end and a silence while the log grows are all one thing: it is subscribed again from the last place that was handled. A batch whose handler fails comes again.
 */
export const followKurrent = (
  part: Part,
  { after, onBatch, streamPrefix, watchEvery = WATCH_EVERY }: Follow,
): Subscription => {
  let place: ReturnType<typeof positionOf> | null = null; // not found yet
  let handled = after;
  let stopped = false;
  let drops = 0;
  let isHandling = false;
  let listening: Listening | null = null;
  let stopWaiting = (): void => undefined;
  const pause = (time: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, time);
      stopWaiting = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopped) stopWaiting();
    });

  const next = ({ subscription }: Listening, places: Places): readonly Placed[] => {
    const found: Placed[] = [];
    while (found.length < BATCH) {
      const record = subscription.read() as Read | null;
      if (record === null) break;
      found.push(placed(part, places, record));
    }
    return found;
  };

  const handle = async (found: readonly Placed[]): Promise<void> => {
    const facts = found.map(({ fact }) => fact);
    isHandling = true;
    for (let done = false; !done && !stopped;) {
      done = await onBatch(facts).then(
        () => true,
        () => false,
      );
      if (!done) await pause(AGAIN_AFTER);
    }
    isHandling = false;
    if (stopped) return;
    const last = found.at(-1)!;
    handled = last.fact.position;
    place = positionOf(last.place);
    drops = 0;
  };

  /** Until the subscription is over. What is read before its end is handled; what is lost with it is read again. */
  const through = async (current: Listening, places: Places): Promise<void> => {
    while (!stopped) {
      const found = next(current, places);
      if (found.length > 0) {
        await handle(found);
        continue;
      }
      if (current.isOver()) return;
      const passed = current.passed(); // everything before it has been handled: nothing was left to read
      if (passed !== null && (place === null || typeof place === 'string' || passed.commit > place.commit))
        place = passed;
      await current.news();
    }
  };

  const begin = async (): Promise<ReturnType<typeof positionOf>> => {
    const found = await placeOf(part, after);
    if (found === null) throw new NoRecordThere(after);
    return positionOf(found);
  };
  const once = async (): Promise<void> => {
    place ??= await begin();
    const places = await part.places();
    if (stopped) return;
    listening = listen(part, place, streamPrefix);
    await through(listening, places);
    listening.end();
  };
  const loop = (async () => {
    while (!stopped) {
      await once().catch(() => undefined); // the server is away: asked again
      drops += 1;
      if (!stopped) await pause(pauseBefore(drops));
    }
  })();

  const seenAt = (): string => `${handled} ${JSON.stringify(listening?.passed(), (_, one: unknown) => String(one))}`;
  let before = seenAt();
  const watch = setInterval(() => {
    const now = seenAt();
    const silent = now === before;
    before = now;
    if (!silent || isHandling) return;
    void readLast(part).then(
      (last) => {
        if (
          last !== null &&
          last.fact.position > handled &&
          last.fact.stream.startsWith(streamPrefix) &&
          seenAt() === now
        )
          listening?.end();
      },
      () => undefined, // the server is away: the subscription finds out by itself
    );
  }, watchEvery);
  watch.unref();

  return {
    stop: async () => {
      stopped = true;
      clearInterval(watch);
      listening?.end();
      stopWaiting();
      await loop;
    },
  };
};

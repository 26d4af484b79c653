import type { EventStore } from '#event-store';

/** That something was recorded: up to which position, and on which kinds of things. It says nothing of what, so everybody may hear it. */
export interface Change {
  readonly position: number;
  readonly kinds: readonly string[];
}

/** Tells its followers what kinds of things change, while there are any. */
export interface Live {
  readonly follow: (tell: (change: Change) => void) => () => void;
}

const EVERY = 1_000; // milliseconds
const MOST_AT_ONCE = 500;
const ANYTHING = '*'; // more than is worth telling apart

const kindOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** One look at the log a second for all followers of a process; none where nobody follows. `caughtUp`: what is told can then be read. */
export const liveChanges = (store: EventStore, caughtUp: () => Promise<unknown>): Live => {
  const followers = new Set<(change: Change) => void>();
  let timer: NodeJS.Timeout | null = null;
  let seen: bigint | null = null;

  const look = async (): Promise<void> => {
    const head = await store.head();
    const before = seen ?? head;
    seen = head;
    if (head <= before) return;
    const events = await store.readAll(before, MOST_AT_ONCE);
    await caughtUp();
    const kinds = events.length < MOST_AT_ONCE ? [...new Set(events.map(({ stream }) => kindOf(stream)))] : [ANYTHING];
    for (const tell of followers) tell({ position: Number(head), kinds });
  };
  const goOn = (): void => {
    timer = setTimeout(() => {
      void look()
        .catch(() => undefined) // where the log cannot be read now, the next look tells
        .finally(() => {
          if (followers.size > 0) goOn();
          else [timer, seen] = [null, null];
        });
    }, EVERY);
    timer.unref();
  };
  return {
    follow: (tell) => {
      followers.add(tell);
      if (timer === null) goOn();
      return () => {
        followers.delete(tell);
      };
    },
  };
};

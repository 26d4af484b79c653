import type { EventStore } from '#event-store';

/** That something was recorded: up to which position, and on which kinds of things. It says nothing of what, so everybody may hear it. */
export interface Change {
  readonly position: number;
  readonly kinds: readonly string[];
}

/** Tells its followers what kinds of things change, while there are any. */
export interface Live {
  /** `since`: the position that a follower knows of already; without one it is told what comes from now on. */
  readonly follow: (tell: (change: Change) => void, since?: number) => () => void;
}

interface Follower {
  readonly tell: (change: Change) => void;
  at: bigint | null; // up to where it was told; null before the first look
}

const EVERY = 1_000; // milliseconds
const MOST_AT_ONCE = 500;
const ANYTHING = '*'; // more than is worth telling apart

const kindOf = (stream: string): string => stream.split('-', 1)[0]!;

/** One look at the log a second for all followers of a process; none where nobody follows. `caughtUp`: what is told can then be read. */
export const liveChanges = (store: EventStore, caughtUp: () => Promise<unknown>): Live => {
  const followers = new Set<Follower>();
  let timer: NodeJS.Timeout | null = null;

  const kindsSince = async (position: bigint): Promise<readonly string[]> => {
    const events = await store.readAll(position, MOST_AT_ONCE);
    return events.length < MOST_AT_ONCE ? [...new Set(events.map(({ stream }) => kindOf(stream)))] : [ANYTHING];
  };
  const look = async (): Promise<void> => {
    const head = await store.head();
    const behind = new Map<bigint, Follower[]>();
    for (const follower of followers) {
      follower.at ??= head;
      if (follower.at < head) behind.set(follower.at, [...(behind.get(follower.at) ?? []), follower]);
    }
    if (behind.size === 0) return;
    await caughtUp();
    for (const [position, told] of behind) {
      const change = { position: Number(head), kinds: await kindsSince(position) };
      for (const follower of told) {
        follower.at = head;
        if (followers.has(follower)) follower.tell(change);
      }
    }
  };
  const goOn = (): void => {
    timer = setTimeout(() => {
      void look()
        .catch(() => undefined) // where the log cannot be read now, the next look tells
        .finally(() => {
          if (followers.size > 0) goOn();
          else timer = null;
        });
    }, EVERY);
    timer.unref();
  };
  return {
    follow: (tell, since) => {
      const follower: Follower = { tell, at: since === undefined ? null : BigInt(since) };
      followers.add(follower);
      if (timer === null) goOn();
      return () => {
        followers.delete(follower);
      };
    },
  };
};

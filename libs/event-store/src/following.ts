import type { RecordedEvent } from '#domain';
import type { Subscription } from './event-store.ts';

interface Follow {
  readonly after: bigint;
  readonly read: (after: bigint, limit: number) => Promise<readonly RecordedEvent[]>;
  readonly onBatch: (events: readonly RecordedEvent[]) => Promise<void>;
  readonly onWake: (wake: () => void) => () => void;
}

const PAGE = 500;
const POLL = 1_000; // a lost notification costs a second, never an event
const TOGETHER = 100; // milliseconds

/**
 * Reads on from a position for ever: woken by the store, polling behind it. What comes within a moment of a batch comes together in the next one, so that a burst costs few steps of whoever
 * follows. A batch whose handler fails is given again, after a pause.
 */
export const following = ({ after, read, onBatch, onWake }: Follow): Subscription => {
  let position = after;
  let stopped = false;
  let woken = false;
  let wakeSleeper = (): void => undefined;
  let endRest = (): void => undefined;
  const release = onWake(() => {
    woken = true;
    wakeSleeper();
  });
  /** Until the time is over, or it is ended. */
  const pause = (time: number, ending: (end: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, time);
      const end = (): void => {
        clearTimeout(timer);
        resolve();
      };
      ending(end);
      if (stopped) end();
    });
  const sleep = (time: number): Promise<void> =>
    pause(time, (end) => {
      wakeSleeper = end;
    });
  const rest = (): Promise<void> =>
    pause(TOGETHER, (end) => {
      endRest = end;
    });
  const loop = (async () => {
    while (!stopped) {
      woken = false;
      try {
        const events = await read(position, PAGE);
        if (events.length > 0) {
          await onBatch(events);
          position = events.at(-1)!.position;
          if (events.length < PAGE) await rest();
          continue;
        }
        if (!woken) await sleep(POLL);
      } catch {
        await sleep(POLL);
      }
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      release();
      wakeSleeper();
      endRest();
      await loop;
    },
  };
};

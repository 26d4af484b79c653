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

/** Reads on from a position for ever: woken by the store, polling behind it. A batch whose handler fails is given again, after a pause. */
export const following = ({ after, read, onBatch, onWake }: Follow): Subscription => {
  let position = after;
  let stopped = false;
  let woken = false;
  let wakeSleeper = (): void => undefined;
  const wake = (): void => {
    woken = true;
    wakeSleeper();
  };
  const release = onWake(wake);
  const sleep = (time: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, time);
      wakeSleeper = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopped) wakeSleeper();
    });
  const loop = (async () => {
    while (!stopped) {
      woken = false;
      try {
        const events = await read(position, PAGE);
        if (events.length > 0) {
          await onBatch(events);
          position = events.at(-1)!.position;
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
      await loop;
    },
  };
};

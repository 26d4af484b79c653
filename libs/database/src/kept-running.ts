import type { Embedded } from './embedded.ts';
import { Unreachable } from './refusals.ts';

const LOOK_EVERY_MS = 2_000;
const PATIENCE_MS = 60_000;

/**
 * Looks after the embedded database while a process stands on it: one that has died is started again. Where that does not succeed for a
 * minute the process ends with an error, so that whoever watches it (systemd, Docker) sees that something is wrong. Answers how to end it.
 */
export const keptRunning = (embedded: Embedded): (() => Promise<void>) => {
  let stopped = false;
  let goneSince: number | null = null;
  let looking: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    if (await embedded.isThere()) {
      goneSince = null;
      return;
    }
    const since = (goneSince ??= Date.now());
    if (stopped) return;
    try {
      await embedded.revive();
      goneSince = null;
    } catch (error) {
      if (Date.now() - since < PATIENCE_MS) return;
      const why = error instanceof Error ? error.message : String(error);
      setImmediate(() => {
        throw new Unreachable('database-does-not-start', why);
      });
    }
  };
  const again = (): void => {
    timer = setTimeout(() => {
      looking = look().finally(() => {
        if (!stopped) again();
      });
    }, LOOK_EVERY_MS);
    timer.unref();
  };
  let timer: NodeJS.Timeout;
  again();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await looking;
  };
};

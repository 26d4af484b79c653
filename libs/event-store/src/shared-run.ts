import { askForConnection } from '#database';

/**
 * Callers who come while a run is under way share the next one, which begins after all of them have asked: each sees what was stored
 * before its call, and a crowd costs two runs.
 */
export const sharedRun = <Answer>(run: () => Promise<Answer>): (() => Promise<Answer>) => {
  let running: Promise<Answer> | null = null;
  let next: Promise<Answer> | null = null;
  const begin = (): Promise<Answer> => {
    next = null;
    running = run().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    askForConnection(); // whoever waits here waits for somebody else's connection
    if (running === null) return next ?? begin();
    return (next ??= running.then(begin, begin));
  };
};

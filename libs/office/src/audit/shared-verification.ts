import { sharedRun } from '#event-store';

type Progress = (events: number) => void;

/**
 * The whole log is read once for all who ask at the same moment, and once more for those who came meanwhile: each is answered about a log that holds all that was recorded before it asked. Everybody
 * hears how far the own run has come.
 */
export const sharedVerification = <Outcome>(verify: (onProgress: Progress) => Promise<Outcome>) => {
  let waiting: Progress[] = [];
  const run = sharedRun(() => {
    const mine = waiting;
    waiting = [];
    return verify((events) => {
      for (const tell of mine) tell(events);
    });
  });
  return (onProgress?: Progress): Promise<Outcome> => {
    if (onProgress !== undefined) waiting.push(onProgress);
    return run();
  };
};

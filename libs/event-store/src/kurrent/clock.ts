import { ClockBehind } from '../event-store.ts';

const TOLERANCE_MS = 5 * 60_000;
const at = (instant: string | null): number => {
  const known = instant === null ? 0 : Date.parse(instant);
  return Number.isNaN(known) ? 0 : known;
};

/**
 * Instants for what one process records: each later than the one before and than every fact it has seen, so that a stream never steps back and other processes' facts are
 * followed, not preceded. Facts that two processes record at the same moment may stand the other way round in the log.
 */
export const recordingClock = (now: () => number) => {
  let latest = 0;
  return {
    saw: (recordedAt: string): void => {
      latest = Math.max(latest, at(recordedAt));
    },
    /** The instant of the next append after a fact. Throws ClockBehind. */
    after: (recordedAt: string | null): string => {
      const before = Math.max(latest, at(recordedAt));
      const clock = now();
      if (before - clock > TOLERANCE_MS)
        throw new ClockBehind(new Date(clock).toISOString(), new Date(before).toISOString());
      latest = Math.max(clock, before + 1);
      return new Date(latest).toISOString();
    },
  };
};

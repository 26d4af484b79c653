import type { Placed } from './corrections.ts';
import type { ProjectEvent } from './events.ts';

/** The new facts of a command as placed events, following `history`. */
export const placed = (events: readonly ProjectEvent[], history: readonly Placed[]): readonly Placed[] => {
  const last = history.at(-1)?.version ?? 0;
  return events.map((event, index) => ({ ...event, version: last + 1 + index }));
};

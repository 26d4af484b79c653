import type { Placed } from './corrections.ts';
import type { ProjectEvent } from './events.ts';

/** The new facts of a command as placed events, following the fact of version `last`. */
export const placed = (events: readonly ProjectEvent[], last: number): readonly Placed[] =>
  events.map((event, index) => ({ ...event, version: last + 1 + index }));

import type { Schemas } from '../ask/api.ts';

/** One record of a project's history, in the shape that the server publishes. */
export type Entry = Schemas['History']['events'][number];

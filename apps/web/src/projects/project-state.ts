import type { Schemas } from '../ask/api.ts';

/** A project as its facts make it, in the shape that the server publishes. */
export type ProjectState = Schemas['ProjectState'];
export type Arrival = ProjectState['arrivals'][number];

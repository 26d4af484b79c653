import type { Asking } from '../ask.ts';

/** The body of a command, as it was sent. */
export type Body = Readonly<Record<string, unknown>>;

/** Fills in what the asker has left out of the body of a command given to the matter `id`. */
export type Complete = (asking: Asking, id: string, body: Body) => Promise<Body>;

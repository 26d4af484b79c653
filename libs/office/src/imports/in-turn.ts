import { oneProcessAtATime, type Pool } from '#database';

/** Does work on what imports have stored once all that was asked before is done, here and in every other process. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Imports that store and those that are taken back, one after the other: of two at once on the same file one would write what the other has passed already,
 * and nobody could take it back. Who waits here holds no connection.
 */
export const inTurn = (pool: Pool): InTurn => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const own = last.then(() => oneProcessAtATime(pool, 'imports store', work));
    last = own.catch(() => undefined);
    return own;
  };
};

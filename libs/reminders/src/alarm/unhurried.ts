import { atMost } from './in-time.ts';

export const ANSWERED_WITHIN_MS = 2_000;
const GIVEN_UP_AFTER_MS = 60_000; // an answer that is owed for longer may never come

/**
 * Something that is done soon or else is not waited for. While one call is unanswered the next ones are let go: what was asked first is done once its server answers again, and
 * nothing piles up before that; of an answer that never comes one more is asked a minute. A failure within the time is the caller's.
 */
export const unhurried = <Given extends readonly unknown[]>(
  work: (...given: Given) => Promise<unknown>,
  waitedForMs = ANSWERED_WITHIN_MS,
  givenUpAfterMs = GIVEN_UP_AFTER_MS,
): ((...given: Given) => Promise<void>) => {
  let owed: { readonly since: number } | null = null;
  return async (...given) => {
    if (owed !== null && performance.now() - owed.since < givenUpAfterMs) return;
    const mine = { since: performance.now() };
    owed = mine;
    const asked = work(...given).finally(() => {
      if (owed === mine) owed = null;
    });
    await atMost(asked, waitedForMs);
  };
};

import type { LedgerAt } from './ledger.ts';

/** Subjects that were reckoned, each with the version of its last fact that was looked at then. */
export type Reckoned = ReadonlyMap<string, number>;

const NONE: Reckoned = new Map();

/**
 * What one run of the fold has reckoned so far. A subject is reckoned from all its facts, those of later pages too: on those pages it owes what it owed, and a long backlog costs each project once or
 * twice rather than once a page. It holds while nobody else moves the ledger; then the next page begins anew.
 */
export const reckonedLately = () => {
  let left: LedgerAt | null = null;
  let reckoned = NONE;
  return {
    /** What holds where the ledger stands now. */
    at: ({ position, rules, dispatched }: LedgerAt): Reckoned =>
      left?.position === position && left.rules === rules && left.dispatched === dispatched ? reckoned : NONE,
    /** Where a page leaves the ledger, if it is written, and what holds there. */
    leave: (next: LedgerAt, now: Reckoned): void => {
      [left, reckoned] = [next, now];
    },
  };
};

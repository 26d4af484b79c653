import type { Addressee, ClockName, IsoDate, Reason, Rung } from '#domain';

export type Outcome = 'expected' | 'sent' | 'merged' | 'suppressed' | 'failed' | 'acknowledged' | 'withdrawn';

/** A notice that the policy owes, in the shape of README, "What holds". */
export interface Owed {
  readonly clock: ClockName;
  readonly policyVersion: number;
  readonly rung: Rung;
  readonly recurrence: number;
  readonly on: IsoDate;
  readonly sendOn: IsoDate;
  readonly to: readonly Addressee[];
  readonly outcome: Outcome;
  readonly why: Reason | null;
  readonly startedBy: number; // version of the fact that started the clock
}

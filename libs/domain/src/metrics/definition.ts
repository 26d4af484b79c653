import type { Curve } from './period.ts';
import { HALF_UP_TWO, type Rounding } from './fraction.ts';

/** A statistical scope (口径): what a metric's formula leaves open, decided and versioned. Every printed figure names it. */
export interface Definition {
  readonly name: string;
  readonly version: number;
  /** Whether a terminated project stays among the signed (in the denominator of a start rate). */
  readonly terminated: 'kept' | 'dropped';
  /** Whether arrivals on projects signed in earlier years count in a period. */
  readonly carriedOver: 'in' | 'out';
  /** Which amount of a contract counts. */
  readonly contract: 'amended' | 'original';
  readonly curve: Curve;
  readonly rounding: Rounding;
}

/** The definition where a bureau has published none (README, "Metrics"). */
export const DEFAULT_DEFINITION: Definition = {
  name: 'default',
  version: 1,
  terminated: 'kept',
  carriedOver: 'in',
  contract: 'amended',
  curve: 'months',
  rounding: HALF_UP_TWO,
};

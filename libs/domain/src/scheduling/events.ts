import type { ClockName } from '../clocks/names.ts';
import type { IsoDate } from '../dates.ts';
import type { DomainEvent } from '../event.ts';
import type { Colour } from '../policy/policy.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

/** One project of the backlog as it stood when the list was issued. */
export interface SchedulingLine {
  readonly project: string; // id
  readonly code: string;
  readonly name: string;
  readonly unit?: string;
  readonly colour: Colour;
  readonly clock?: ClockName; // the worst one; none for green
  readonly daysLate?: number; // of that clock; below zero: days left
  readonly reason?: string;
  readonly responsible?: string; // responsible leader
  readonly nextStep?: string;
  readonly carriedOver: boolean; // open on the list before
}

type E<Type extends string, Data> = DomainEvent<Type, Data>;

export type SchedulingEvent =
  | E<
      'SchedulingListIssued',
      {
        month: string;
        unit?: string;
        number: string;
        asOf: IsoDate;
        position: string;
        items: readonly SchedulingLine[];
      }
    > // `month`: YYYY-MM; `unit` left out: the whole bureau; `position` of the log
  | E<'SchedulingItemClosedOff', { project: string; by: string; basis: string; text: string }> // 销号; `basis`: the paper that says so
  | E<'SchedulingItemNoted', { project: string; by: string; nextStep: string }>
  | E<'SchedulingListClosed', { text?: string }>;

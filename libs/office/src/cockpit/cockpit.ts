import type { IsoDate, Money } from '#domain';
import type { CountedBin, WeekAhead } from '#projections';
import type { AgeBin, OpenBin, YearBin } from './bins-of-day.ts';

/** What happened in a calendar month: the figures of it, so that each opens. */
export interface CockpitMonth {
  readonly month: string;
  readonly signed: number;
  readonly signedAmount: readonly Money[];
  readonly started: number;
  readonly domesticArrived: readonly Money[];
}

/** All that the cockpit shows, of one moment; each number with the list that it opens. */
export interface Cockpit {
  readonly asOf: IsoDate;
  readonly asKnown: string;
  readonly position: number;
  readonly live: OpenBin & CountedBin;
  readonly lists: readonly (OpenBin & CountedBin)[];
  readonly backlogYears: readonly (YearBin & CountedBin)[];
  readonly backlogAges: readonly (AgeBin & CountedBin)[];
  readonly steps: readonly (OpenBin & CountedBin)[];
  readonly weeks: readonly WeekAhead[];
  readonly months: readonly CockpitMonth[]; // the last one up to the day shown
  readonly sameDays: CockpitMonth & { readonly to: IsoDate }; // of the year before: what the last month is held against while it runs
}

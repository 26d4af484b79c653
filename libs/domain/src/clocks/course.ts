import { addWorkingDays, type Calendar, type Pause } from '../calendar/calendar.ts';
import { addDays, addMonths, type IsoDate } from '../dates.ts';
import type { Length } from '../policy/length.ts';
import type { Dated } from '../project/state.ts';
import type { Clock } from './clock.ts';
import type { ClockName } from './names.ts';
import { pausedUpTo } from './pauses.ts';

/** What starts and stops a clock and how long it runs, before pauses and colours. */
export interface Course {
  readonly clock: ClockName;
  readonly event: string; // the fact that started it
  readonly start: Dated;
  readonly stop: Dated | null;
  readonly due: IsoDate | null; // a day that was agreed; null: `length` after the start
  readonly length: Length | null;
  readonly warnings?: readonly Warning[];
  readonly colourless?: boolean;
}
/** Some time after the start; like every lateness it begins the day after, where `dayAfter` says so. */
interface Warning {
  readonly what: Clock['warnings'][number]['what'];
  readonly after: Length;
  readonly dayAfter: boolean;
}

export const latest = (...facts: readonly (Dated | null | undefined)[]): Dated | null =>
  facts.reduce<Dated | null>((last, fact) => (fact && (last === null || fact.on >= last.on) ? fact : last), null);

export const earliest = (...facts: readonly (Dated | null | undefined)[]): Dated | null =>
  facts.reduce<Dated | null>((first, fact) => (fact && (first === null || fact.on < first.on) ? fact : first), null);

/**
 * The day some time after a start, less the paused days that lie before it: `moved` adds them again. A length of working days is a budget of
 * unpaused ones (README, "Clocks"), so a pause over days off moves nothing; days and months move by their paused calendar days.
 */
export const after = (
  start: IsoDate,
  { value, unit }: Length,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): IsoDate => {
  if (unit === 'months') return addMonths(start, value);
  if (unit === 'days') return addDays(start, value);
  const { day } = addWorkingDays(start, value, calendar, pauses);
  const closed = pauses.filter(({ to }) => to !== null);
  return addDays(day, -pausedUpTo(closed, day));
};

import { addDays, type IsoDate } from '../dates.ts';
import type { OwnRung, Policy, Recipient, Rung, RungRule } from '../policy/policy.ts';
import type { Clock } from './clock.ts';
import type { ClockName } from './names.ts';
import { moved } from './pauses.ts';

/** A rung of the ladder on the day on which it falls due. `recurrence` counts from 1 within its rung. */
export interface DatedRung {
  readonly rung: Rung;
  readonly recurrence: number;
  readonly on: IsoDate;
  readonly to: readonly Recipient[];
}

const crossing = (clock: Clock, colour: string): IsoDate | null =>
  clock.crossings.find((one) => one.colour === colour)?.on ?? null;

/** The next worse colour than `colour` that this clock has. */
const after = (clock: Clock, colour: string): IsoDate | null => {
  const worse = colour === 'yellow' ? ['orange', 'red'] : colour === 'orange' ? ['red'] : [];
  return worse.map((one) => crossing(clock, one)).find((on) => on !== null) ?? null;
};

const MOST_REPEATS = 25; // of a rung that no worse colour ends: a year of them, then the later rungs have taken over

/** First day of a colour, then every so many counted days while the clock shows it. */
const repeated = (clock: Clock, colour: string, everyDays: number): readonly IsoDate[] => {
  const first = crossing(clock, colour);
  if (first === null) return [];
  const until = after(clock, colour);
  const later = clock.pauses.filter(({ from }) => from > first); // those before it have moved the first day itself
  const days: IsoDate[] = [];
  for (let n = 0; until !== null || n < MOST_REPEATS; n += 1) {
    const on = moved(addDays(first, n * everyDays), later);
    if (on === null || (until !== null && on >= until)) break;
    days.push(on);
  }
  return days;
};

/** The ladder as a clock climbs it: its own lines in the places of those for all clocks, and after them what it alone has. */
const ladderOf = (clock: ClockName, { ladder, clocks }: Policy): readonly RungRule[] => {
  const own = clocks[clock].ladder;
  if (own === undefined) return ladder;
  const alone = (Object.keys(own) as Rung[])
    .filter((rung) => !ladder.some((line) => line.rung === rung))
    .map((rung) => ({ rung, to: [], ...own[rung] }));
  const lines: readonly (OwnRung & { readonly rung: Rung })[] = [
    ...ladder.map((line) => ({ ...line, ...own[line.rung] })),
    ...alone,
  ];
  return lines.filter((line): line is RungRule => line.when != null);
};

/**
 * Every rung of a clock, dated (README, "Escalation ladder"). A rung that the clock never reaches does not exist for it: a clock without a
 * colour has no rung of that colour, and one that is due sooner than a near-due rung is dated has none before its start.
 */
export const rungsOf = (clock: Clock, policy: Policy): readonly DatedRung[] => {
  if (clock.crossings.length === 0 || clock.baseDue === null) return []; // idle land warns and colours nothing
  const baseDue = clock.baseDue;
  return ladderOf(clock.clock, policy).flatMap(({ rung, when, to }): DatedRung[] => {
    const dated = (days: readonly (IsoDate | null)[]): DatedRung[] =>
      days.flatMap((on, index) =>
        on === null || on < clock.startedBy.on ? [] : [{ rung, recurrence: index + 1, on, to }],
      );
    if ('daysBeforeDue' in when)
      return dated(when.daysBeforeDue.map((days) => moved(addDays(baseDue, -days), clock.pauses)));
    if ('onDue' in when) return dated([clock.due]);
    if ('daysLate' in when) return dated([moved(addDays(baseDue, when.daysLate), clock.pauses)]);
    return dated(
      when.everyDays === undefined ? [crossing(clock, when.onColour)] : repeated(clock, when.onColour, when.everyDays),
    );
  });
};

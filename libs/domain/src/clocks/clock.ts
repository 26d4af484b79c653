import type { Pause } from '../calendar/calendar.ts';
import { daysBetween, type IsoDate } from '../dates.ts';
import type { Colour } from '../policy/policy.ts';
import { CLOCK_NAMES, type ClockName } from './names.ts';
import { pausedUpTo } from './pauses.ts';

/** What a colour and days late follow from: enough for lists, kept in every row. */
export interface ClockState {
  readonly clock: ClockName;
  readonly baseDue: IsoDate | null; // the due day less its paused days: lateness is counted from it
  readonly due: IsoDate | null; // moved by its pauses; null while an open-ended pause runs
  readonly crossings: readonly { readonly colour: Exclude<Colour, 'green'>; readonly on: IsoDate }[]; // first day of each colour
  readonly pauses: readonly Pause[];
}

/** A clock with its whole explanation (README, "Clocks"). */
export interface Clock extends ClockState {
  readonly policyVersion: number;
  readonly startedBy: { readonly event: string; readonly version: number; readonly on: IsoDate };
  readonly length: { readonly unit: 'days' | 'working-days' | 'months'; readonly value: number } | null; // null: the day was agreed
  readonly holidays: readonly string[];
  readonly unpublished: readonly number[]; // years counted without a published calendar
  readonly stopped: { readonly on: IsoDate; readonly version: number } | null;
  readonly pauses: readonly (Pause & { readonly reason: string })[];
  readonly warnings: readonly {
    readonly what: 'idle-land-fee' | 'land-recovery' | 'proposed-for-withdrawal';
    readonly on: IsoDate;
  }[];
}

/** Days after the due day, not counting paused ones: below zero before it, standing still while a pause runs. */
export const daysLateOn = ({ baseDue, pauses }: ClockState, day: IsoDate): number | null =>
  baseDue === null ? null : daysBetween(baseDue, day) - pausedUpTo(pauses, day);

/** The clock's colour on a day: the worst that has come. */
export const colourOf = ({ crossings }: ClockState, day: IsoDate): Colour => {
  let colour: Colour = 'green';
  for (const crossing of crossings)
    if (crossing.on <= day && rank(crossing.colour) > rank(colour)) colour = crossing.colour;
  return colour;
};

const RANK: Record<Colour, number> = { green: 0, blue: 1, yellow: 2, orange: 3, red: 4 };
const rank = (colour: Colour): number => RANK[colour];

export interface Worst {
  readonly colour: Colour;
  readonly clock: ClockName | null;
  readonly alsoAtWorst: readonly ClockName[];
  readonly due: IsoDate | null;
  readonly daysLate: number | null;
}

/**
 * A project's colour is its worst clock's. Of several at the worst colour the one longest overdue is named first, ties by the order of the
 * table. Without a running clock a live project is green, and no clock is named for green.
 */
export const worstOn = (clocks: readonly ClockState[], day: IsoDate): Worst => {
  const coloured = clocks.map((clock) => ({
    clock,
    colour: colourOf(clock, day),
    late: daysLateOn(clock, day) ?? -Infinity,
  }));
  const worst = coloured.reduce<Colour>(
    (colour, one) => (rank(one.colour) > rank(colour) ? one.colour : colour),
    'green',
  );
  if (worst === 'green') return { colour: 'green', clock: null, alsoAtWorst: [], due: null, daysLate: null };
  const named = coloured
    .filter(({ colour }) => colour === worst)
    .sort((a, b) => b.late - a.late || CLOCK_NAMES.indexOf(a.clock.clock) - CLOCK_NAMES.indexOf(b.clock.clock));
  const first = named[0]!;
  return {
    colour: worst,
    clock: first.clock.clock,
    alsoAtWorst: named.slice(1).map(({ clock }) => clock.clock),
    due: first.clock.due,
    daysLate: daysLateOn(first.clock, day),
  };
};

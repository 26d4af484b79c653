import {
  addDays,
  type Addressee,
  type ClockName,
  type IsoDate,
  type RecordedEvent,
  type Rules,
  type Rung,
} from '#domain';
import type { HolderOf } from '../owed/addressees.ts';
import { owed } from '../owed/owed.ts';

/** A notice that somebody gets. Numbers of recurrence are left out of a comparison: who is told on which day is what counts. */
export interface Told {
  readonly rung: Rung;
  readonly recurrence: number;
  readonly on: IsoDate;
  readonly sendOn: IsoDate;
  readonly to: readonly Addressee[];
}
export interface ToldApart {
  readonly clock: ClockName;
  readonly before: Told | null;
  readonly after: Told | null;
}

/** A notice of one run of a clock, or of one date that a matter was given. */
export type ToldByRun = Told & { readonly clock: ClockName; readonly startedBy: number };

const FIRST = '0001-01-01' as IsoDate;
const AHEAD = 3_660; // days past the window in which a notice that moved out of it is still found

/** The last day looked at for notices that moved out of a window. */
export const farOf = (to: IsoDate): IsoDate => addDays(to, AHEAD);

/** What was or will be sent for a project; what was suppressed or withdrawn nobody gets. */
export const toldByProject = (
  history: readonly RecordedEvent[],
  rules: Rules,
  to: IsoDate,
  holder: HolderOf,
): readonly ToldByRun[] =>
  owed(history, rules, FIRST, farOf(to), holder)
    .filter(({ outcome }) => outcome === 'expected')
    .map(({ clock, startedBy, rung, recurrence, on, sendOn, to: recipients }) => ({
      clock,
      startedBy,
      rung,
      recurrence,
      on,
      sendOn,
      to: recipients,
    }));

/** Takes out of both sides the pairs that agree in `key`, one for one. */
const pairs = (
  before: ToldByRun[],
  after: ToldByRun[],
  key: (notice: ToldByRun) => string,
): [ToldByRun, ToldByRun][] => {
  const waiting = new Map<string, ToldByRun[]>();
  for (const one of before) waiting.set(key(one), [...(waiting.get(key(one)) ?? []), one]);
  const found: [ToldByRun, ToldByRun][] = [];
  for (const one of [...after]) {
    const other = waiting.get(key(one))?.shift();
    if (other === undefined) continue;
    found.push([other, one]);
    before.splice(before.indexOf(other), 1);
    after.splice(after.indexOf(one), 1);
  }
  return found;
};

const bare = (notice: ToldByRun | null): Told | null => {
  if (notice === null) return null;
  const { clock: _clock, startedBy: _run, ...told } = notice;
  return told;
};

/** Notices with a day in [from, to] that appear, vanish, move to another day or go to others. One that moved out of the window shows where to. */
export const toldApart = (
  before: readonly ToldByRun[],
  after: readonly ToldByRun[],
  from: IsoDate,
  to: IsoDate,
): readonly ToldApart[] => {
  const [b, a] = [[...before], [...after]];
  const named = ({ clock, rung }: ToldByRun): string => `${clock} ${rung}`;
  pairs(b, a, (one) => `${named(one)} ${one.on} ${one.sendOn} ${JSON.stringify(one.to)}`); // these agree
  const moved = [
    // on the same day to others, or on another day within the same run of the clock
    ...pairs(b, a, (one) => `${named(one)} ${one.on}`),
    ...pairs(b, a, (one) => `${named(one)} ${one.startedBy} ${one.recurrence}`),
    ...pairs(b, a, (one) => `${named(one)} ${one.startedBy}`),
  ];
  const apart: (readonly [ToldByRun | null, ToldByRun | null])[] = [
    ...moved,
    ...b.map((one) => [one, null] as const),
    ...a.map((one) => [null, one] as const),
  ];
  const inWindow = (one: ToldByRun | null): boolean => one !== null && one.on >= from && one.on <= to;
  return apart
    .filter(([one, other]) => inWindow(one) || inWindow(other))
    .map(([one, other]) => ({ clock: (one ?? other)!.clock, before: bare(one), after: bare(other) }));
};

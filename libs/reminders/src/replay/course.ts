import { CLOCK_NAMES, worstOn, type ClockName, type Colour, type IsoDate } from '#domain';
import type { Counted } from './lived.ts';
import { step, type Step } from './steps.ts';

export interface Deadline {
  readonly due: IsoDate | null;
} // null: an open-ended pause keeps it from coming

/** What a project showed from day to day: its colour, its place on the list of stalled projects, and the due day of each clock while it ran. */
export interface Course {
  readonly colours: readonly Step<Colour>[];
  readonly stalled: readonly Step<string>[];
  readonly deadlines: ReadonlyMap<ClockName, readonly Step<Deadline>[]>;
}

/** Colours that put a live project on the list `stalled` (libs/domain/README.md, "Lists": yellow or worse). */
export const STALLED: readonly Colour[] = ['yellow', 'orange', 'red'];

export const deadlineKey = ({ due }: Deadline): string => due ?? 'paused';
export const itself = (value: string): string => value;

/** A colour changes on days of facts, of another policy in force and of crossings only, so no other day is looked at. */
export const courseOf = (stretches: readonly Counted[]): Course => {
  const colours: Step<Colour>[] = [];
  const stalled: Step<string>[] = [];
  const deadlines = new Map<ClockName, Step<Deadline>[]>(CLOCK_NAMES.map((clock) => [clock, []]));
  for (const { from, until, project, clocks } of stretches) {
    const crossed = clocks
      .flatMap(({ crossings }) => crossings.map(({ on }) => on))
      .filter((on) => on > from && on < until);
    for (const on of [from, ...new Set(crossed.sort())]) {
      const colour = project.end === null ? worstOn(clocks, on).colour : null;
      step(colours, on, colour, itself);
      step(stalled, on, colour !== null && STALLED.includes(colour) ? 'stalled' : null, itself);
    }
    for (const [name, steps] of deadlines) {
      const clock = clocks.find((one) => one.clock === name);
      step(steps, from, clock === undefined ? null : { due: clock.due }, deadlineKey);
    }
  }
  return { colours, stalled, deadlines };
};

/** The clock that decides the colour on a day; null where none colours it. */
export const decidingOn = (stretches: readonly Counted[], day: IsoDate): ClockName | null => {
  const stretch = stretches.find(({ from, until }) => from <= day && day < until);
  return stretch === undefined || stretch.project.end !== null ? null : worstOn(stretch.clocks, day).clock;
};

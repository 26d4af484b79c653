import type { ClockName, IsoDate } from '#domain';

/** A run of a clock: from one start of it. */
interface OfRun {
  readonly clock: ClockName;
  readonly startedBy: number; // version of the fact that started it
}
interface Span {
  readonly from: IsoDate;
  until: IsoDate; // not included
}

/** On which days each run of each clock ran. An ended project's clocks do not run; a reactivated one's go on. */
export interface Runs {
  readonly ran: (run: OfRun, from: IsoDate, until: IsoDate) => void;
  readonly runsOn: (run: OfRun, day: IsoDate) => boolean;
  /** The first day on which it ran no more, after a day on which it ran; null where it still runs. */
  readonly stopAfter: (run: OfRun, day: IsoDate) => IsoDate | null;
  /** The first day of the gap that ends before `day`; null where it ran on the day before, or never. */
  readonly restedFrom: (run: OfRun, day: IsoDate) => IsoDate | null;
}

/** `end`: the first day that nobody looked at. */
export const runsUntil = (end: IsoDate): Runs => {
  const spans = new Map<string, Span[]>();
  const of = ({ clock, startedBy }: OfRun): readonly Span[] => spans.get(`${clock} ${startedBy}`) ?? [];
  const spanOn = (run: OfRun, day: IsoDate): Span | undefined =>
    of(run).find(({ from, until }) => from <= day && day < until);
  return {
    ran: ({ clock, startedBy }, from, until) => {
      const own = spans.get(`${clock} ${startedBy}`);
      const last = own?.at(-1);
      if (own === undefined) spans.set(`${clock} ${startedBy}`, [{ from, until }]);
      else if (last?.until === from) last.until = until;
      else own.push({ from, until });
    },
    runsOn: (run, day) => spanOn(run, day) !== undefined,
    stopAfter: (run, day) => {
      const until = spanOn(run, day)?.until;
      return until === undefined || until === end ? null : until;
    },
    restedFrom: (run, day) => {
      const last = of(run).findLast(({ from }) => from < day);
      return last === undefined || last.until >= day ? null : last.until;
    },
  };
};

import { addDays, dayInShanghai, isWorkingDay, Rejected, yearOf, type Calendar, type IsoDate } from '#domain';

/** A part of the day in Asia/Shanghai, from `from` up to but not including `to`, "08:30". */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** When people may be told. `quiet` is cut out of `open` (a lunch break, quiet hours); a quiet span may run over midnight. */
export interface SendWindow {
  readonly workingDaysOnly: boolean;
  readonly open: Span;
  readonly quiet: readonly Span[];
}

/** Office hours of working days (make-up workdays are working days). */
export const OFFICE_HOURS: SendWindow = { workingDaysOnly: true, open: { from: '08:30', to: '18:00' }, quiet: [] };

/** `unpublished`: years passed on the way for which no notice on holidays is known; the instant is a guess there, and is flagged. */
export interface Opening {
  readonly at: string;
  readonly unpublished: readonly number[];
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const LONGEST_WAIT = 400; // days; no calendar closes an office for longer

const refuse = (zh: string, en: string, field: string): never => {
  throw new Rejected('send-window-wrong', { zh, en }, field);
};

const millis = (clock: string, field: string): number => {
  if (!CLOCK.test(clock)) refuse('时刻须写作 08:30 的样子。', 'A time of day is written like 08:30.', field);
  return (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * MINUTE;
};

type Stretch = readonly [from: number, to: number]; // milliseconds after midnight

const without = (stretches: readonly Stretch[], [from, to]: Stretch): readonly Stretch[] =>
  stretches.flatMap(([start, end]): readonly Stretch[] =>
    (
      [
        [start, Math.min(end, from)],
        [Math.max(start, to), end],
      ] as const
    ).filter(([a, b]) => a < b),
  );

/** The open stretches of one day, early first; refuses a window that never opens. */
const stretchesOf = ({ open, quiet }: SendWindow): readonly Stretch[] => {
  const start = millis(open.from, 'open.from');
  const end = millis(open.to, 'open.to');
  if (start >= end) refuse('开始时刻须早于结束时刻。', 'The window must open before it closes.', 'open.to');
  let left: readonly Stretch[] = [[start, end]];
  for (const [index, span] of quiet.entries()) {
    const from = millis(span.from, `quiet.${index}.from`);
    const to = millis(span.to, `quiet.${index}.to`);
    for (const part of from < to ? [[from, to] as const] : [[from, DAY] as const, [0, to] as const])
      left = without(left, part);
  }
  if (left.length === 0)
    refuse(
      '免打扰时段占满了可发送时段，任何时候都发不出去。',
      'The quiet hours fill the whole window: nothing could ever be sent.',
      'quiet',
    );
  return left;
};

/** Refuses (`send-window-wrong`, naming the field) a window that is badly written or never opens. */
export const checkSendWindow = (window: SendWindow): void => void stretchesOf(window);

const midnight = (day: IsoDate): number => Date.parse(`${day}T00:00:00+08:00`);

/** `instant` (ISO 8601 with zone) itself where one may send then, else the next instant at which the window opens. */
export const nextOpening = (instant: string, window: SendWindow, calendar: Calendar): Opening => {
  const now = Date.parse(instant);
  const stretches = stretchesOf(window);
  const unpublished = new Set<number>();
  let day = dayInShanghai(instant);
  for (let waited = 0; waited <= LONGEST_WAIT; waited += 1, day = addDays(day, 1)) {
    if (window.workingDaysOnly && !calendar.years.has(yearOf(day))) unpublished.add(yearOf(day));
    if (window.workingDaysOnly && !isWorkingDay(day, calendar)) continue;
    const start = midnight(day);
    const stretch = stretches.find(([, to]) => now < start + to);
    if (stretch !== undefined)
      return { at: new Date(Math.max(now, start + stretch[0])).toISOString(), unpublished: [...unpublished] };
  }
  return refuse('日历中一年以上没有工作日。', 'The calendar has no working day for more than a year.', 'calendar');
};

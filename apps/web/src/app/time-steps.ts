import dayjs, { type Dayjs } from 'dayjs';

export const STEPS = ['day', 'month', 'quarter', 'year', 'event'] as const;
export type Step = (typeof STEPS)[number];
type Period = Exclude<Step, 'day' | 'event'>;
const MONTHS: Readonly<Record<Period, number>> = { month: 1, quarter: 3, year: 12 };

/** The end of the period that a day lies in. */
const endOf = (day: Dayjs, step: Period): Dayjs => {
  const months = MONTHS[step];
  const last = day.month() - (day.month() % months) + months - 1;
  return day.month(last).endOf('month');
};

const periodEnd = (day: Dayjs, step: Period, by: 1 | -1): Dayjs => {
  const end = endOf(day, step);
  if (by === -1)
    return endOf(
      day
        .date(1)
        .subtract(day.month() % MONTHS[step], 'month')
        .subtract(1, 'day'),
      step,
    );
  return end.isSame(day, 'day') ? endOf(day.date(1).add(MONTHS[step], 'month'), step) : end;
};

/** The nearest of some days before or after a day; where there is none: the day itself, or the latest. */
const nearest = (from: string, by: 1 | -1, latest: string, days: readonly string[]): string => {
  const beyond = days.filter((day) => (by === 1 ? day > from : day < from)).sort();
  return by === 1 ? (beyond[0] ?? latest) : (beyond.at(-1) ?? from);
};

/**
 * One step back or on: a day, from end to end of months, quarters and years, or from record to record. Never beyond the latest day that can be
 * looked at. `days`: those on which something was recorded, in any order.
 */
export const stepped = (from: string, step: Step, by: 1 | -1, latest: string, days: readonly string[] = []): string => {
  const day = dayjs(from);
  const there = step === 'day' ? day.add(by, 'day').format('YYYY-MM-DD') : null;
  const to =
    there ??
    (step === 'event' ? nearest(from, by, latest, days) : periodEnd(day, step as Period, by).format('YYYY-MM-DD'));
  return to > latest ? latest : to;
};

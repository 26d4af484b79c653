import dayjs, { type Dayjs } from 'dayjs';

export const STEPS = ['day', 'month', 'quarter'] as const;
export type Step = (typeof STEPS)[number];
const MONTHS: Readonly<Record<Exclude<Step, 'day'>, number>> = { month: 1, quarter: 3 };

/** The end of the month or quarter that a day lies in. */
const endOf = (day: Dayjs, step: Exclude<Step, 'day'>): Dayjs => {
  const months = MONTHS[step];
  const last = day.month() - (day.month() % months) + months - 1;
  return day.month(last).endOf('month');
};

const periodEnd = (day: Dayjs, step: Exclude<Step, 'day'>, by: 1 | -1): Dayjs => {
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

/** One step back or on: a day, or from end to end of months and quarters. Never beyond the latest day that can be looked at. */
export const stepped = (from: string, step: Step, by: 1 | -1, latest: string): string => {
  const day = dayjs(from);
  const next = step === 'day' ? day.add(by, 'day') : periodEnd(day, step, by);
  const to = next.format('YYYY-MM-DD');
  return to > latest ? latest : to;
};

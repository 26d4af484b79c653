import type { Day } from '../rows/ledger-row.ts';

/** A day known to the month only, brought before another fact of the same month that must follow it. */
export const before = (day: Day, ...followers: readonly (Day | undefined)[]): Day => {
  if (!day.month) return day;
  const next = followers
    .filter((one): one is Day => one !== undefined && !one.month && one.date.slice(0, 7) === day.date.slice(0, 7))
    .map(({ date }) => date)
    .sort()[0];
  return next !== undefined && next < day.date ? { date: next, month: true } : day;
};

import { today } from '../parts/day.ts';

const MONTHS_BACK = 120; // ten years of old ledgers

const before = (month: string): string => {
  const [year = 0, one = 0] = month.split('-').map(Number);
  return one === 1 ? `${year - 1}-12` : `${year}-${String(one - 1).padStart(2, '0')}`;
};

/** Months that are over and not closed, the one to close next first: after the last closed month, or else last month. */
export const monthsToClose = (closed: readonly string[], day = today()): readonly string[] => {
  const months: string[] = [];
  for (let month = before(day.slice(0, 7)); months.length < MONTHS_BACK; month = before(month)) months.push(month);
  const latest = [...closed].sort().at(-1) ?? '';
  const open = months.filter((month) => !closed.includes(month));
  const next = open.findLast((month) => month > latest && latest !== '');
  return next === undefined ? open : [next, ...open.filter((month) => month !== next)];
};

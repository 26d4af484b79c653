import { addDays, Rejected, type CalendarYear, type IsoDate } from '#domain';

export interface Window {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const LONGEST = 36_600; // days; a century
const LAST = '2200-12-31' as IsoDate; // of the years that a calendar may name

/** Checks the days asked about. Throws Rejected 'window-invalid'. */
const checked = ({ from, to }: Window): Window => {
  if (from > to)
    throw new Rejected(
      'window-invalid',
      { zh: '起始日期晚于截止日期。', en: 'The first day lies after the last.' },
      'from',
    );
  if (addDays(from, LONGEST) < to)
    throw new Rejected(
      'window-invalid',
      { zh: '时间跨度不能超过一百年。', en: 'The days asked about span more than a century.' },
      'to',
    );
  if (to > LAST)
    throw new Rejected(
      'window-invalid',
      { zh: `截止日期不能晚于 ${LAST}。`, en: `The last day cannot lie after ${LAST}.` },
      'to',
    );
  return { from, to };
};

/** The days a policy is laid over: the last 365 up to today where nothing else is asked. */
export const policyWindow = (asked: Partial<Window>, today: IsoDate): Window => {
  const to = asked.to ?? today;
  return checked({ from: asked.from ?? addDays(to, -364), to });
};

/** The days that notices of these years can move: from the first of them, or today where that is earlier, to the end of the last. */
export const calendarWindow = (asked: Partial<Window>, years: readonly CalendarYear[], today: IsoDate): Window => {
  const all = years.map(({ year }) => year);
  const [first, last] = [`${Math.min(...all)}-01-01` as IsoDate, `${Math.max(...all)}-12-31` as IsoDate];
  return checked({
    from: asked.from ?? (first < today ? first : today),
    to: asked.to ?? (last > today ? last : today),
  });
};

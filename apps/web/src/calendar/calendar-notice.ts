import dayjs, { type Dayjs } from 'dayjs';
import type { Problem, Schemas } from '../ask/api.ts';
import { addDays } from '../parts/day.ts';

export type Notice = Schemas['CalendarNotice'];

/** What a day of a year is by its notice: off for a festival, or a weekend day that is worked. */
export type DayKind = { readonly off: string } | { readonly worked: true };

const endsOf = (range: string): readonly [string, string] => {
  const [first = '', last = first] = range.split('..');
  return [first, last];
};
const daysOf = (range: string): readonly string[] => {
  const days: string[] = [];
  const [first, last] = endsOf(range);
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};

export const daysByKind = ({ off, worked }: Pick<Notice, 'off' | 'worked'>): ReadonlyMap<string, DayKind> =>
  new Map<string, DayKind>([
    ...Object.entries(off).flatMap(([festival, ranges]) =>
      ranges.flatMap(daysOf).map((day) => [day, { off: festival }] as const),
    ),
    ...worked.flatMap(daysOf).map((day) => [day, { worked: true }] as const),
  ]);

/** A notice as its form holds it. */
export interface NoticeForm {
  readonly notice?: string;
  readonly off: { readonly festival: string; readonly days: [Dayjs, Dayjs] }[];
  readonly worked: Dayjs[];
}

const text = (day: Dayjs): string => day.format('YYYY-MM-DD');

export const asForm = ({ notice, off, worked }: Omit<Notice, 'year'>): NoticeForm => ({
  ...(notice === null ? {} : { notice }),
  worked: worked.flatMap(daysOf).map((day) => dayjs(day)),
  off: Object.entries(off).flatMap(([festival, ranges]) =>
    together(ranges).map(([first, last]) => ({ festival, days: [dayjs(first), dayjs(last)] as [Dayjs, Dayjs] })),
  ),
});

/** Days that follow one another as one range. */
const together = (ranges: readonly string[]): readonly (readonly [string, string])[] =>
  ranges.map(endsOf).reduce<(readonly [string, string])[]>((found, [first, last]) => {
    const before = found.at(-1);
    return before !== undefined && addDays(before[1], 1) === first
      ? [...found.slice(0, -1), [before[0], last]]
      : [...found, [first, last]];
  }, []);

export const asNotice = (year: number, { notice, off, worked }: NoticeForm) => ({
  year,
  worked: worked.map(text).sort(),
  ...(notice ? { notice } : {}),
  off: off.reduce<Record<string, string[]>>(
    (named, { festival, days: [first, last] }) => ({
      ...named,
      [festival]: [
        ...(named[festival] ?? []),
        text(first) === text(last) ? text(first) : `${text(first)}..${text(last)}`,
      ],
    }),
    {},
  ),
});

/** A refusal names days off by festival and place; the form knows them by row. */
export const byRow = (problem: Problem, { off }: NoticeForm): Problem => ({
  ...problem,
  errors: problem.errors.map((error) => {
    const [part, festival, place] = error.field.split('.');
    const row =
      part === 'off'
        ? off.findIndex(
            (one, index) =>
              one.festival === festival &&
              off.slice(0, index).filter((other) => other.festival === festival).length === Number(place ?? 0),
          )
        : -1;
    return row < 0
      ? error
      : {
          ...error,
          field: `off.${row}.days`,
          zh: error.zh.split(`${error.field} `).at(-1)!,
          en: error.en.split(`${error.field} `).at(-1)!,
        };
  }),
});

import { daysBetween } from '../parts/day.ts';

/** The days of a project that a timeline draws. */
export interface Dated {
  readonly signedOn?: string | null;
  readonly agreedStart?: string | null;
  readonly startedOn?: string | null;
}
/** A bar in percent of the whole time shown. */
export interface Bar {
  readonly kind: 'promised' | 'real' | 'open';
  readonly left: number;
  readonly width: number;
}
export interface Span {
  readonly from: string;
  readonly to: string;
}

const WHOLE = 100;

/** The time that all rows need, the day shown included. */
export const spanOf = (rows: readonly Dated[], day: string): Span => {
  const days = rows.flatMap(({ signedOn, agreedStart, startedOn }) =>
    [signedOn, agreedStart, startedOn].filter((one): one is string => one != null),
  );
  return {
    from: days.reduce((least, one) => (one < least ? one : least), day),
    to: days.reduce((most, one) => (one > most ? one : most), day),
  };
};

/** Where a day lies within the time shown, in percent. */
export const placeOf = (day: string, { from, to }: Span): number => {
  const whole = daysBetween(from, to);
  return whole === 0 ? 0 : (daysBetween(from, day) * WHOLE) / whole;
};

const barOf = (kind: Bar['kind'], begin: string, end: string, span: Span): readonly Bar[] => {
  const left = placeOf(begin, span);
  const width = placeOf(end, span) - left;
  return width < 0 ? [] : [{ kind, left, width }];
};

/** What was promised, and what became of it: the start, or what has run until the day shown. */
export const barsOf = ({ signedOn, agreedStart, startedOn }: Dated, span: Span, day: string): readonly Bar[] => {
  if (signedOn == null) return [];
  return [
    ...(agreedStart == null ? [] : barOf('promised', signedOn, agreedStart, span)),
    ...(startedOn == null ? barOf('open', signedOn, day, span) : barOf('real', signedOn, startedOn, span)),
  ];
};

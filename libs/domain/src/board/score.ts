import {
  compareFractions,
  decimalFraction,
  divided,
  minus,
  plus,
  times,
  wholeOf,
  type Fraction,
} from '../metrics/fraction.ts';
import { ranksOf } from '../metrics/ranks.ts';
import type { Board } from './events.ts';

/** What a unit has reached: of a metric in 元, pieces or percent, or of its target in percent; null: there is none. */
export type Reached = (metric: string, of: 'value' | 'progress') => Fraction | null;

/** A line of a unit's score. `reached` null: nothing to score by. Points taken are negative. */
interface ScoreLine {
  readonly kind: 'measure' | 'deduction' | 'floor';
  readonly metric: string;
  readonly reached: Fraction | null;
  readonly points: Fraction;
}
export interface Score {
  readonly total: Fraction; // never below zero
  readonly lines: readonly ScoreLine[];
}

const NOTHING = wholeOf(0n);
const lower = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) < 0 ? a : b);
const notBelowNothing = (value: Fraction): Fraction => (value.numerator < 0n ? NOTHING : value);
const taken = (points: Fraction): Fraction => minus(NOTHING, points);

/** How a unit scores on a board (README, "Boards"). */
export const scoreOf = ({ measures, deductions, floors }: Board, reached: Reached): Score => {
  const lines: readonly ScoreLine[] = [
    ...measures.map(({ metric, of, points, full, cap }): ScoreLine => {
      const value = reached(metric, of);
      const earned =
        value === null
          ? NOTHING
          : divided(times(notBelowNothing(value), decimalFraction(points)), decimalFraction(full))!;
      return { kind: 'measure', metric, reached: value, points: lower(earned, decimalFraction(cap)) };
    }),
    ...deductions.map(({ metric, above, each, most }): ScoreLine => {
      const value = reached(metric, 'value');
      const beyond = value === null ? NOTHING : notBelowNothing(minus(value, decimalFraction(above)));
      const points = lower(times(beyond, decimalFraction(each)), decimalFraction(most));
      return { kind: 'deduction', metric, reached: value, points: taken(points) };
    }),
    ...floors.map(({ metric, least, deduct }): ScoreLine => {
      const value = reached(metric, 'value') ?? NOTHING;
      const below = compareFractions(value, decimalFraction(least)) < 0;
      return { kind: 'floor', metric, reached: value, points: below ? taken(decimalFraction(deduct)) : NOTHING };
    }),
  ];
  return { total: notBelowNothing(lines.reduce((sum, { points }) => plus(sum, points), NOTHING)), lines };
};

/** A place: null for who scored nothing. `tied`: another has just as many points. */
export interface Place {
  readonly rank: number | null;
  readonly tied: boolean;
}

/** Places by score, the highest first; equal scores share a place and say so (README, "Rank"). */
export const placesOf = (scores: readonly Fraction[]): readonly Place[] => {
  const ranks = ranksOf(scores, compareFractions, ({ numerator }) => numerator === 0n);
  return ranks.map((rank) => ({ rank, tied: rank !== null && ranks.filter((one) => one === rank).length > 1 }));
};

import { fenOf, sumOf, type Money } from '../parts/money.ts';
import type { Arrival, ProjectState } from './project-state.ts';

type Instalment = NonNullable<ProjectState['contract']>['fundingSchedule'][number];

/** An instalment as it stands on a day: what was promised up to it, what of that was certified by its own day, and what is still missing today. */
export interface Funded extends Instalment {
  readonly promised: Money;
  readonly arrived: Money;
  readonly share: number; // of what was promised, 0 to 1: the length of a bar
  readonly missing: Money | null; // null: nothing, or it is not due yet
}

const inCurrency = (currency: string, all: readonly { readonly amount: Money }[]): Money =>
  sumOf(all.filter(({ amount }) => amount.currency === currency))[0] ?? { amount: '0.00', currency };

const counts = ({ certified, reversed }: Arrival): boolean => certified !== null && reversed === null;

/** The schedule against the certified arrivals, in the order of its days; money of two currencies never makes up for one another. */
export const fundingProgress = (
  schedule: readonly Instalment[],
  arrivals: readonly Arrival[],
  day: string,
): readonly Funded[] => {
  const counted = arrivals.filter(counts);
  return [...schedule]
    .sort((a, b) => (a.due < b.due ? -1 : 1))
    .map((instalment) => {
      const { due, amount } = instalment;
      const promised = inCurrency(
        amount.currency,
        schedule.filter((one) => one.due <= due),
      );
      const arrived = inCurrency(
        amount.currency,
        counted.filter(({ on }) => on <= due),
      );
      const sofar = inCurrency(amount.currency, counted);
      const share = shareOf(promised, arrived);
      const short = (fenOf(promised.amount) ?? 0n) - (fenOf(sofar.amount) ?? 0n);
      const missing = due < day && short > 0n ? differenceOf(promised, sofar) : null;
      return { ...instalment, promised, arrived, share, missing };
    });
};

const shareOf = (of: Money, part: Money): number => {
  const [whole, there] = [fenOf(of.amount) ?? 0n, fenOf(part.amount) ?? 0n];
  return whole <= 0n || there >= whole ? 1 : Number((there * 1000n) / whole) / 1000;
};

const differenceOf = (of: Money, less: Money): Money =>
  sumOf([{ amount: of }, { amount: { ...less, amount: `-${less.amount}` } }])[0]!;

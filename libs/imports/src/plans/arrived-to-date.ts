import { addMoney, isPositive, type Money, type Project } from '#domain';
import { amountWords, NEAR } from '../judge/amount-words.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { sayOnce } from './compared.ts';
import type { Planned } from './planned.ts';
import { recorded } from './recorded-arrivals.ts';

/** All money that has arrived: what the log holds, and what the ledger adds. */
const arrivedOf = (planned: readonly Planned[], project: Project): readonly Money[] => {
  const stored =
    project.phase === 'none'
      ? []
      : project.arrivals.filter(({ reversed }) => reversed === null).map(({ amount }) => amount);
  const news = planned.flatMap((step) =>
    step.command.type === 'ReportArrival' && recorded(step, project) === null ? [step.command.amount] : [],
  );
  return [...stored, ...news];
};

/** The total in the currency of the arrivals, where they have one and it is said by their own cells only. */
const inTheirs = (total: Money, [first, ...others]: readonly Money[]): Money =>
  first === undefined || others.some(({ currency }) => currency !== first.currency)
    ? total
    : { ...total, currency: first.currency };

/** A column of what has arrived so far is a check of the arrivals: where they come to another sum, or none is told at all, the row says so. */
export const sayArrivedToDate = (rows: readonly LedgerRow[], planned: readonly Planned[], project: Project): void => {
  for (const row of rows) {
    const total = row.money.arrivedToDate;
    if (total === undefined || !isPositive(total)) continue;
    const arrived = arrivedOf(planned, project);
    const told = inTheirs(total, arrived);
    const sum = arrived
      .filter(({ currency }) => currency === told.currency)
      .reduce(addMoney, { amount: '0.00', currency: told.currency });
    const [a, b] = [Number(told.amount), Number(sum.amount)];
    if (Math.abs(a - b) <= NEAR * Math.max(a, b)) continue;
    const more = {
      zh: `累计 ${amountWords(told)}，各笔合计 ${amountWords(sum)}`,
      en: `so far ${amountWords(told)}, arrivals ${amountWords(sum)}.`,
    };
    sayOnce(
      row,
      b === 0 ? 'arrived-untold' : 'arrived-differs',
      'arrivedToDate',
      row.shown.arrivedToDate ?? null,
      more,
    );
  }
};

import { addMoney, isPositive, type Money, type Project } from '#domain';
import { amountWords, NEAR } from '../judge/amount-words.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { spanName } from './arrival-names.ts';
import { arrivalsOf } from './arrivals-of.ts';
import { sayOnce } from './compared.ts';
import type { Deciding } from './deciding.ts';
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

/** What the total tells beyond the known arrivals as one arrival of the months up to its day, certified as they are. */
const restOf = (row: LedgerRow, told: Money, sum: Money): readonly Planned[] => {
  const money = addMoney(told, { ...sum, amount: `-${sum.amount}` });
  const day = row.days.arrivedToDate;
  if (day === undefined || !isPositive(money)) return [];
  const span = { last: day.date.slice(0, 7), length: Number(day.date.slice(5, 7)) };
  const [header, shown] = [row.shown.arrivedToDate ?? '', row.shown.arrivedToDate ?? ''];
  const month = { day, span, money, origin: null, header, cell: row.cellOf('arrivedToDate') ?? '', shown };
  return arrivalsOf({ ...row, months: [month] }, () => spanName(span, money.currency), false).map((step) => ({
    ...step,
    source: row,
  }));
};

/**
 * A column of what has arrived so far is a check of the arrivals: where they come to another sum, or none is told at all, the row says so. A person may say that what it tells beyond them
 * arrived, too: then that is one arrival, counted in the last of the months in which it may have come. Answers those.
 */
export const sayArrivedToDate = (
  rows: readonly LedgerRow[],
  planned: readonly Planned[],
  project: Project,
  takes: Deciding['takes'],
): readonly Planned[] =>
  rows.flatMap((row) => {
    const total = row.money.arrivedToDate;
    if (total === undefined || !isPositive(total)) return [];
    const arrived = arrivedOf(planned, project);
    const told = inTheirs(total, arrived);
    const sum = arrived
      .filter(({ currency }) => currency === told.currency)
      .reduce(addMoney, { amount: '0.00', currency: told.currency });
    const [a, b] = [Number(told.amount), Number(sum.amount)];
    if (Math.abs(a - b) <= NEAR * Math.max(a, b)) return [];
    const code = b === 0 ? 'arrived-untold' : 'arrived-differs';
    const rest = takes(row, code) ? restOf(row, told, sum) : [];
    const read = row.shown.arrivedToDate ?? null;
    if (rest.length > 0) {
      sayOnce(row, 'known-to-quarter', 'arrivedToDate', read);
      return rest;
    }
    const more = {
      zh: `累计 ${amountWords(told)}，各笔合计 ${amountWords(sum)}`,
      en: `so far ${amountWords(told)}, arrivals ${amountWords(sum)}.`,
    };
    sayOnce(row, code, 'arrivedToDate', read, more);
    return [];
  });

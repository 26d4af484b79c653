import { addMoney, lastDayOfMonth, PROJECT_COMMANDS, readCommand, type IsoDate, type Money } from '#domain';
import type { ArrivedInMonth, Span } from '../rows/ledger-row.ts';
import { monthsIn } from '../rows/span-months.ts';
import { spanName } from './arrival-names.ts';
import type { Planned } from './planned.ts';

/** What came so far beyond what is told month by month: it came in the months that nothing else tells, where these are one behind the other. */
export interface Rest {
  readonly span: Span;
  readonly day: IsoDate;
  readonly money: Money;
}

const freeSpan = (told: ArrivedInMonth, covered: ReadonlySet<string>): Span | null => {
  if (told.span === undefined) return null;
  const free = monthsIn(told.span).filter((month) => !covered.has(month) && !told.upTo!.includes(month));
  const [last] = free;
  if (last === undefined) return null;
  const span = { last, length: free.length };
  return monthsIn(span).every((month, index) => month === free[index]) ? span : null;
};

/** The rest of a sum so far, beside the parts that are told of it; null where it is no such sum, or they leave no months or no money. */
export const restOf = (
  told: ArrivedInMonth | undefined,
  whole: Money,
  parts: Money,
  covered: ReadonlySet<string>,
): Rest | null => {
  if (told?.upTo === undefined || Number(whole.amount) <= Number(parts.amount)) return null;
  const span = freeSpan(told, covered);
  if (span === null) return null;
  const end = lastDayOfMonth(Number(span.last.slice(0, 4)), Number(span.last.slice(5)));
  return {
    span,
    day: end < told.day.date ? end : told.day.date,
    money: addMoney(whole, { ...parts, amount: `-${parts.amount}` }),
  };
};

/** A step of the whole sum as one of its rest. */
export const withRest = (step: Planned, { span, day, money }: Rest): Planned => {
  const arrival = spanName(span, money.currency);
  const { command } = step;
  if (command.type === 'ReportArrival') {
    const fields = { ...command, arrival, amount: money, occurredOn: day };
    return { ...step, on: day, command: readCommand(PROJECT_COMMANDS.ReportArrival, fields) };
  }
  return {
    ...step,
    on: day,
    command: readCommand(PROJECT_COMMANDS.CertifyArrival, { ...command, arrival, occurredOn: day }),
  };
};

import type { LedgerRow } from '../rows/ledger-row.ts';
import type { Arrived } from './arrivals-of.ts';

const LONGEST = 90; // signs; a number behind it must fit, too
/** How an arrival is named that is known by its month alone: its amount may grow until the month is over. */
const OF_MONTH = '月';

const MONTH_NAME = new RegExp(`^${OF_MONTH}\\d{4}-\\d{2}-[A-Z]{3}(-|#|$)`);

/** Whether that name is one of a month's money; a voucher may begin with the same sign. */
export const isOfMonth = (arrival: string): boolean => MONTH_NAME.test(arrival);

/**
 * Names each arrival within its project: by its voucher, or its day and sum, or the month of its column, and by number where several are the same.
 * Never by its place: next month's ledger has its rows elsewhere, and the same arrival must be the same one.
 */
export const arrivalNames = (rows: readonly LedgerRow[]): ((row: LedgerRow, arrived: Arrived) => string) => {
  const vouchers = rows.flatMap(({ kind, text }) => (kind === 'arrivals' ? (text.voucher ?? []) : []));
  const repeated = new Set(vouchers.filter((one, index) => vouchers.indexOf(one) !== index));
  const given = new Map<string, number>();
  const told = ({ text }: LedgerRow, { field, money, day, origin }: Arrived): string => {
    if (field === 'arrivedInMonth')
      return [`${OF_MONTH}${day!.date.slice(0, 7)}`, money.currency, ...(origin === undefined ? [] : [origin])].join(
        '-',
      );
    if (text.voucher === undefined) return `${day!.date}-${money.amount}`;
    return repeated.has(text.voucher) ? `${text.voucher}-${money.amount}` : text.voucher;
  };
  return (row, arrived) => {
    const name = told(row, arrived).slice(0, LONGEST);
    const nth = (given.get(name) ?? 0) + 1;
    given.set(name, nth);
    return nth === 1 ? name : `${name}#${nth}`;
  };
};

import type { LedgerRow, Span } from '../rows/ledger-row.ts';
import { monthsIn } from '../rows/span-months.ts';
import type { Arrived } from './arrivals-of.ts';

const LONGEST = 90; // signs; a number behind it must fit, too
/** How an arrival is named that is known by its month alone, or by its quarter, half-year or year: its amount may grow until that is over. */
const SIGNS: Readonly<Record<number, string>> = { 1: '月', 3: '季', 6: '半年', 12: '年' };
const LENGTHS: Readonly<Record<string, number>> = { 月: 1, 季: 3, 半年: 6, 年: 12 };
export const spanName = ({ last, length }: Span, currency: string): string =>
  `${SIGNS[length] ?? `${length}个月`}${last}-${currency}`;

const SPAN_NAME = /^(月|季|半年|年|(\d{1,2})个月)(\d{4})-(\d{2})-[A-Z]{3}(-|#|$)/;

/** The months that such a name tells the money of; none for an arrival of its own, whose voucher may begin with the same sign. */
export const monthsOf = (arrival: string): readonly string[] => {
  const [, sign = '', length, year, last] = SPAN_NAME.exec(arrival) ?? [];
  return sign === '' ? [] : monthsIn({ last: `${year}-${last}`, length: LENGTHS[sign] ?? Number(length) });
};

/** Whether that name is one of a month's money, or of a longer span's. */
export const isOfMonth = (arrival: string): boolean => SPAN_NAME.test(arrival);

/**
 * Names each arrival within its project: by its voucher, or its day and sum, or the month of its column, and by number where several are the same.
 * Never by its place: next month's ledger has its rows elsewhere, and the same arrival must be the same one.
 */
export const arrivalNames = (rows: readonly LedgerRow[]): ((row: LedgerRow, arrived: Arrived) => string) => {
  const vouchers = rows.flatMap(({ kind, text }) => (kind === 'arrivals' ? (text.voucher ?? []) : []));
  const repeated = new Set(vouchers.filter((one, index) => vouchers.indexOf(one) !== index));
  const given = new Map<string, number>();
  const told = ({ text }: LedgerRow, { money, day, span, origin }: Arrived): string => {
    if (span !== undefined)
      return [spanName(span, money.currency), ...(origin === undefined ? [] : [origin])].join('-');
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

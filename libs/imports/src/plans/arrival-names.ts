import type { LedgerRow } from '../rows/ledger-row.ts';
import type { Arrived } from './arrivals-of.ts';

const LONGEST = 90; // signs; a number behind it must fit, too
/** How an arrival is named that is known by its month alone, or by its quarter or half-year: its amount may grow until that is over. */
const SIGNS = { 1: '月', 3: '季', 6: '半年' } as const;
const LENGTHS: Readonly<Record<string, number>> = { 月: 1, 季: 3, 半年: 6 };

const SPAN_NAME = /^(月|季|半年)(\d{4})-(\d{2})-[A-Z]{3}(-|#|$)/;

/** The months that such a name tells the money of; none for an arrival of its own, whose voucher may begin with the same sign. */
export const monthsOf = (arrival: string): readonly string[] => {
  const [, sign = '', year, last] = SPAN_NAME.exec(arrival) ?? [];
  return Array.from({ length: LENGTHS[sign] ?? 0 }, (_, back) => Number(last) - back)
    .filter((month) => month >= 1)
    .map((month) => `${year}-${String(month).padStart(2, '0')}`);
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
      return [`${SIGNS[span.length]}${span.last}`, money.currency, ...(origin === undefined ? [] : [origin])].join('-');
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

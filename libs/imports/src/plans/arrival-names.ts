import type { LedgerRow } from '../rows/ledger-row.ts';
import { amountsOf } from './arrivals-of.ts';

const LONGEST = 90; // signs; a number behind it must fit, too

/**
 * Names each row's arrival within its project: by its voucher, or else by its day and sum, and by number where several are the same. Never by its
 * place: next month's ledger has its rows elsewhere, and the same arrival must be the same one.
 */
export const arrivalNames = (rows: readonly LedgerRow[]): ((row: LedgerRow) => string) => {
  const vouchers = rows.flatMap(({ kind, text }) => (kind === 'arrivals' ? (text.voucher ?? []) : []));
  const repeated = new Set(vouchers.filter((one, index) => vouchers.indexOf(one) !== index));
  const given = new Map<string, number>();
  return (row) => {
    const { voucher } = row.text;
    const sum = amountsOf(row)[0]?.money.amount ?? '0';
    const told =
      voucher === undefined
        ? `${row.days.arrivedOn!.date}-${sum}`
        : repeated.has(voucher)
          ? `${voucher}-${sum}`
          : voucher;
    const name = told.slice(0, LONGEST);
    const nth = (given.get(name) ?? 0) + 1;
    given.set(name, nth);
    return nth === 1 ? name : `${name}#${nth}`;
  };
};

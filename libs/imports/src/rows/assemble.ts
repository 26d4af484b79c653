import { addMoney, compareMoney, type IsoDate, type Money } from '#domain';
import { knownOf } from '../judge/checks.ts';
import { arrivalOf, factsOf, progressOf, registrationOf, type Planned } from '../plans/commands-of.ts';
import { codeOf, projectIdOf } from '../plans/ids.ts';
import type { Judged } from '../judge/judge.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerRow } from './ledger-row.ts';
import { say } from '../say.ts';
import type { Stored } from '../plans/stored.ts';

/** What an import means to do with one project: its facts in order, from every sheet. */
export interface ProjectPlan {
  readonly id: string;
  readonly row: LedgerRow | null; // the row that tells of it; null where only other sheets do, of a project already stored
  readonly stored: Stored | null;
  readonly rows: readonly LedgerRow[]; // all that tell of it
  readonly planned: readonly Planned[];
}

/** An arrival's name within its project: its voucher, where no earlier arrival has that. */
const arrivalName = ({ text, days, money, sheet, row }: LedgerRow, again: boolean): string =>
  (text.voucher === undefined
    ? `${days.arrivedOn!.date}-${money.amount!.amount}-${sheet}-${row}`
    : again
      ? `${text.voucher}-${row}`
      : text.voucher
  ).slice(0, 100);

/** Says where a project's arrivals together exceed its contract; they are added up from the first, or from where the currency changes. */
const summing = (contracted: Money | undefined): ((row: LedgerRow) => void) => {
  let total: Money | undefined;
  return (row) => {
    const amount = row.money.amount!;
    total = total === undefined || total.currency !== amount.currency ? amount : addMoney(total, amount);
    if (contracted !== undefined && contracted.currency === total.currency && compareMoney(total, contracted) > 0)
      say(row, 'arrivals-above-contract', 'amount');
  };
};

/** Reads the rows of one plan from disk and makes their facts of them. */
export const assemble = (
  ledger: Ledger,
  { plans, voucherAgain }: Judged,
  plan: number,
  importId: string,
  today: IsoDate,
): ProjectPlan => {
  const rows = plans.rows(plan).map(ledger.at);
  const main = plans.main(plan) === null ? null : rows[0]!;
  const stored = plans.stored(plan);
  const sum = summing(main?.money.contracted);
  const facts = rows.flatMap((row): readonly Planned[] => {
    if (row.kind === 'progress') return progressOf(row);
    if (row.kind !== 'arrivals') return factsOf(row);
    sum(row);
    return arrivalOf(
      row,
      arrivalName(row, voucherAgain.has(row.place)),
      ledger.sheetOf(row.place).layout.columns.some(({ field }) => field === 'certified'),
    );
  });
  const id = stored?.id ?? projectIdOf(importId, rows[0]!);
  if (main === null || stored !== null) return { id, row: main, stored, rows, planned: facts };
  // Without a day of filing the project was known by its earliest fact, also one from another sheet.
  const known = knownOf(
    main,
    facts.map(({ on }) => on),
  ) ?? { date: today, month: false };
  return { id, row: main, stored, rows, planned: [...registrationOf(main, codeOf(main), known), ...facts] };
};

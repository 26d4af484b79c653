import { keepApart } from '../plans/kept.ts';
import { finding, verdictOf } from '../judge/findings.ts';
import type { ArrivedInMonth, LedgerRow } from './ledger-row.ts';

/** What a row under a project's merged name tells of its money. */
const arrivalOf = ({ money, days, shown, cellOf }: LedgerRow): readonly ArrivedInMonth[] =>
  money.amount === undefined || days.arrivedOn === undefined
    ? []
    : [
        {
          day: days.arrivedOn,
          money: money.amount,
          origin: null,
          header: '到账',
          cell: cellOf('amount') ?? '',
          shown: shown.amount ?? money.amount.amount,
        },
      ];

/** A project whose name stands over the rows of its arrivals, with all of them; one without its day, or its amount, is kept as written and said. */
export const withArrivals = (record: LedgerRow, rows: readonly LedgerRow[]): LedgerRow => {
  const extra = { ...record.extra };
  const findings = record.findings.filter(({ code }) => code !== 'amount-merged'); // merged over its own arrivals only
  for (const row of rows) {
    findings.push(...row.findings.filter((one) => one.code !== 'amount-merged' && verdictOf([one]) === 'warn'));
    for (const [header, text] of Object.entries(row.extra))
      if (record.extra[header] !== text) keepApart(extra, header, text);
    if (arrivalOf(row).length > 0) continue;
    const said = [row.shown.arrivedOn, row.shown.amount].filter((one) => one !== undefined).join(' ');
    keepApart(extra, '到账', said);
    findings.push(finding('period-unknown', 'amount', row.cellOf('amount'), said));
  }
  return { ...record, extra, findings, months: [...record.months, ...rows.flatMap(arrivalOf)] };
};

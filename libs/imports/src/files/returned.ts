import type { Finding } from '../judge/findings.ts';
import type { Layout } from '../columns/layout.ts';
import type { Ledger } from '../rows/ledger.ts';
import type { Cell } from './workbook.ts';

interface ReturnedRow {
  readonly row: number;
  readonly findings: readonly Finding[];
  readonly cells: readonly (Cell | undefined)[];
}

/** What may go back to the bureau: of each sheet the rows with findings, as they stand there. */
export interface Analysis {
  readonly sheets: readonly { readonly name: string; readonly layout: Layout; readonly rows: readonly ReturnedRow[] }[];
}

/** Reads the rows with findings once more, cells and all; sound rows are left where they are. */
export const returnedOf = (ledger: Ledger): Analysis => ({
  sheets: ledger.sheets.map(({ sheet, layout, from, to }) => {
    const wanted = new Map<number, readonly Finding[]>();
    for (let place = from; place < to; place += 1)
      if (ledger.findings(place).length > 0) wanted.set(ledger.at(place).row, ledger.findings(place));
    const rows: ReturnedRow[] = [];
    if (wanted.size > 0)
      for (const { number, cells } of sheet.rows()) {
        const findings = wanted.get(number);
        if (findings !== undefined) rows.push({ row: number, findings, cells });
      }
    return { name: sheet.name, layout, rows };
  }),
});

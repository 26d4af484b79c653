import { verdictOf, type Finding } from './judge/findings.ts';
import type { SheetKind } from './columns/fields.ts';
import { projectIdOf } from './plans/ids.ts';
import type { Ledger } from './rows/ledger.ts';
import type { Plans } from './plans/plans.ts';

export interface RowCounts {
  read: number;
  passedOver: number;
  accepted: number;
  warned: number;
  held: number;
  rejected: number;
  unchanged: number;
}
export interface ReportedSheet {
  readonly sheet: string;
  readonly kind: SheetKind;
  readonly headerRow: number | null;
  readonly columns: Readonly<Record<string, string>>;
  readonly unmapped: readonly string[];
  readonly rows: RowCounts;
}
export interface ReportedRow {
  readonly sheet: string;
  readonly row: number;
  readonly verdict: 'warn' | 'held' | 'reject';
  readonly findings: readonly Finding[];
  readonly project: { readonly id: string | null; readonly code: string | null; readonly name: string | null } | null;
}

/** What an import did, or would do, in the shape of cli.md, `import`. */
export interface ImportReport {
  readonly file: string;
  readonly sha256: string;
  readonly importId: string;
  readonly repeatOf: string | null;
  readonly dryRun: boolean;
  readonly sheets: readonly ReportedSheet[];
  readonly rows: readonly ReportedRow[];
  readonly unknownUnits: readonly string[];
  readonly resultWorkbook: string | null;
}

/** Counts every row once; on a repeat of the file nothing changes. */
export const countRows = (
  ledger: Ledger,
  changed: (place: number) => boolean,
  repeat: boolean,
): readonly ReportedSheet[] =>
  ledger.sheets.map(({ sheet, layout, from, to, read, passedOver }) => {
    const counts: RowCounts = { read, passedOver, accepted: 0, warned: 0, held: 0, rejected: 0, unchanged: 0 };
    for (let place = from; place < to; place += 1) {
      const verdict = verdictOf(ledger.findings(place));
      if (repeat) counts.unchanged += 1;
      else if (verdict === 'reject') counts.rejected += 1;
      else if (verdict === 'held') counts.held += 1;
      else if (layout.kind !== 'targets' && !changed(place)) counts.unchanged += 1;
      else if (verdict === 'warn') counts.warned += 1;
      else counts.accepted += 1;
    }
    return {
      sheet: sheet.name,
      kind: layout.kind,
      headerRow: layout.headerRow,
      columns: Object.fromEntries(layout.columns.map(({ header, field }) => [header.replace(/\s/g, ''), field])),
      unmapped: layout.unmapped.map(({ text }) => text),
      rows: counts,
    };
  });

/** The rows with findings, in the order of the file. */
export const reportedRows = (ledger: Ledger, plans: Plans, importId: string): readonly ReportedRow[] => {
  const reported: ReportedRow[] = [];
  for (let place = 0; place < ledger.length; place += 1) {
    const verdict = verdictOf(ledger.findings(place));
    if (verdict === 'accept') continue;
    const row = ledger.at(place);
    const plan = verdict === 'warn' ? plans.of(place) : null;
    const mainPlace = plan === null ? null : plans.main(plan);
    const main = mainPlace === null ? null : ledger.at(mainPlace);
    const id = plan === null ? null : (plans.stored(plan)?.id ?? (main === null ? null : projectIdOf(importId, main)));
    const [code, name] = [row.text.code ?? main?.text.code ?? null, row.text.name ?? main?.text.name ?? null];
    reported.push({
      sheet: row.sheet,
      row: row.row,
      verdict,
      findings: row.findings,
      project: plan !== null || row.text.code !== undefined || row.text.name !== undefined ? { id, code, name } : null,
    });
  }
  return reported;
};

import { verdictOf, type Change, type Finding } from './judge/findings.ts';
import type { SheetKind } from './columns/field-names.ts';
import { projectIdOf } from './plans/ids.ts';
import { clean } from './cells/text.ts';
import { unitWords } from './cells/units.ts';
import { natureOf, type FieldName } from './columns/field-names.ts';
import type { Header } from './columns/headers.ts';
import type { Layout } from './columns/layout.ts';
import type { Because } from './columns/mapped.ts';
import { samplesBelow } from './columns/samples.ts';
import type { UnitFrom } from './columns/units.ts';
import { columnName } from './files/workbook.ts';
import type { FindingGroup } from './judge/groups.ts';
import type { Ledger, PassedRow } from './rows/ledger.ts';
import type { LedgerRow } from './rows/ledger-row.ts';
import type { Note } from './rows/notes.ts';
import type { TargetRow } from './rows/target-row.ts';
import type { RegionLine } from './rows/region-above.ts';
import { notUnderstood, type UnreadSheet } from './rows/unread.ts';
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
/** Which header became which field, in which unit, and why. */
interface ReportedColumn {
  readonly column: string; // its letter; of a card, the cell of its value
  readonly header: string;
  readonly field: FieldName;
  readonly unit: string | null; // of money: "万元", "万元 USD"
  readonly unitFrom: UnitFrom | null;
  readonly because: readonly Because[];
  readonly hidden: boolean; // nobody sees the column, and it is read all the same
  readonly samples: readonly string[]; // the first texts that stand in it
}
/** A column that no field was found for. */
interface OtherColumn {
  readonly column: string;
  readonly header: string;
  readonly samples: readonly string[];
}
export interface ReportedSheet {
  readonly sheet: string;
  readonly kind: SheetKind;
  readonly headerRow: number | null;
  readonly columns: Readonly<Record<string, string>>;
  readonly mapping: readonly ReportedColumn[];
  readonly unmapped: readonly string[];
  readonly others: readonly OtherColumn[]; // the same with their letters and texts
  readonly unit: string; // of amounts whose header names none
  readonly layout: string | null; // by which a mapping of it is remembered
  readonly passed: readonly PassedRow[];
  readonly regionLines: readonly RegionLine[]; // lines that part the table by district, and the region that each gave its rows
  readonly comments: readonly { readonly cell: string; readonly text: string }[]; // pinned to heads, titles and other cells that are no data
  readonly rows: RowCounts;
}
/** What a row says otherwise than the log: by field, or by the header of a column without one. */
interface ReportedChange extends Change {
  readonly field: string | null;
  readonly cell: string | null;
}
export interface ReportedRow {
  readonly sheet: string;
  readonly row: number;
  readonly verdict: 'warn' | 'held' | 'reject';
  readonly changes: readonly ReportedChange[]; // of what is recorded of its project
  readonly findings: readonly Finding[];
  readonly project: { readonly id: string | null; readonly code: string | null; readonly name: string | null } | null;
  readonly shows: Readonly<Record<string, string>>; // of a row that waits: what its recognised cells show
}

/** What an import did, or would do, in the shape of README, "The report". */
export interface ImportReport {
  readonly file: string;
  readonly sha256: string;
  readonly importId: string;
  readonly repeatOf: string | null;
  readonly dryRun: boolean;
  readonly sheets: readonly ReportedSheet[];
  readonly rows: readonly ReportedRow[];
  readonly groups: readonly FindingGroup[];
  readonly unread: readonly UnreadSheet[];
  readonly notes: readonly Note[]; // what of the file could not be seen
  readonly targets: readonly TargetRow[];
  readonly unknownUnits: readonly string[];
  readonly resultWorkbook: string | null;
}

type Samples = (column: number) => readonly string[];

const COUNTED = /[(](个|家|项|户|条|天|人次|%)[)]/; // a target that is a number of things

/** The letter of a column; of a card, the cell that the label's value stands in. */
const placeOf = (headers: readonly Header[], column: number): string =>
  headers.find((one) => one.column === column)?.place ?? columnName(column);

const mappingOf = (
  { columns, headers, unit, unitFrom, hiddenColumns }: Layout,
  samples: Samples,
): readonly ReportedColumn[] =>
  columns.map((one) => {
    const money = natureOf(one.field) === 'money' && !COUNTED.test(clean(one.header));
    return {
      column: placeOf(headers, one.column),
      header: clean(one.header),
      field: one.field,
      unit: money ? unitWords(one.unit ?? unit) : null,
      unitFrom: money ? (one.unit === null ? unitFrom : one.unitFrom) : null,
      because: one.because,
      hidden: hiddenColumns.includes(one.column),
      samples: samples(one.column),
    };
  });

/** Counts every row once; on a repeat of the file nothing changes. */
export const countRows = (
  ledger: Ledger,
  changed: (place: number) => boolean,
  repeat: boolean,
): readonly ReportedSheet[] =>
  ledger.sheets.map(({ sheet, layout, from, to, read, passedOver, passed, regionLines, comments }) => {
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
    const samples = layout.headers.length === 0 ? () => [] : samplesBelow(sheet, layout.firstData);
    return {
      sheet: sheet.name,
      kind: layout.kind,
      headerRow: layout.headerRow,
      columns: Object.fromEntries(layout.columns.map(({ header, field }) => [header.replace(/\s/g, ''), field])),
      mapping: mappingOf(layout, samples),
      unmapped: layout.unmapped.map(({ text }) => text),
      others: layout.unmapped.map(({ column, text }) => ({
        column: placeOf(layout.headers, column),
        header: text,
        samples: samples(column),
      })),
      unit: unitWords(layout.unit),
      layout: layout.fingerprint,
      passed,
      regionLines,
      comments: comments.map(({ row, column, text }) => ({ cell: `${columnName(column)}${row}`, text })),
      rows: counts,
    };
  });

/** The project of a row, with its name and number as the row tells them, or else its own row; without an id where the row was not imported. */
const projectsOf =
  (ledger: Ledger, plans: Plans, importId: string) =>
  ({ text }: LedgerRow, plan: number | null): ReportedRow['project'] => {
    const place = plan === null ? null : plans.main(plan);
    const main = place === null ? null : ledger.at(place);
    const told = (field: 'code' | 'name'): string | null => text[field] ?? main?.text[field] ?? null;
    const [code, name] = [told('code'), told('name')];
    if (plan === null) return code === null && name === null ? null : { id: null, code, name };
    const id = plans.stored(plan)?.id ?? (main === null ? null : projectIdOf(importId, main));
    return { id, code, name };
  };

/** The rows with findings, in the order of the file. */
export const reportedRows = (ledger: Ledger, plans: Plans, importId: string): readonly ReportedRow[] => {
  const reported: ReportedRow[] = [];
  const projectOf = projectsOf(ledger, plans, importId);
  for (let place = 0; place < ledger.length; place += 1) {
    const verdict = verdictOf(ledger.findings(place));
    if (verdict === 'accept') continue;
    const row = ledger.at(place);
    reported.push({
      sheet: row.sheet,
      row: row.row,
      verdict,
      findings: row.findings,
      changes: row.findings.flatMap(({ field, cell, change }) =>
        change === undefined ? [] : [{ field, cell, ...change }],
      ),
      project: projectOf(row, verdict === 'warn' ? plans.of(place) : null),
      shows: verdict === 'held' ? row.shown : {},
    });
  }
  return reported;
};

/** Sheets with rows of data that nobody understood; notes, explanations and pick-lists are none, unless the file holds nothing else. */
export const unreadOf = (ledger: Ledger): readonly UnreadSheet[] => {
  const nothing = ledger.sheets.every(({ layout }) => layout.kind === 'notes');
  return ledger.sheets.flatMap(({ sheet, layout, read }) =>
    layout.kind === 'notes' && layout.leftOut !== true && read > 0 ? (notUnderstood(sheet, nothing) ?? []) : [],
  );
};

/** The targets that the file states, each with its place. */
export const targetsOf = (ledger: Ledger) =>
  ledger.sheets
    .filter(({ layout }) => layout.kind === 'targets')
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => ledger.at(from + index)))
    .filter(({ findings }) => verdictOf(findings) !== 'reject')
    .flatMap(({ sheet, row, targets }) => targets.map((target) => ({ sheet, row, target })));

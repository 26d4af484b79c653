import type { IsoDate } from '#domain';
import { breath } from '../breath.ts';
import { checkMagnitude, checkProject, usualOf } from '../judge/checks.ts';
import type { FieldName, SheetKind } from '../columns/fields.ts';
import type { Finding } from '../judge/findings.ts';
import { layoutOf, type Layout, type SavedMapping } from '../columns/layout.ts';
import { cellIn, recordOf, type LedgerRow } from './ledger-row.ts';
import { numbers } from '../judge/numbers.ts';
import { isBelow, passedOver } from './rows.ts';
import { spill } from '../files/spill.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';
import type { Row } from '../files/workbook.ts';

/** What the installation knows beside the projects: names of regions and units. */
export interface Known {
  readonly regions: readonly string[];
  readonly regionKinds: boolean;
  readonly units: ReadonlySet<string>;
}

export interface LedgerSheet {
  readonly sheet: StoredSheet;
  readonly layout: Layout;
  readonly from: number; // its data rows by place, `to` not included
  readonly to: number;
  readonly read: number;
  readonly passedOver: number;
  readonly usual: readonly (readonly [FieldName, number])[]; // the middle amount of a column
  readonly title: string; // what its first lines say
}

/** All data rows of a file, on disk. Only what was found wrong or odd stays in memory, by place. */
export interface Ledger {
  readonly sheets: readonly LedgerSheet[];
  readonly length: number;
  readonly unknownUnits: readonly string[];
  readonly sheetOf: (place: number) => LedgerSheet;
  /** The row with what was found in it so far; what is found next stays only once the row is kept. */
  readonly at: (place: number) => LedgerRow;
  /** The row, judged by what it and its column say. Once for each row. */
  readonly checked: (place: number) => LedgerRow;
  readonly keep: (row: LedgerRow) => void;
  readonly findings: (place: number) => readonly Finding[];
  readonly close: () => void;
}

type Told = Pick<LedgerRow, 'row' | 'text' | 'days' | 'money' | 'typed'>;
const HEAD = 65; // header rows and samples below them
const AT_ONCE = 1_000;
const COMPARED: Readonly<Partial<Record<SheetKind, readonly FieldName[]>>> = { leads: ['intendedAmount'] };

const headOf = (sheet: StoredSheet): readonly Row[] => {
  const head: Row[] = [];
  for (const row of sheet.rows()) {
    head.push(row);
    if (head.length === HEAD) break;
  }
  return head;
};

/** Reads every row of the sheets as what it means. Writes nothing but its own rows, to a place of its own. */
export const readLedger = async (
  sheets: readonly StoredSheet[],
  today: IsoDate,
  known: Known,
  mapping: SavedMapping | null,
): Promise<Ledger> => {
  const rows = spill<Told>();
  const found = new Map<number, Finding[]>();
  const read: LedgerSheet[] = [];
  const unknownUnits = new Set<string>();
  const regions = new Set(known.regions);
  let regionsUsed = known.regionKinds;
  const keep = ({ place, findings }: LedgerRow): void => {
    if (findings.length > 0) found.set(place, findings);
  };

  const readSheet = async (sheet: StoredSheet): Promise<LedgerSheet> => {
    const head = headOf(sheet);
    const layout = layoutOf({ ...sheet, rows: head }, mapping);
    const from = rows.length();
    const amounts = (COMPARED[layout.kind] ?? ['contracted', 'amount']).map((field) => [field, numbers()] as const);
    let below = 0;
    for (const row of sheet.rows())
      if (isBelow(row, layout)) {
        below += 1;
        if (below % AT_ONCE === 0) await breath();
        if (layout.kind === 'notes' || passedOver(row, layout) !== null) continue;
        const record = recordOf(sheet, layout, row, today, rows.length());
        for (const [field, all] of amounts) if ((record.typed[field] ?? 0) > 0) all.push(record.typed[field]!);
        if (layout.kind === 'projects' || layout.kind === 'leads') {
          const { unit, region } = record.text;
          if (unit !== undefined && !known.units.has(unit)) unknownUnits.add(unit);
          if (region !== undefined && regions.has(region)) regionsUsed = true;
        }
        rows.push({ row: record.row, text: record.text, days: record.days, money: record.money, typed: record.typed });
        keep(record);
      }
    const usual = amounts.flatMap(([field, all]) => {
      const middle = usualOf(all);
      return middle === null ? [] : [[field, middle] as const];
    });
    const title = head
      .slice(0, 3)
      .flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ''))
      .join(' ');
    return {
      sheet,
      layout,
      from,
      to: rows.length(),
      read: below,
      passedOver: below - (rows.length() - from),
      usual,
      title,
    };
  };
  try {
    for (const sheet of sheets) read.push(await readSheet(sheet));
  } catch (error) {
    rows.close();
    throw error;
  }

  // Regions are checked once the installation knows any: a node of a region kind, or a node that this file's own rows name.
  const checkedRegions = regionsUsed && regions.size > 0 ? known.regions : null;
  const sheetOf = (place: number): LedgerSheet => read.find(({ from, to }) => place >= from && place < to)!;
  const at = (place: number): LedgerRow => {
    const { sheet, layout } = sheetOf(place);
    const told = rows.at(place);
    return {
      ...told,
      place,
      sheet: sheet.name,
      kind: layout.kind,
      findings: found.get(place) ?? [],
      cellOf: (field) => cellIn(layout, field, told.row),
    };
  };
  return {
    sheets: read,
    length: rows.length(),
    unknownUnits: [...unknownUnits],
    sheetOf,
    at,
    keep,
    checked: (place) => {
      const row = at(place);
      if (row.kind === 'projects' || row.kind === 'leads') checkProject(row, checkedRegions);
      for (const [field, usual] of sheetOf(place).usual) checkMagnitude(row, field, usual);
      return row;
    },
    findings: (place) => found.get(place) ?? [],
    close: rows.close,
  };
};

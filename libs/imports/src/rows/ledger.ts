import type { IsoDate } from '#domain';
import { breath } from '../breath.ts';
import { checkMagnitude, checkProject, checkSize, usualOf, type OfSheet } from '../judge/checks.ts';
import { checkUnit, unitDoubts, type UnitDoubts } from '../judge/unit-checks.ts';
import type { FieldName, SheetKind } from '../columns/field-names.ts';
import type { Finding } from '../judge/findings.ts';
import { textIn } from '../columns/headers.ts';
import type { Layout, SavedMapping } from '../columns/layout.ts';
import { withDaysTogether } from '../columns/days-in-parts.ts';
import { tablesOf, type Table } from '../columns/tables.ts';
import type { KnownNames } from '../columns/values.ts';
import { numbers } from '../judge/numbers.ts';
import { spill } from '../files/spill.ts';
import { withoutVerdicts } from '../files/verdict-columns.ts';
import type { Row } from '../files/sheet.ts';
import type { StoredSheet } from '../files/stored-sheet.ts';
import type { Comment } from '../reading/comments.ts';
import { colourIn } from './colours.ts';
import { isBelow, passedOver, type Passing } from './passing.ts';
import { aroundOf, cellIn } from './making.ts';
import type { LedgerRow, Told } from './ledger-row.ts';
import { recordOf } from './record.ts';
import { toldBy } from './told-by-sheet.ts';
import { phasesUnder } from './phases.ts';
import { regionAbove, type RegionLine } from './region-above.ts';
import { stageAbove } from './stage-above.ts';
import { partsBelow } from './within.ts';
import { sumsOf } from './sums-above.ts';

/** What the installation knows beside the projects: names of regions and units. */
export interface Known extends KnownNames {
  readonly regionKinds: boolean;
}

export interface PassedRow {
  readonly row: number;
  readonly why: Passing | 'phase' | 'arrival' | 'not-understood';
}
/** A line without data of its own by which others are read: over rows, under one, or a note on the unit of all. */
type Beside = 'section' | 'under' | 'unit';
const UNIT = /单位|元/;

/** What a line that was passed over is to the rows by it; null where it is nothing to them. */
const besideOf = ({ cells }: Row, why: PassedRow['why']): Beside | null => {
  if (why === 'phase' || why === 'arrival') return 'under';
  if (why === 'section') return 'section';
  return why === 'note' && cells.some((cell) => UNIT.test(textIn(cell))) ? 'unit' : null;
};

/** Why a line is none of the data; null where it is data that another row takes, or that nobody understood. */
const passingOf = (why: PassedRow['why'] | null): Passing | null =>
  why === 'not-understood' || why === 'phase' || why === 'arrival' ? null : why;

export interface LedgerSheet {
  readonly sheet: StoredSheet;
  readonly layout: Layout;
  readonly from: number; // its data rows by place, `to` not included
  readonly to: number;
  readonly read: number;
  readonly passedOver: number;
  readonly passed: readonly PassedRow[]; // the first of them, with their reasons
  readonly beside: ReadonlyMap<number, Beside>; // lines by which rows are read
  readonly legend: string | null; // what its notes say that a colour means
  readonly regionLines: readonly RegionLine[];
  readonly comments: readonly Comment[]; // of its sheet, pinned to no row of data; told with the sheet's first table
  readonly told: OfSheet;
  readonly unitDoubts: UnitDoubts;
  readonly usual: readonly (readonly [FieldName, number])[]; // the middle amount of a column
}

/** All data rows of a file, on disk. Only what was found wrong or odd stays in memory, by place. */
export interface Ledger {
  readonly sheets: readonly LedgerSheet[];
  readonly length: number;
  readonly unknownUnits: readonly string[];
  readonly tellsProgress: boolean; // a column or a sheet of progress: then silence is silence (libs/domain/README.md, "Clocks")
  readonly sheetOf: (place: number) => LedgerSheet;
  /** The row with what was found in it so far; what is found next stays only once the row is kept. */
  readonly at: (place: number) => LedgerRow;
  /** The row, judged by what it and its column say. Once for each row. */
  readonly checked: (place: number) => LedgerRow;
  readonly keep: (row: LedgerRow) => void;
  readonly findings: (place: number) => readonly Finding[];
  readonly close: () => void;
}

const PASSED_TOLD = 500; // passed-over rows of a table that are told one by one
const AT_ONCE = 1_000;
const COMPARED: Readonly<Partial<Record<SheetKind, readonly FieldName[]>>> = { leads: ['intendedAmount'] };

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
  const told = new Set<Comment>(); // with their rows
  const unknownUnits = new Set<string>();
  const regions = new Set(known.regions);
  let regionsUsed = known.regionKinds;
  const keep = ({ place, findings }: LedgerRow): void => {
    if (findings.length > 0) found.set(place, findings);
  };

  /** Which units and regions of the organisation the rows name. */
  const placed = ({ text: { unit, region } }: LedgerRow): void => {
    if (unit !== undefined && !known.units.has(unit)) unknownUnits.add(unit);
    if (region !== undefined && regions.has(region)) regionsUsed = true;
  };
  const readTable = async ({ sheet, layout }: Table): Promise<Omit<LedgerSheet, 'comments'>> => {
    const from = rows.length();
    const around = aroundOf(sheet, layout, today, known.units);
    const amounts = (COMPARED[layout.kind] ?? ['contracted', 'amount']).map((field) => [field, numbers()] as const);
    const isSum = sumsOf(layout);
    const withUnitAbove = partsBelow();
    const passed: PassedRow[] = [];
    const beside = new Map<number, Beside>();
    const units = unitDoubts(layout);
    const phases = phasesUnder(around);
    const stage = stageAbove(layout);
    const district = regionAbove(layout, known);
    const add = (record: LedgerRow | null): void => {
      if (record === null) return;
      units.follow(record);
      for (const [field, all] of amounts) if ((record.typed[field] ?? 0) > 0) all.push(record.typed[field]!);
      if (layout.kind === 'projects' || layout.kind === 'leads') placed(record);
      const { place: _place, sheet: _sheet, kind: _kind, findings: _findings, cellOf: _cellOf, ...told } = record;
      rows.push({ ...told, targets: withUnitAbove(record) });
      keep(record);
    };
    const whyPassed = (row: Row, before: Passing | null): PassedRow['why'] | null => {
      if (layout.kind === 'notes') return 'not-understood';
      const taken = phases.take(row);
      if (taken !== null) return taken;
      return passedOver(row, layout, before) ?? (isSum(row) ? 'total' : null);
    };
    const pass = (row: Row, why: PassedRow['why']): void => {
      const is = besideOf(row, why);
      if (is !== null) beside.set(row.number, is);
      if (is === 'section') {
        district.section(row);
        stage.section(row);
      }
      if (why === 'note') legend ??= colourIn(row.cells.map(textIn));
      if (passed.length < PASSED_TOLD) passed.push({ row: row.number, why });
    };
    let legend = colourIn([layout.title]);
    let below = 0;
    let last: Passing | null = null; // why the row before was passed over
    for (const row of sheet.rows()) {
      if (row.number > layout.lastData) break;
      if (!isBelow(row, layout)) continue;
      below += 1;
      if (below % AT_ONCE === 0) await breath();
      const why = whyPassed(row, last);
      last = passingOf(why);
      if (why !== null) {
        pass(row, why);
        continue;
      }
      add(phases.end());
      for (const { comment } of around.comments.get(row.number) ?? []) told.add(comment);
      phases.begin(stage.place(district.place(recordOf(around, row, rows.length()))), row);
    }
    add(phases.end());
    const usual = amounts.flatMap(([field, all]) => {
      const middle = usualOf(all);
      return middle === null ? [] : [[field, middle] as const];
    });
    const to = rows.length();
    return {
      sheet,
      layout,
      from,
      to,
      read: below,
      passedOver: below - (to - from),
      passed,
      beside,
      legend,
      regionLines: district.lines(),
      usual,
      told: toldBy(sheet.name, layout),
      unitDoubts: units.found(),
    };
  };
  const lastTable = (): Layout | null => read.findLast(({ layout }) => layout.kind !== 'notes')?.layout ?? null;
  try {
    for (const sheet of sheets) {
      const tables: Omit<LedgerSheet, 'comments'>[] = [];
      for (const table of tablesOf(withDaysTogether(withoutVerdicts(sheet)), mapping, known, lastTable()))
        tables.push(await readTable(table));
      const notes = sheet.comments.filter((one) => !told.has(one));
      read.push(...tables.map((one, index) => ({ ...one, comments: index === 0 ? notes : [] })));
    }
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
      cellOf: (field) => cellIn(layout, field, told),
    };
  };
  return {
    sheets: read,
    length: rows.length(),
    unknownUnits: [...unknownUnits],
    tellsProgress: read.some(({ layout }) => layout.columns.some(({ field }) => field === 'progress')),
    sheetOf,
    at,
    keep,
    checked: (place) => {
      const row = at(place);
      if (row.kind === 'projects' || row.kind === 'leads') checkProject(row, checkedRegions, sheetOf(place).told);
      checkUnit(row, sheetOf(place).unitDoubts);
      for (const [field, usual] of sheetOf(place).usual) checkMagnitude(row, field, usual);
      checkSize(row);
      return row;
    },
    findings: (place) => found.get(place) ?? [],
    close: rows.close,
  };
};

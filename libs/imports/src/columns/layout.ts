import { unitIn, type Unit } from '../cells/amounts.ts';
import { clean } from '../cells/text.ts';
import type { FieldName, SheetKind } from './fields.ts';
import { recognise, type Header, type Mapped } from './match.ts';
import { refuseFile } from '../refusals.ts';
import type { Cell, Row, Sheet } from '../files/workbook.ts';

/** Column mapping that a bureau saved: header → field, per sheet or for all. It goes before what the dictionary finds. */
export interface SavedMapping {
  readonly sheets?: Readonly<Record<string, SavedSheet>>;
  readonly columns?: Readonly<Record<string, string>>;
  readonly unit?: string;
  readonly headerRow?: number;
  readonly kind?: SheetKind;
}
export interface SavedSheet {
  readonly columns?: Readonly<Record<string, string>>;
  readonly unit?: string;
  readonly headerRow?: number;
  readonly kind?: SheetKind;
}

export interface Layout {
  readonly kind: SheetKind;
  readonly headerRow: number | null; // the row with the columns' own names
  readonly firstData: number;
  readonly columns: readonly Mapped[];
  readonly headers: readonly { readonly column: number; readonly text: string }[];
  readonly unmapped: readonly { readonly column: number; readonly text: string }[];
  readonly unit: Unit; // of money columns whose header names none
}

const HEADER_ROWS = 25;
const DEFAULT_UNIT: Unit = { unit: '万元', currency: 'CNY' };

const textIn = (cell: Cell | undefined): string => (cell === undefined || cell.kind !== 'text' ? '' : clean(cell.text));

const headersAt = (rows: readonly Row[], index: number): readonly Header[] => {
  const row = rows[index]!;
  const above = rows[index - 1]?.number === row.number - 1 ? rows[index - 1] : undefined;
  return row.cells.flatMap((cell, column): Header[] => {
    const text = textIn(cell);
    if (text === '') return [];
    const over = above?.cells[column];
    const group =
      over !== undefined &&
      over.kind === 'text' &&
      (over.merged !== undefined || over.text !== cell!.text) &&
      textIn(over) !== text &&
      textIn(over).length <= 20
        ? textIn(over)
        : null;
    return [{ column, text: cell!.text, group }];
  });
};

/** The unit that the lines above the table name: 单位：万元 in a corner, or in the title. */
const unitAbove = (rows: readonly Row[], headerIndex: number): Unit | null => {
  for (const { cells } of rows.slice(0, headerIndex))
    for (const cell of cells) {
      const text = textIn(cell);
      if (/单位|金额|元/.test(text)) {
        const unit = unitIn(text);
        if (unit !== null) return unit;
      }
    }
  return null;
};

const isSaved = (mapping: SavedMapping | null, sheet: Sheet): SavedSheet | null =>
  mapping === null ? null : { ...mapping, ...mapping.sheets?.[sheet.name] };

const applied = (
  columns: readonly Mapped[],
  headers: readonly Header[],
  saved: SavedSheet | null,
): readonly Mapped[] => {
  if (saved?.columns === undefined) return columns;
  const own = new Map(Object.entries(saved.columns).map(([header, field]) => [clean(header), field]));
  const chosen = headers.flatMap(({ column, text }): Mapped[] => {
    const field = own.get(clean(text));
    return field === undefined
      ? []
      : [{ column, header: text, field: field as FieldName, weight: 10, unit: unitIn(text) }];
  });
  const fields = new Set(chosen.map(({ field }) => field));
  const taken = new Set(chosen.map(({ column }) => column));
  return [...chosen, ...columns.filter(({ column, field }) => !taken.has(column) && !fields.has(field))]
    .filter(({ field }) => (field as string) !== 'ignore')
    .sort((a, b) => a.column - b.column);
};

const NATIONAL = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/;

/** 项目代码 is the bureau's own number in one ledger and the national code in the next: its values tell (GB/T 40058). */
const nationalCodes = (columns: readonly Mapped[], below: readonly Row[]): readonly Mapped[] => {
  const code = columns.find(({ field }) => field === 'code');
  if (code === undefined || columns.some(({ field }) => field === 'nationalCode')) return columns;
  const values = below.flatMap(({ cells }) =>
    cells[code.column] === undefined ? [] : [clean(cells[code.column]!.text)],
  );
  const national = values.length > 0 && values.filter((value) => NATIONAL.test(value)).length * 2 > values.length;
  return national
    ? columns.map((column) => (column === code ? { ...column, field: 'nationalCode' as const } : column))
    : columns;
};

/** Where a sheet's table begins, what kind it is and what its columns are. A sheet that is no table is `notes`. */
export const layoutOf = (sheet: Sheet, mapping: SavedMapping | null): Layout => {
  const saved = isSaved(mapping, sheet);
  let best: { index: number; found: ReturnType<typeof recognise>; headers: readonly Header[] } | null = null;
  for (let index = 0; index < Math.min(sheet.rows.length, HEADER_ROWS); index += 1) {
    if (saved?.headerRow !== undefined && sheet.rows[index]!.number !== saved.headerRow) continue;
    const headers = headersAt(sheet.rows, index);
    if (headers.length < 2) continue;
    const found = recognise(headers);
    if (found.kind !== 'notes' && (best === null || found.score > best.found.score)) best = { index, found, headers };
    else if (saved?.columns !== undefined && best === null && headers.some(({ text }) => clean(text) in saved.columns!))
      best = { index, found: { ...found, kind: saved.kind ?? 'projects' }, headers };
  }
  const unit =
    (saved?.unit === undefined ? null : (unitIn(saved.unit) ?? refuseFile('mapping-invalid', saved.unit))) ??
    (best === null ? null : unitAbove(sheet.rows, best.index)) ??
    unitIn(sheet.name) ??
    DEFAULT_UNIT;
  if (best === null)
    return {
      kind: 'notes',
      headerRow: null,
      firstData: sheet.rows[0]?.number ?? 1,
      columns: [],
      headers: [],
      unmapped: [],
      unit,
    };
  const row = sheet.rows[best.index]!;
  const columns = nationalCodes(
    applied(best.found.columns, best.headers, saved),
    sheet.rows.slice(best.index + 1, best.index + 40),
  );
  const covered = Math.max(
    0,
    ...row.cells.map((cell) =>
      cell?.merged === 'master' && (cell.mergedRows ?? 1) <= 3 ? (cell.mergedRows ?? 1) - 1 : 0,
    ),
  );
  const mapped = new Set(columns.map(({ column }) => column));
  return {
    kind: saved?.kind ?? best.found.kind,
    headerRow: row.number,
    firstData: row.number + 1 + covered,
    columns,
    headers: best.headers.map(({ column, text }) => ({ column, text })),
    unmapped: best.headers
      .filter(({ column }) => !mapped.has(column))
      .map(({ column, text }) => ({ column, text: clean(text) })),
    unit,
  };
};

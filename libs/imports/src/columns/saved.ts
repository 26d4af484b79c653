import { createHash } from 'node:crypto';
import { unitIn, type Unit } from '../cells/units.ts';
import { clean } from '../cells/text.ts';
import { columnName } from '../files/workbook.ts';
import { refuseFile } from '../refusals.ts';
import { isFieldName, type SheetKind } from './field-names.ts';
import type { Header } from './headers.ts';
import { unitOver, type Mapped } from './match.ts';

/** How a person maps one sheet: header or column letter → field or "ignore". It goes before what words and values say. */
export interface SavedSheet {
  readonly columns?: Readonly<Record<string, string>>;
  readonly unit?: string;
  readonly headerRow?: number;
  readonly kind?: SheetKind;
}
/** A mapping as `--mapping` and the page give it: for all sheets, for some by name, and those remembered by the look of their headers. */
export interface SavedMapping extends SavedSheet {
  readonly sheets?: Readonly<Record<string, SavedSheet>>;
  readonly layouts?: Readonly<Record<string, SavedSheet>>;
}

/** Tells a layout by its headers, whatever stands between them: next month's file of the same bureau has the same. */
export const fingerprintOf = (headers: readonly { readonly text: string }[]): string =>
  createHash('sha256')
    .update(headers.map(({ text }) => clean(text).replace(/\s/g, '')).join('\n'))
    .digest('hex')
    .slice(0, 32);

/** What was said of this sheet by name, or else for all. */
export const savedFor = (mapping: SavedMapping | null, sheet: string): SavedSheet | null =>
  mapping === null ? null : { ...mapping, ...mapping.sheets?.[sheet] };

const ignored = (field: string): boolean => field === 'ignore';

const isTextMap = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');
const isSheet = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const { columns = {}, unit = '', headerRow = 1, kind = 'notes' } = value as Record<string, unknown>;
  const known = typeof kind === 'string' && Object.hasOwn(KINDS, kind);
  return isTextMap(columns) && typeof unit === 'string' && Number.isInteger(headerRow) && known;
};
const isSheets = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.values(value).every(isSheet));
const KINDS: Record<SheetKind, true> = {
  projects: true,
  arrivals: true,
  progress: true,
  leads: true,
  targets: true,
  notes: true,
};

/** A mapping as a file or a request gives it; null where none is given. Refuses what is none. */
export const readMapping = (given: unknown): SavedMapping | null => {
  if (given === null || given === undefined) return null;
  const { sheets, layouts } = given as Record<string, unknown>;
  if (!isSheet(given) || !isSheets(sheets) || !isSheets(layouts)) return refuseFile('mapping-invalid');
  return checkMapping(given as SavedMapping);
};

/** Refuses a mapping to fields that do not exist, naming the first. */
export const checkMapping = (mapping: SavedMapping): SavedMapping => {
  const sheets = [mapping, ...Object.values(mapping.sheets ?? {}), ...Object.values(mapping.layouts ?? {})];
  for (const { columns = {}, unit } of sheets) {
    for (const [header, field] of Object.entries(columns))
      if (!isFieldName(field) && !ignored(field)) refuseFile('mapping-field-unknown', `${header} → ${field}`);
    if (unit !== undefined && unitIn(unit) === null) refuseFile('mapping-invalid', unit);
  }
  return mapping;
};

/** The columns as found, with what a person said put over them. */
export const withSaved = (
  columns: readonly Mapped[],
  headers: readonly Header[],
  saved: SavedSheet | null,
): readonly Mapped[] => {
  if (saved?.columns === undefined) return columns;
  const own = new Map(
    Object.entries(saved.columns).map(([header, field]) => [clean(header).replace(/\s/g, ''), field]),
  );
  const chosen = headers.flatMap((header) => {
    const field = own.get(clean(header.text).replace(/\s/g, '')) ?? own.get(columnName(header.column));
    return field === undefined ? [] : [{ header, field }];
  });
  const taken = new Set(chosen.map(({ header }) => header.column));
  const fields = new Set(chosen.map(({ field }) => field));
  const mapped = chosen.flatMap(({ header, field }): Mapped[] =>
    isFieldName(field)
      ? [{ column: header.column, header: header.text, field, weight: 10, because: ['saved'], ...unitOver(header) }]
      : [],
  );
  return [...mapped, ...columns.filter(({ column, field }) => !taken.has(column) && !fields.has(field))].sort(
    (a, b) => a.column - b.column,
  );
};

export const savedUnit = (saved: SavedSheet | null): Unit | null =>
  saved?.unit === undefined ? null : (unitIn(saved.unit) ?? refuseFile('mapping-invalid', saved.unit));

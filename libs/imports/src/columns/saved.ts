import { createHash } from 'node:crypto';
import { unitIn, type Unit } from '../cells/units.ts';
import { clean } from '../cells/text.ts';
import { columnName } from '../files/workbook.ts';
import { refuseFile } from '../refusals.ts';
import { isFieldName, REPEATABLE, type SheetKind } from './field-names.ts';
import type { Header } from './headers.ts';
import { unitOver } from './match.ts';
import type { Mapped } from './mapped.ts';

/** How a person maps one sheet: header or column letter → field or "ignore". It goes before what words and values say. */
export interface SavedSheet {
  readonly columns?: Readonly<Record<string, string>>;
  readonly unit?: string; // of amounts whose header names none
  readonly units?: Readonly<Record<string, string>>; // header or column letter → unit, whatever the header names
  readonly regions?: Readonly<Record<string, string>>; // line that parts the table by district → region, or "" for none
  readonly headerRow?: number; // of the columns' own names; 0: the table has none
  readonly kind?: SheetKind;
}
export const NO_HEADER = 0;

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

/** A table by its own name in a mapping: the sheet's, and the row of its heads. */
export const tableName = (sheet: string, headerRow: number): string => `${sheet}#${headerRow}`;

/** What was said of this sheet by name, or else for all; of one table of it, where the row of its heads is known. */
export const savedFor = (mapping: SavedMapping | null, sheet: string, headerRow?: number | null): SavedSheet | null => {
  if (mapping === null) return null;
  const { sheets = {}, layouts: _remembered, ...forAll } = mapping;
  const own = headerRow == null ? undefined : sheets[tableName(sheet, headerRow)];
  return [sheets[sheet], own].reduce<SavedSheet>((said, more) => saidOver(said, more ?? null) ?? said, forAll);
};

/** What counts for the tables further down a sheet: the row of the heads is that of the first. */
export const ofFurther = (mapping: SavedMapping | null, sheet: string): SavedMapping | null => {
  if (mapping === null) return null;
  const { headerRow: _forAll, sheets = {}, ...more } = mapping;
  const { headerRow: _own, ...own } = sheets[sheet] ?? {};
  return { ...more, sheets: { ...sheets, [sheet]: own } };
};

/** All that is said of one table: what is remembered of its look, and what is said now over it. */
export const saidOf = (
  mapping: SavedMapping | null,
  sheet: string,
  { fingerprint, headerRow }: { readonly fingerprint: string; readonly headerRow: number | null },
): SavedSheet | null => saidOver(mapping?.layouts?.[fingerprint] ?? null, savedFor(mapping, sheet, headerRow));

/** What is said now over what is remembered, column by column. */
export const saidOver = (remembered: SavedSheet | null, now: SavedSheet | null): SavedSheet | null => {
  if (remembered === null || now === null) return now ?? remembered;
  const [columns, units, regions] = [
    { ...remembered.columns, ...now.columns },
    { ...remembered.units, ...now.units },
    { ...remembered.regions, ...now.regions },
  ];
  return { ...remembered, ...now, columns, units, ...(Object.keys(regions).length === 0 ? {} : { regions }) };
};

const ignored = (field: string): boolean => field === 'ignore';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextMap = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every((one) => typeof one === 'string');
const isKind = (value: unknown): boolean => typeof value === 'string' && Object.hasOwn(KINDS, value);
const KINDS: Record<SheetKind, true> = {
  projects: true,
  arrivals: true,
  progress: true,
  leads: true,
  targets: true,
  notes: true,
};

const PARTS: { readonly [Part in keyof Required<SavedSheet>]: (value: unknown) => boolean } = {
  columns: isTextMap,
  unit: (value) => typeof value === 'string',
  units: isTextMap,
  regions: isTextMap,
  headerRow: (value) => Number.isSafeInteger(value) && Number(value) >= NO_HEADER,
  kind: isKind,
};
const isPart = (name: string): name is keyof SavedSheet => Object.hasOwn(PARTS, name);

/** Where what is said of a sheet is none: sheets.台账.headerRow. */
const wrongIn = (said: unknown, at: readonly string[]): readonly string[] => {
  if (!isObject(said)) return [at.join('.')];
  const wrong = Object.entries(said).filter(
    ([name, value]) => value !== undefined && isPart(name) && !PARTS[name](value),
  );
  return wrong.map(([name]) => [...at, name].join('.'));
};
const wrongAmong = (said: unknown, at: string): readonly string[] => {
  if (said === undefined) return [];
  return isObject(said) ? Object.entries(said).flatMap(([name, one]) => wrongIn(one, [at, name])) : [at];
};

/** A mapping as a file or a request gives it. Refuses what is none, and says where. */
export const readMapping = (given: unknown): SavedMapping => {
  if (!isObject(given)) return refuseFile('mapping-invalid');
  const { sheets, layouts } = given;
  const [wrong] = [...wrongIn(given, []), ...wrongAmong(sheets, 'sheets'), ...wrongAmong(layouts, 'layouts')];
  if (wrong !== undefined) refuseFile('mapping-invalid', wrong);
  return checkMapping(given);
};

/** Refuses a mapping to fields that do not exist, naming the first. */
export const checkMapping = (mapping: SavedMapping): SavedMapping => {
  const sheets = [mapping, ...Object.values(mapping.sheets ?? {}), ...Object.values(mapping.layouts ?? {})];
  for (const { columns = {}, unit, units = {} } of sheets) {
    for (const [header, field] of Object.entries(columns))
      if (!isFieldName(field) && !ignored(field)) refuseFile('mapping-field-unknown', `${header} → ${field}`);
    for (const one of [...(unit === undefined ? [] : [unit]), ...Object.values(units)])
      if (unitIn(one) === null) refuseFile('mapping-invalid', one);
  }
  return mapping;
};

const plain = (header: string): string => clean(header).replace(/\s/g, '');

/** Columns that a mapping names and none of these tables has, and words for which a mapping has no use. */
export const unmetIn = (said: SavedSheet, headers: readonly Header[]): readonly string[] => {
  const { columns = {}, units = {} } = said;
  const calls = new Set(headers.flatMap(callsOf));
  const named = new Set([...Object.keys(columns), ...Object.keys(units)]);
  return [...[...named].filter((one) => !calls.has(plain(one))), ...Object.keys(said).filter((name) => !isPart(name))];
};

/** How a mapping may call a column: by its header, by that and the groups over it, or by its letter; a label of a card by the cell of its value. */
const callsOf = ({ text, path, column, place }: Header): readonly string[] => [
  plain(text),
  plain(path.join('')),
  place ?? columnName(column),
];

/** How many of these columns a mapping names: by the words over them, or most of its own by their letters. */
export const namedBy = (columns: Readonly<Record<string, string>>, headers: readonly Header[]): number => {
  const said = new Set(Object.keys(columns).map(plain));
  const count = (calls: (header: Header) => readonly string[]): number =>
    headers.filter((header) => calls(header).some((call) => said.has(call))).length;
  const [byWords, any] = [count((header) => callsOf(header).slice(0, -1)), count(callsOf)];
  return byWords > 0 || any * 2 >= said.size ? any : 0;
};

/** What a mapping says of a column. */
const oneSaid = <T>(said: Readonly<Record<string, T>>): ((header: Header) => T | undefined) => {
  const own = new Map(Object.entries(said).map(([header, one]) => [plain(header), one]));
  return (header) => callsOf(header).flatMap((call) => own.get(call) ?? [])[0];
};

/** The columns with the units that a person gave them. */
const withOwnUnits = (
  columns: readonly Mapped[],
  headers: readonly Header[],
  units: Readonly<Record<string, string>>,
): readonly Mapped[] => {
  const unitOf = oneSaid(units);
  return columns.map((one) => {
    const header = headers.find(({ column }) => column === one.column);
    const said = header === undefined ? undefined : unitOf(header);
    const unit = said === undefined ? null : unitIn(said);
    return unit === null ? one : { ...one, unit, unitFrom: 'saved', units: [unit] };
  });
};

/** The columns as found, with what a person said put over them. */
export const withSaved = (
  columns: readonly Mapped[],
  headers: readonly Header[],
  saved: SavedSheet | null,
): readonly Mapped[] => {
  if (saved === null) return columns;
  const fieldOf = oneSaid(saved.columns ?? {});
  const chosen = headers.flatMap((header) => {
    const field = fieldOf(header);
    return field === undefined ? [] : [{ header, field }];
  });
  const taken = new Set(chosen.map(({ header }) => header.column));
  const fields = new Set(chosen.map(({ field }) => field));
  const mapped = chosen.flatMap(({ header, field }): Mapped[] =>
    isFieldName(field)
      ? [{ column: header.column, header: header.text, field, weight: 10, because: ['saved'], ...unitOver(header) }]
      : [],
  );
  const found = columns.filter(
    ({ column, field }) => !taken.has(column) && (REPEATABLE.has(field) || !fields.has(field)),
  );
  return withOwnUnits([...mapped, ...found], headers, saved.units ?? {}).toSorted((a, b) => a.column - b.column);
};

/** What a person said of the lines that part a table by district. */
export const savedRegions = (saved: SavedSheet | null): Readonly<Record<string, string>> => saved?.regions ?? {};

export const savedUnit = (saved: SavedSheet | null): Unit | null =>
  saved?.unit === undefined ? null : (unitIn(saved.unit) ?? refuseFile('mapping-invalid', saved.unit));

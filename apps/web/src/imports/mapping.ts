import type { Schemas } from '../ask/api.ts';

/** What a person says of one sheet, laid over what was found by words and values. */
export interface SheetMapping {
  readonly kind?: string;
  readonly headerRow?: number;
  readonly unit?: string;
  readonly columns?: Readonly<Record<string, string>>; // header or column letter → field, or "ignore"
  readonly units?: Readonly<Record<string, string>>;
  readonly regions?: Readonly<Record<string, string>>; // line that parts the table → region, or "" for none
}
export type Mapping = Readonly<Record<string, SheetMapping>>;

/** A column as the page lists it, understood or not. */
export interface Column {
  readonly column: string; // its letter
  readonly header: string;
  readonly samples: readonly string[];
  readonly found: Schemas['ImportedSheet']['mapping'][number] | null;
}

export const isEmpty = (mapping: Mapping): boolean => Object.keys(mapping).length === 0;

/** The mapping with one thing more said of a sheet. */
export const saying = (mapping: Mapping, sheet: string, said: SheetMapping): Mapping => {
  const before = mapping[sheet] ?? {};
  const columns = { ...before.columns, ...said.columns };
  const units = { ...before.units, ...said.units };
  const regions = { ...before.regions, ...said.regions };
  const parts = {
    ...(Object.keys(regions).length > 0 ? { regions } : {}),
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...(Object.keys(units).length > 0 ? { units } : {}),
  };
  return { ...mapping, [sheet]: { ...before, ...said, ...parts } };
};

/** A column's name in a mapping: its header, so that next month's file is read alike; its letter where the header says nothing of its own. */
export const nameIn = (columns: readonly Column[], { header, column }: Column): string =>
  header !== '' && columns.filter((one) => one.header === header).length === 1 ? header : column;

/** What a table is called in a mapping: its sheet, and the row of its heads where the sheet holds several. */
export const tableIn = (
  sheets: readonly Pick<Schemas['ImportedSheet'], 'sheet' | 'headerRow'>[],
  { sheet, headerRow }: Pick<Schemas['ImportedSheet'], 'sheet' | 'headerRow'>,
): string =>
  headerRow !== null && sheets.filter((one) => one.sheet === sheet).length > 1 ? `${sheet}#${headerRow}` : sheet;

/** "C" → 3; "C5", a cell of a card, → 5,003: in the order in which one reads. */
const places = (place: string): number => {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d*)$/.exec(place) ?? [];
  return Number(row) * 1_000 + [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
};

/** All columns of a sheet from left to right; of a card, its labels from top to bottom. */
export const columnsOf = ({ mapping, others }: Schemas['ImportedSheet']): readonly Column[] =>
  [
    ...mapping.map((found) => ({ column: found.column, header: found.header, samples: found.samples, found })),
    ...others.map((one) => ({ ...one, found: null })),
  ].sort((a, b) => places(a.column) - places(b.column));

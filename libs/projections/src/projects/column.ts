import type { ClockState, Colour, IsoDate, KnownProject } from '#domain';

/** What the columns of a row are told: a project as it stands from business day `on` until its next fact. */
export interface Told {
  readonly project: KnownProject;
  readonly version: number; // of the last fact in it
  readonly on: IsoDate;
  readonly running: readonly ClockState[]; // its clocks; none once it has ended
  readonly warnings: readonly string[];
}

interface ValueOf {
  readonly text: string | null;
  readonly unit: string | null; // as written in the fact: a name or a code
  readonly day: IsoDate | null;
  readonly flag: boolean | null;
  readonly money: string | null; // in the currency of the contract
  readonly yuan: string | null;
  readonly count: number | null;
  readonly texts: readonly string[];
  readonly days: readonly IsoDate[];
  readonly steps: readonly string[]; // whole numbers in order
}
export type ColumnKind = keyof ValueOf;

/** What each kind of value is for PostgreSQL. */
export const SQL_TYPES = {
  text: 'text',
  unit: 'text',
  day: 'date',
  flag: 'boolean',
  money: 'numeric(20,2)',
  yuan: 'numeric(20,2)',
  count: 'integer',
  texts: 'text[]',
  days: 'date[]',
  steps: 'bigint[]',
} as const satisfies Record<ColumnKind, string>;
export type SqlType = (typeof SQL_TYPES)[ColumnKind];

/** A column of the project rows. `field`: what lists call it, in filters, orders, answers and exports; null where no list shows it. */
export interface Column<Kind extends ColumnKind = ColumnKind, Value = unknown, Field = string | null> {
  readonly kind: Kind;
  readonly of: (told: Told) => Value;
  readonly field: Field;
}

export const column = <Kind extends ColumnKind, Value extends ValueOf[Kind]>(
  kind: Kind,
  of: (told: Told) => Value,
): Column<Kind, Value, null> => ({ kind, of, field: null });

/** A column that lists show, by the name of its field. */
export const listed = <Field extends string, Kind extends ColumnKind, Value extends ValueOf[Kind]>(
  field: Field,
  kind: Kind,
  of: (told: Told) => Value,
): Column<Kind, Value, Field> => ({ kind, of, field });

/** The first day on which any running clock shows one of `colours`: a project's colour is its worst clock's. */
export const firstDayOf = (clocks: readonly ClockState[], colours: readonly Colour[]): IsoDate | null => {
  let first: IsoDate | null = null;
  for (const { crossings } of clocks)
    for (const { colour, on } of crossings) if (colours.includes(colour) && (first === null || on < first)) first = on;
  return first;
};

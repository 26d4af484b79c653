import type { IsoDate, Money, Origin } from '#domain';
import type { FieldName, SheetKind } from '../columns/field-names.ts';
import type { Finding } from '../judge/findings.ts';
import type { TargetRow } from './target-row.ts';

export interface Day {
  readonly date: IsoDate;
  readonly month: boolean;
}

/** Months that money came within, by the last of them. */
export interface Span {
  readonly last: string; // YYYY-MM
  readonly length: number;
}

/** Money in a column of one month, or of several that its head names together. */
export interface ArrivedInMonth {
  readonly day: Day;
  readonly span?: Span; // none where a row of its own tells its day
  readonly money: Money;
  readonly origin: Origin | null;
  readonly header: string;
  readonly cell: string;
  readonly shown: string;
  readonly upTo?: readonly string[]; // of what came so far: the months that other columns tell by themselves
}

/** A row as it is meant: text fields, days and money by field name, what no field keeps, and what was found on the way. */
export interface LedgerRow {
  readonly place: number; // among all data rows of the file, from 0
  readonly sheet: string;
  readonly row: number;
  readonly kind: SheetKind;
  readonly text: Partial<Record<FieldName, string>>;
  readonly days: Partial<Record<FieldName, Day>>;
  readonly money: Partial<Record<FieldName, Money>>;
  readonly typed: Partial<Record<FieldName, number>>; // amounts in their column's unit
  readonly tags: readonly string[]; // headers of the columns of yes and no that say yes
  readonly extra: Record<string, string>; // header → what stands there, of what no fact keeps
  readonly shown: Partial<Record<FieldName, string>>; // what a recognised cell shows
  readonly months: readonly ArrivedInMonth[];
  readonly targets: readonly TargetRow[];
  readonly byFirm?: true; // its name is that of a firm, whose project it tells of
  readonly further?: true; // its name is merged with that of the row above: one more line of the same project
  readonly from: Partial<Record<FieldName, number>>; // the column that told a field, where it is not the first of that field
  readonly findings: Finding[];
  readonly cellOf: (field: FieldName) => string | null;
}
export type Told = Omit<LedgerRow, 'place' | 'sheet' | 'kind' | 'findings' | 'cellOf'>;

const SUMS: ReadonlySet<string> = new Set<FieldName>([
  'name',
  'sequence',
  'contracted',
  'intendedAmount',
  'fixedAssets',
]);

/** A row that holds a name and amounts, and nothing that a project has for itself: a project of which much is missing, or the sum of others. */
export const isNameAndSums = ({ text, shown, extra }: Pick<LedgerRow, 'text' | 'shown' | 'extra'>): boolean =>
  text.name !== undefined &&
  !/\d/.test(shown.sequence ?? '') &&
  Object.keys(shown).every((field) => SUMS.has(field)) &&
  Object.keys(extra).length === 0;

/** A row that holds a name and nothing else: a project of which all is missing, or a line that parts the table. */
export const isOnlyAName = ({ text, shown, extra }: Pick<LedgerRow, 'text' | 'shown' | 'extra'>): boolean =>
  text.name !== undefined && Object.keys(shown).length === 1 && Object.keys(extra).length === 0;

import type { DomainEvent } from '#domain';
import type { SavedSheet } from '../columns/saved.ts';
import type { RowCounts } from '../report.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

type E<Type extends string, Data> = DomainEvent<Type, Data>;

/** A row of which nothing was stored, and what was found in it. */
export interface ReturnedRow {
  readonly sheet: string;
  readonly row: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly findings: readonly string[];
  readonly closed?: readonly { readonly cell: string | null; readonly read: string | null }[]; // what falls into a closed month
}

/** An import that is about to write: cut short, it can be taken back as it stands. */
export interface BegunImport {
  readonly importId: string;
  readonly file: string;
  readonly sha256: string;
}

/** What a finished import was, and what of it waits for a person or came back. `rejected`: the first thousand; imports of before tell none. */
export interface FinishedImport extends BegunImport {
  readonly sheets: readonly { readonly sheet: string; readonly kind: string; readonly rows: RowCounts }[];
  readonly held: readonly ReturnedRow[];
  readonly rejected?: readonly ReturnedRow[];
}

/** What taking an import back did: the facts voided, and the projects that stay because others have recorded facts of them since. */
export interface Reverted {
  readonly importId: string;
  readonly projects: number;
  readonly voided: number;
  readonly staying: readonly { readonly id: string; readonly code: string | null; readonly why: string }[];
}

/** Streams "import-<digest of the file>" and "mapping-imports"; `layout`: the look of a sheet's headers. */
export type ImportEvent =
  | E<'ImportBegun', BegunImport>
  | E<'ImportFinished', FinishedImport>
  | E<'ClosedFactsApproved', { readonly importId: string; readonly rows: readonly { sheet: string; row: number }[] }>
  | E<'ImportReverted', Reverted & { readonly reason: string }>
  | E<'MappingRemembered', { readonly layout: string; readonly mapping: SavedSheet }>;

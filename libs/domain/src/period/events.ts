import type { IsoDate } from '../dates.ts';
import type { DomainEvent } from '../event.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

/** The figures of a month as they stood when it was closed: where they stand, by which definition, of which metrics, and a hash of them all. */
export interface Snapshot {
  readonly position: string; // of the log, as text
  readonly asOf: IsoDate; // the month's last day
  readonly definition: { readonly name: string; readonly version: number };
  readonly metrics: readonly string[];
  readonly hash: string; // hex sha256
}

type E<Type extends string, Data> = DomainEvent<Type, Data>;

/** Who approved a reopening stands in the envelope. One of an older release was not asked for before. */
export type PeriodEvent =
  | E<'PeriodClosed', { readonly month: string } & Snapshot>
  | E<
      'ReopeningAsked',
      { readonly month: string; readonly reason: string; readonly by: string; readonly approver: string }
    >
  | E<'ReopeningRefused', { readonly month: string; readonly reason: string; readonly by: string }>
  | E<'PeriodReopened', { readonly month: string; readonly reason: string }>;

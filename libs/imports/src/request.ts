import type { Actor, IsoDate, People } from '#domain';
import type { EventStore } from '#event-store';
import type { SavedMapping } from './columns/saved.ts';
import type { ImportDecision } from './judge/decisions.ts';
import type { StoredProjects } from './plans/stored.ts';
import type { Known } from './rows/ledger.ts';
import type { TargetRow } from './rows/target-row.ts';

export interface ImportRequest {
  readonly path: string;
  readonly fileName?: string;
  readonly dryRun: boolean;
  readonly sheet?: string | null;
  readonly mapping?: SavedMapping | null;
  readonly decisions?: readonly ImportDecision[]; // about rows that wait; with them a file imported before goes on
  readonly today: IsoDate;
  readonly actor: Actor;
  readonly onProgress?: (done: number, of: number) => void;
}
/** Months whose figures were reported, and who can approve what is told of them later. */
export interface ClosedBooks {
  readonly months: ReadonlySet<string>;
  readonly people: People;
}
export interface ImportTools {
  readonly store: EventStore;
  readonly stored: StoredProjects;
  readonly known: Known;
  readonly closed?: ClosedBooks; // left out: no month is closed
  /** Makes the targets of the ledger stand; the same again changes nothing. Left out: they are only told. */
  readonly stateTargets?: (rows: readonly TargetRow[], statement: Stating) => Promise<void>;
}

/** By whom, in which import and on which day targets are stated. */
interface Stating {
  readonly actor: Actor;
  readonly importId: string;
  readonly file: string;
  readonly today: IsoDate;
}

import type { Actor, IsoDate, People, Project } from '#domain';
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
/** What the lists can show, so that nothing is stored that no list could hold. */
export interface Lists {
  /** Projects that are set aside: a fact of each cannot be read, and waits for its correction. Ids. */
  readonly aside: () => Promise<ReadonlySet<string>>;
  readonly hold: (project: Project) => boolean; // whether its row could be laid
}
export interface ImportTools {
  readonly store: EventStore;
  readonly stored: StoredProjects;
  readonly known: Known;
  readonly closed?: ClosedBooks; // left out: no month is closed
  readonly lists?: Lists; // left out: they can hold anything
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

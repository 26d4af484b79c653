import type { Actor, Circumstances, Project } from '#domain';
import type { FindingCode } from '../judge/findings.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';

/** What all plans of one import have in common. */
export interface Deciding {
  readonly importId: string;
  readonly actor: Actor;
  readonly circumstances: Circumstances;
  /** Whether a person said that what the row says otherwise is a correction. */
  readonly corrects: (row: LedgerRow) => boolean;
  /** Whether a person decided that the row is to be recorded. */
  readonly settled: (row: LedgerRow) => boolean;
  /** Whether a person decided that what this finding says of the row is recorded, too. */
  readonly takes: (row: LedgerRow, code: FindingCode) => boolean;
  /** Who approved what the row tells of a closed month; null: nobody. */
  readonly approverOf: (row: LedgerRow) => string | null;
  /** Projects of which nothing is recorded before a fact of theirs is corrected. */
  readonly aside: ReadonlySet<string>;
  /** Whether the lists can hold a project as it would stand. */
  readonly hold: (project: Project) => boolean;
}

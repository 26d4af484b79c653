import type { RecordedEvent } from '#domain';

/** A log as one brings another into it: its records as they were written, with their hashes, and under the positions that they had. */
export interface KeptLog {
  /** The last record it holds; null where it holds none. */
  readonly last: () => Promise<RecordedEvent | null>;
  /** Takes records that follow on the last one, in order, whole or as far as it came. The same given again are the same. Throws LogsDiffer. */
  readonly keep: (records: readonly RecordedEvent[]) => Promise<void>;
  /** Says that what stands in it now was brought: from here on it may be read, and written to. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The other log holds something else than the one that is brought. Nothing of it was changed. */
export class LogsDiffer extends Error {
  override readonly name = 'LogsDiffer';
  constructor(readonly record: { readonly position: bigint; readonly stream: string; readonly version: number }) {
    super(`at ${record.position} (${record.stream}, ${record.version}) the two logs differ`);
  }
}

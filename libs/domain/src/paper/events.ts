import type { DomainEvent } from '../event.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only. One stream per project: "papers-<project id>".

/** A file that was attached to a project. Its content stands in the data folder under its digest; the log keeps what proves it. */
export interface PaperData {
  readonly project: string; // id
  readonly sha256: string; // hex, of the content
  readonly name: string; // of the file, as it was sent
  readonly bytes: number;
  readonly kind: string | null; // what kind of paper it is, in the words of who attached it
}

export type PaperEvent = DomainEvent<'PaperAttached', PaperData>;

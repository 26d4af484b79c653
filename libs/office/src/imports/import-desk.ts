import type { Caller } from '#identity';

/** An import under way or finished, as its status route answers it. */
export interface ImportStatus {
  readonly id: string;
  readonly file: string;
  readonly dryRun: boolean;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  readonly progress: { readonly done: number; readonly total: number | null };
  readonly report: object | null; // libs/imports/README.md, "The report"
  readonly problem: { readonly code: string; readonly zh: string; readonly en: string } | null;
}

export interface Upload {
  readonly path: string;
  readonly name: string;
  readonly sheet?: string;
  readonly mapping?: object;
  readonly decisions?: object; // about rows that wait
  readonly remember?: boolean; // the mapping, for files of the same headers
  readonly dryRun: boolean;
}

/** The same at every server of the bureau, whichever runs the import. */
export interface ImportDesk {
  readonly folder: string; // where uploads are put
  readonly start: (caller: Caller, upload: Upload) => Promise<ImportStatus>;
  /** Null where there is no such import or it is somebody else's. */
  readonly status: (caller: Caller, id: string) => Promise<ImportStatus | null>;
  /** Calls back at every change until it is done; answers how to stop listening. */
  readonly follow: (
    caller: Caller,
    id: string,
    onChange: (status: ImportStatus) => void,
  ) => Promise<(() => void) | null>;
  /** Stops it after the projects that are being written; the same file goes on from there. Null as above. */
  readonly stop: (caller: Caller, id: string) => Promise<ImportStatus | null>;
  readonly resultWorkbook: (
    caller: Caller,
    id: string,
  ) => Promise<{ readonly path: string; readonly name: string } | null>;
}

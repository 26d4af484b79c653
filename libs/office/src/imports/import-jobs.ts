import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Sentence } from '#domain';
import type { Caller } from '#identity';
import type { ImportBook } from '#imports';
import { refusal, refusalOf } from '../refusals.ts';
import { followAtAnotherServer, isOver, shownFrom } from './import-elsewhere.ts';
import type { ImportDesk, ImportStatus, Upload } from './import-desk.ts';

/** Reads a workbook and, unless it is a dry run, stores it. Throws Rejected for a file that cannot be read at all. */
export type ImportRun = (
  upload: Upload,
  caller: Caller,
  onProgress: (done: number, total: number | null) => void,
) => Promise<{ readonly report: object; readonly resultWorkbook: string | null }>;

/** An import that this process runs, or is to run next. */
interface Job {
  readonly id: string;
  readonly account: string;
  status: ImportStatus;
  result: string | null; // name of the result workbook
  stopped: boolean; // somebody asked for it
  telling: Promise<void> | null;
  isTold: boolean; // the book knows how it ended
  readonly listeners: Set<(status: ImportStatus) => void>;
}

const KEPT = 100; // finished imports whose outcome can still be fetched; what they stored is in the log for good
const TELL_EVERY_MS = 1_000;

class Stopped extends Error {}

const problemFrom = (error: unknown): Sentence & { readonly code: string } => {
  const { code, zh, en } = refusalOf(error) ?? refusal('internal');
  return { code, zh, en };
};

/**
 * Imports one after the other: two at once would only wait for each other's locks, and neither would show honest progress. What becomes of them stands in the book, so that every server of
 * the bureau shows it, stops it and hands out its workbook; of one whose server was killed it says so.
 */
export const importDesk = (folder: string, book: ImportBook<ImportStatus>, run: ImportRun): ImportDesk => {
  const own = new Map<string, Job>();
  let last: Promise<unknown> = Promise.resolve();

  const change = (job: Job, difference: Partial<ImportStatus>): void => {
    job.status = { ...job.status, ...difference };
    for (const listener of job.listeners) listener(job.status);
  };
  /** One word after the other: a late one must not stand over a later one. Where the database is away it is told again soon. */
  const tell = (job: Job): Promise<void> =>
    (job.telling ??= (async () => {
      const { id, status, result } = job;
      try {
        const isStopAsked = await book.tell(id, { status, over: isOver(status), result });
        job.stopped ||= isStopAsked;
        job.isTold = isOver(status);
      } catch {
        /* told again soon */
      } finally {
        job.telling = null;
      }
    })());
  /** Told while it waits and runs, and until the book knows how it ended. */
  const keepTelling = (job: Job): void => {
    const again = async (): Promise<void> => {
      await tell(job);
      if (job.isTold) own.delete(job.id);
      else setTimeout(() => void again(), TELL_EVERY_MS).unref();
    };
    void again();
  };
  const keepGoing = ({ stopped }: Job): void => {
    if (stopped) throw new Stopped();
  };
  const perform = async (job: Job, upload: Upload, caller: Caller): Promise<void> => {
    try {
      keepGoing(job);
      change(job, { state: 'running' });
      const { report, resultWorkbook } = await run(upload, caller, (done, total) => {
        change(job, { progress: { done, total } });
        keepGoing(job);
      });
      job.result = resultWorkbook === null ? null : basename(resultWorkbook);
      change(job, { state: 'done', report });
    } catch (error) {
      change(job, error instanceof Stopped ? { state: 'stopped' } : { state: 'failed', problem: problemFrom(error) });
    } finally {
      job.listeners.clear();
      await job.telling; // what it says is older
      await tell(job);
      await rm(upload.path, { force: true });
      for (const name of await book.forget(KEPT).catch(() => [])) await rm(join(folder, name), { force: true });
    }
  };
  const ownOf = ({ account }: Caller, id: string): Job | undefined => {
    const job = own.get(id);
    return job?.account === account ? job : undefined;
  };
  const elsewhere = async ({ account }: Caller, id: string): Promise<ImportStatus | null> => {
    const kept = await book.find(account, id);
    return kept === null ? null : shownFrom(kept);
  };

  return {
    folder,
    start: async (caller, upload) => {
      const id = randomUUID();
      const job: Job = {
        id,
        account: caller.account,
        listeners: new Set(),
        result: null,
        stopped: false,
        telling: null,
        isTold: false,
        status: {
          id,
          file: upload.name,
          dryRun: upload.dryRun,
          state: 'waiting',
          progress: { done: 0, total: null },
          report: null,
          problem: null,
        },
      };
      await book.begin(id, job.account, job.status);
      own.set(id, job);
      const { status } = job;
      last = last.then(() => perform(job, upload, caller));
      keepTelling(job);
      return status;
    },
    status: async (caller, id) => ownOf(caller, id)?.status ?? elsewhere(caller, id),
    follow: async (caller, id, onChange) => {
      const job = ownOf(caller, id);
      if (job === undefined) return followAtAnotherServer(() => elsewhere(caller, id), onChange);
      job.listeners.add(onChange);
      if (isOver(job.status)) onChange(job.status);
      return () => {
        job.listeners.delete(onChange);
      };
    },
    stop: async (caller, id) => {
      const job = ownOf(caller, id);
      if (job === undefined) {
        await book.askToStop(caller.account, id);
        return elsewhere(caller, id);
      }
      job.stopped = true;
      return job.status;
    },
    resultWorkbook: async (caller, id) => {
      const known = ownOf(caller, id) ?? (await book.find(caller.account, id));
      if (known === null || known.result === null) return null;
      return { path: join(folder, known.result), name: `${known.status.file.replace(/\.[^.]*$/, '')}.result.xlsx` };
    },
  };
};

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Sentence } from '#domain';
import type { Caller } from '#identity';
import { refusal, refusalOf } from '../refusals.ts';
import type { ImportDesk, ImportStatus, Upload } from './import-desk.ts';

/** Reads a workbook and, unless it is a dry run, stores it. Throws Rejected for a file that cannot be read at all. */
export type ImportRun = (
  upload: Upload,
  caller: Caller,
  onProgress: (done: number, total: number | null) => void,
) => Promise<{ readonly report: object; readonly resultWorkbook: string | null }>;

interface Job {
  status: ImportStatus;
  readonly account: string;
  readonly result: { path: string | null };
  stopped: boolean; // somebody asked for it
  readonly listeners: Set<(status: ImportStatus) => void>;
}

const KEPT = 100; // finished imports whose outcome can still be fetched; what they stored is in the log for good

class Stopped extends Error {}

const isOver = ({ state }: ImportStatus): boolean => state === 'done' || state === 'failed' || state === 'stopped';

const problemFrom = (error: unknown): Sentence & { readonly code: string } => {
  const { code, zh, en } = refusalOf(error) ?? refusal('internal');
  return { code, zh, en };
};

/** Imports one after the other: two at once would only wait for each other's locks, and neither would show honest progress. */
export const importDesk = (folder: string, run: ImportRun): ImportDesk => {
  const jobs = new Map<string, Job>();
  let last: Promise<unknown> = Promise.resolve();

  const change = (job: Job, difference: Partial<ImportStatus>): void => {
    job.status = { ...job.status, ...difference };
    for (const listener of job.listeners) listener(job.status);
  };
  const forgetOldest = async (): Promise<void> => {
    const done = [...jobs].filter(([, { status }]) => isOver(status));
    for (const [
      id,
      {
        result: { path },
      },
    ] of done.slice(0, Math.max(0, done.length - KEPT))) {
      jobs.delete(id);
      if (path !== null) await rm(path, { force: true });
    }
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
      job.result.path = resultWorkbook;
      change(job, { state: 'done', report });
    } catch (error) {
      change(job, error instanceof Stopped ? { state: 'stopped' } : { state: 'failed', problem: problemFrom(error) });
    } finally {
      job.listeners.clear();
      await rm(upload.path, { force: true });
      await forgetOldest();
    }
  };
  const mine = (caller: Caller, id: string): Job | null => {
    const job = jobs.get(id);
    return job?.account === caller.account ? job : null;
  };

  return {
    folder,
    start: async (caller, upload) => {
      const id = randomUUID();
      const job: Job = {
        account: caller.account,
        listeners: new Set(),
        result: { path: null },
        stopped: false,
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
      jobs.set(id, job);
      last = last.then(() => perform(job, upload, caller));
      return job.status;
    },
    status: (caller, id) => mine(caller, id)?.status ?? null,
    follow: (caller, id, onChange) => {
      const job = mine(caller, id);
      if (job === null) return null;
      job.listeners.add(onChange);
      return () => {
        job.listeners.delete(onChange);
      };
    },
    stop: (caller, id) => {
      const job = mine(caller, id);
      if (job !== null) job.stopped = true;
      return job?.status ?? null;
    },
    resultWorkbook: (caller, id) => {
      const job = mine(caller, id);
      if (job === null || job.result.path === null) return null;
      return { path: job.result.path, name: `${job.status.file.replace(/\.[^.]*$/, '')}.result.xlsx` };
    },
  };
};

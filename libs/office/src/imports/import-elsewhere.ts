import { completeReport, type ImportBook } from '#imports';
import { refusal } from '../refusals.ts';
import type { ImportStatus } from './import-desk.ts';

type Kept = NonNullable<Awaited<ReturnType<ImportBook<ImportStatus>['find']>>>;

const LOOK_EVERY_MS = 500;

export const isOver = ({ state }: ImportStatus): boolean =>
  state === 'done' || state === 'failed' || state === 'stopped';

/** An import of another server, or an earlier version, as the book has it; one whose server was killed has failed, and says what to do. */
export const shownFrom = ({ status: kept, silent }: Kept): ImportStatus => {
  const status = kept.report === null ? kept : { ...kept, report: completeReport(kept.report) };
  if (!silent) return status;
  const { code, zh, en } = refusal('import-interrupted');
  return { ...status, state: 'failed', problem: { code, zh, en } };
};

/** Tells what changes of an import that another server runs, until it is over. Null where there is none. */
export const followAtAnotherServer = async (
  look: () => Promise<ImportStatus | null>,
  onChange: (status: ImportStatus) => void,
): Promise<(() => void) | null> => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let told = '';
  const tell = (status: ImportStatus | null): void => {
    if (stopped || status === null) return;
    const now = JSON.stringify(status);
    if (now !== told) onChange(status);
    told = now;
    if (!isOver(status)) timer = setTimeout(() => void again(), LOOK_EVERY_MS);
  };
  const again = async (): Promise<void> => {
    try {
      tell(await look());
    } catch {
      if (!stopped) timer = setTimeout(() => void again(), LOOK_EVERY_MS); // the database is away
    }
  };
  const first = await look();
  if (first === null) return null;
  tell(first);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
};

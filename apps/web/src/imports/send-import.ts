import { problemOf, sent, type Schemas } from '../ask/api.ts';
import { sessionOver } from '../ask/session-over.ts';
import { listOfDecisions, type Decisions } from './decisions.ts';
import { isEmpty, type Mapping } from './mapping.ts';

export type Status = Schemas['ImportStatus'];
export type Report = Schemas['ImportReport'];

/** A file as it is sent: tried or stored, with what a person said of its columns and rows. */
export interface Asked {
  readonly file: File;
  readonly dryRun: boolean;
  readonly mapping: Mapping;
  readonly decisions: Decisions;
  readonly remember: boolean;
}

const BETWEEN = 300; // milliseconds between two looks at its progress
const PATIENCE = 200; // looks that may fail one after the other: a server takes its time to start again

const later = (milliseconds: number): Promise<void> =>
  new Promise((go) => {
    setTimeout(go, milliseconds);
  });

export const isUnderWay = ({ state }: Pick<Status, 'state'>): boolean => state === 'waiting' || state === 'running';

const bodyOf = ({ file, dryRun, mapping, decisions, remember }: Asked): FormData => {
  const body = new FormData();
  body.append('dryRun', String(dryRun));
  if (!isEmpty(mapping)) body.append('mapping', JSON.stringify({ sheets: mapping }));
  const decided = listOfDecisions(decisions);
  if (decided.length > 0) body.append('decisions', JSON.stringify(decided));
  if (remember) body.append('remember', 'true');
  body.append('file', file);
  return body;
};

/** Waits until somebody has signed in again over the page. */
const signedInAgain = (): Promise<void> =>
  new Promise((go) => {
    if (!sessionOver.now()) {
      go();
      return;
    }
    const stop = sessionOver.subscribe(() => {
      stop();
      go();
    });
  });

/** How far an import is now. A line that is cut, a server that starts again and a session that is over do not end the looking. */
const lookedAt = async (id: string): Promise<Status> => {
  for (let failures = 0; ;) {
    try {
      return await sent<Status>(`/api/imports/${id}`, {});
    } catch (error) {
      const { status } = problemOf(error);
      if (status === 401) {
        await signedInAgain();
        continue;
      }
      failures += 1;
      if ((status > 0 && status < 500) || failures > PATIENCE) throw error;
      await later(BETWEEN);
    }
  }
};

/** Sends a file; the import is then under way, whoever looks. Throws Refusal where it was not taken. */
export const beginImport = (asked: Asked): Promise<Status> =>
  sent<Status>('/api/imports', { method: 'POST', body: bodyOf(asked) });

/** Looks at an import until its end; tells of each look. */
export const followImport = async (id: string, onStatus: (status: Status) => void): Promise<Status> => {
  for (;;) {
    const now = await lookedAt(id);
    onStatus(now);
    if (!isUnderWay(now)) return now;
    await later(BETWEEN);
  }
};

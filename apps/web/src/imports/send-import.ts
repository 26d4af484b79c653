import { Refusal, sent, type Schemas } from '../ask/api.ts';
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
const PATIENCE = 40; // looks that may fail one after the other: the import goes on without the line

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

/** How far it is now; a line that is cut for a moment does not end the looking. */
const lookedAt = async (id: string): Promise<Status> => {
  for (let failures = 0; ; failures += 1) {
    try {
      return await sent<Status>(`/api/imports/${id}`, {});
    } catch (error) {
      const cut = error instanceof Refusal && error.problem.status === 0;
      if (!cut || failures >= PATIENCE) throw error;
      await later(BETWEEN);
    }
  }
};

/** Sends the file and follows it to its end; tells of each look. Throws Refusal where it was not taken. */
export const sendImport = async (asked: Asked, onStatus: (status: Status) => void): Promise<Status> => {
  let now = await sent<Status>('/api/imports', { method: 'POST', body: bodyOf(asked) });
  onStatus(now);
  while (isUnderWay(now)) {
    await later(BETWEEN);
    now = await lookedAt(now.id);
    onStatus(now);
  }
  return now;
};

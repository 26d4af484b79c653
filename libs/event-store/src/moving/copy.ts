import type { EventStore } from '../event-store.ts';
import { LogsDiffer, type KeptLog } from './kept-log.ts';

const PAGE = 500;

interface Copying {
  readonly from: Pick<EventStore, 'readAll' | 'recordAt'>; // records as written
  readonly to: KeptLog;
  /** Called with the position reached, after each page. */
  readonly reached: (position: bigint) => void;
}

/** Where the other log stands: at a record of this one, or at its beginning. Throws LogsDiffer. */
const standing = async ({ from, to }: Copying): Promise<bigint> => {
  const last = await to.last();
  if (last === null) return 0n;
  const own = await from.recordAt(last.position);
  if (own?.hash !== last.hash || own.stream !== last.stream) throw new LogsDiffer(last);
  return last.position;
};

/** Brings everything recorded so far into the other log, from where it stands: broken off at any record, it goes on there. Answers the position reached. Throws LogsDiffer. */
export const copyOn = async (copying: Copying): Promise<bigint> => {
  const { from, to, reached } = copying;
  let position = await standing(copying);
  for (;;) {
    const page = await from.readAll(position, PAGE);
    if (page.length === 0) return position;
    await to.keep(page);
    position = page.at(-1)!.position;
    reached(position);
  }
};

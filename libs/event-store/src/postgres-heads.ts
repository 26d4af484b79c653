import type { Pool } from 'pg';
import { sharedRun } from './shared-run.ts';

/** The latest version of each stream that was read or written to lately. */
type Versions = Map<string, number>;

export interface Heads {
  /** As they are known without a look: a stream that stands here may have grown since. */
  readonly sofar: () => Versions;
  /** As they stand on everything that was stored before the call. */
  readonly now: () => Promise<Versions>;
}

const PAGE = 2_000;
const MOST_KNOWN = 50_000;

/**
 * Which streams have grown, found out by one look at the log for all who ask at once: a stream that has not is not read. No append is missed,
 * since positions become visible in order. Who has read a stream writes its version into the map that was known before. Where too much has
 * happened to follow it, nothing is known any more: another map begins.
 */
export const streamHeads = (pool: Pool): Heads => {
  let heads: Versions = new Map();
  let position: string | null = null; // up to which all appends are in `heads`

  const startAnew = async (): Promise<void> => {
    const { rows } = await pool.query<{ position: string }>({
      name: 'luodi-heads-from',
      text: 'select coalesce(max(position), 0)::text as position from event',
    });
    heads = new Map();
    position = rows[0]!.position;
  };
  const now = sharedRun(async () => {
    if (position === null || heads.size > MOST_KNOWN) {
      await startAnew();
      return heads;
    }
    const { rows } = await pool.query<{ position: string; stream: string; version: number }>({
      name: 'luodi-heads-since',
      text: 'select position, stream, version from event where position > $1 order by position limit $2',
      values: [position, PAGE],
    });
    if (rows.length === PAGE) await startAnew();
    else {
      for (const { stream, version } of rows) heads.set(stream, version);
      position = rows.at(-1)?.position ?? position;
    }
    return heads;
  });
  return { sofar: () => heads, now };
};

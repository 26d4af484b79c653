import type { Pool } from 'pg';
import { readSealFile } from '#audit';
import { Unreachable } from '#database';
import type { Office } from '../office.ts';
import { sealFile } from './sealing.ts';

const REACHED = `select 'project and matter lists' as what, max(position) as position from projection_checkpoint
  union all select 'reminders', position from reminder_checkpoint
  union all select 'follow-ups', max(position) from follower
  union all select 'seals in the database', max(position) from seal`;

const reached = async (pool: Pool): Promise<readonly { readonly what: string; readonly position: bigint }[]> => {
  const { rows } = await pool.query<{ what: string; position: string | null }>(REACHED);
  return rows.map(({ what, position }) => ({ what, position: BigInt(position ?? '0') }));
};

/** Who has read or sealed further than the log reaches: then it was cut short, or an old copy of it was brought back. Null where nobody has. */
export const beyondLog = async (office: Pick<Office, 'pool' | 'store' | 'config'>): Promise<string | null> => {
  const { seals } = await readSealFile(sealFile(office));
  const known = [
    ...(await reached(office.pool)),
    { what: 'seals.jsonl', position: BigInt(seals.at(-1)?.position ?? '0') },
  ];
  const head = await office.store.head(); // read last: what was recorded meanwhile only makes it larger
  const beyond = known.filter(({ position }) => position > head);
  if (beyond.length === 0) return null;
  return `the log ends at ${head}; ${beyond.map(({ what, position }) => `${what}: ${position}`).join(', ')}`;
};

/** Nothing is served from a log that is shorter than what is known of it. Throws Unreachable 'log-too-short'. */
export const checkLogReach = async (office: Pick<Office, 'pool' | 'store' | 'config'>): Promise<void> => {
  const beyond = await beyondLog(office);
  if (beyond !== null) throw new Unreachable('log-too-short', beyond);
};

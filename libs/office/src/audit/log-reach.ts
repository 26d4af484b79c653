import { readSealFile, sealedTo } from '#audit';
import { Unreachable } from '#database';
import { followedTo } from '#event-store';
import { foldedTo } from '#projections';
import { ledgerFoldedTo } from '#reminders';
import type { Office } from '../office.ts';
import { sealFile } from './seal-file.ts';

/** Who has read or sealed further than the log reaches: then it was cut short, or an old copy of it was brought back. Null where nobody has. */
export const beyondLog = async (office: Pick<Office, 'pool' | 'store' | 'config'>): Promise<string | null> => {
  const { pool } = office;
  const { seals } = await readSealFile(sealFile(office));
  const known: readonly (readonly [what: string, position: bigint])[] = [
    ['project and matter lists', await foldedTo(pool)],
    ['reminders', await ledgerFoldedTo(pool)],
    ['follow-ups', await followedTo(pool, 'follow-ups')],
    ['seals in the database', await sealedTo(pool)],
    ['seals.jsonl', BigInt(seals.at(-1)?.position ?? '0')],
  ];
  const head = await office.store.head(); // read last: what was recorded meanwhile only makes it larger
  const beyond = known.filter(([, position]) => position > head);
  if (beyond.length === 0) return null;
  return `the log ends at ${head}; ${beyond.map(([what, position]) => `${what}: ${position}`).join(', ')}`;
};

/** Nothing is served from a log that is shorter than what is known of it. Throws Unreachable 'log-too-short'. */
export const checkLogReach = async (office: Pick<Office, 'pool' | 'store' | 'config'>): Promise<void> => {
  const beyond = await beyondLog(office);
  if (beyond !== null) throw new Unreachable('log-too-short', beyond);
};

import {
  EVERYWHERE,
  FINDINGS,
  partsOf,
  readKeptSeals,
  readSeals,
  sealingOf,
  verify,
  type FirstBad,
  type Seal,
  type Sealing,
  type Verification,
} from '#audit';
import { field, projectStream, type Sentence } from '#domain';
import { accountBeyondLog, IDENTITY_STREAM } from '#identity';
import type { Pool } from '#database';
import type { EventStore } from '#event-store';
import { keysMissed } from '../personal/keys-missed.ts';
import { logAt } from '../open-log.ts';
import { fromKurrentUpTo } from '../moving/log-moves.ts';
import type { Question } from '../ask.ts';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';
import { sealFileMissedSince } from './seal-file-told.ts';
import { sealFile } from './seal-file.ts';

/** What is to be verified, as it is asked over HTTP. */
export class VerifyLog {
  @field.text({ zh: '只核验一个项目（标识）', en: 'One project alone (id)', optional: true, max: 60 }) project?: string;
}
interface VerifyQuestion {
  readonly from?: bigint; // the first position to check
  readonly project?: string; // id: its records alone
  readonly onProgress?: (events: number) => void;
  readonly withoutKeys?: boolean; // the keys of people were left out on purpose: that they are gone is no finding
}

/** Rights that were changed in the database alone. Where one project is verified they are not looked at. */
const beyondChain = async (pool: Pool, raw: EventStore, project: string | undefined): Promise<FirstBad | null> => {
  const untold = project === undefined ? await accountBeyondLog(pool, raw) : null;
  return untold === null ? null : { ...untold, stream: IDENTITY_STREAM, what: 'account-changed' };
};

/** What is sealed for somebody whose key is gone, untold. */
const unreadable = async (
  { first }: ReturnType<typeof keysMissed>,
  pool: Pool,
  raw: EventStore,
): Promise<FirstBad | null> => {
  const place = await first(pool, raw);
  return place === null ? null : { ...place, position: Number(place.position), what: 'key-missing' };
};

/** A file of seals that is gone or cannot be read, told at the last record that it should have sealed, and since when nobody has mended it. */
const sealFileWrong = async (
  raw: EventStore,
  { wrong }: Awaited<ReturnType<typeof readKeptSeals>>,
  last: Seal | undefined,
): Promise<FirstBad | null> => {
  if (wrong === null || last === undefined) return null;
  const since = await sealFileMissedSince(raw);
  return {
    position: Number(last.position),
    stream: null,
    version: null,
    what: wrong,
    ...(since === null ? {} : { since }),
  };
};

/**
 * Reads the log as it is stored, from a position on or of one project, against its chain and every seal; and says how much of it is sealed.
 * A file of seals that is gone or cannot be read is found too, and so are rights that were changed in the database alone, and keys of people that are gone untold, where the log itself is in order.
 */
export const verifyLog = async (
  office: Pick<Office, 'pool' | 'config'>,
  { from, project, onProgress, withoutKeys = false }: VerifyQuestion,
): Promise<Verification & Sealing> => {
  const { pool, config } = office;
  const raw = logAt({ place: config.log, pool, databaseUrl: '' }, { raw: true }); // it is only read: nobody is woken by it
  try {
    const seals = await readSeals(pool);
    const file = await readKeptSeals(sealFile(office), seals);
    const keys = keysMissed();
    const outcome = await verify(raw, {
      onRecords: keys.note,
      ...(from === undefined ? {} : { from }),
      ...(project === undefined ? {} : { stream: projectStream(project) }),
      ...(onProgress === undefined ? {} : { onProgress }),
      keepers: [seals, ...partsOf(file.seals)],
      manyWritersUpTo: config.log.kind === 'kurrentdb' ? EVERYWHERE : await fromKurrentUpTo(raw),
    });
    const sealing = await sealingOf(raw, seals);
    const firstBad =
      outcome.firstBad ??
      (await beyondChain(pool, raw, project)) ??
      (withoutKeys ? null : await unreadable(keys, pool, raw)) ??
      (await sealFileWrong(raw, file, seals.at(-1)));
    return { ...outcome, ...sealing, ok: firstBad === null, firstBad };
  } finally {
    await raw.close();
  }
};

const saidOf = ({ what, since }: FirstBad): Sentence => {
  const { zh, en } = FINDINGS[what];
  return since === undefined ? { zh, en } : { zh: `${zh}（${since} 起）`, en: `${en} (since ${since})` };
};

/** What verifying finds, with the words for it. Throws 'verify-beyond-scope': it reads every record. */
export const showVerification: Question<
  Pick<VerifyQuestion, 'project' | 'onProgress'>,
  Verification & Sealing & { readonly words: Sentence | null }
> = {
  answer: async ({ office, scope }, asked) => {
    if (!scope.all) throw refused('verify-beyond-scope');
    const { project, onProgress } = asked;
    const outcome = await (project === undefined ? office.verification(onProgress) : verifyLog(office, asked));
    const { firstBad } = outcome;
    return { ...outcome, words: firstBad === null ? null : saidOf(firstBad) };
  },
};

/** How many records the log holds. */
export const howManyRecords: Question<object, number> = {
  answer: async ({ office }) => Number(await office.store.head()),
};

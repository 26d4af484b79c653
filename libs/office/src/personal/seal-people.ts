import { setTimeout as rest } from 'node:timers/promises';
import { keepSealFile, leaveSeals, sealLog, stretch } from '#audit';
import { forgetDeleted, migrate, openDatabase, whileNobodyWorks, type Pool } from '#database';
import { contactIn, type Owner, type RecordedEvent } from '#domain';
import { logHome, publishNews, sealOldRecords } from '#event-store';
import { MODEL_NAMES, rebuildModel } from '../audit/rebuild-models.ts';
import { sealFile } from '../audit/seal-file.ts';
import { verifyLog } from '../audit/verify-log.ts';
import type { Config } from '../config.ts';
import { officeMigrations } from '../migrations.ts';
import { openOffice } from '../open-office.ts';
import { OPERATOR } from '../operator.ts';
import { upToDate } from '../projects/up-to-date.ts';
import { clearAway } from './clear-away.ts';
import { rememberSealing } from './person-events.ts';
import { SealingRefused } from './refused.ts';

interface Wanted {
  readonly also: readonly string[]; // names and numbers to be sealed wherever they stand in free words
  readonly waiting: () => void; // somebody still works on the installation
  readonly signal: AbortSignal;
}

export interface SealedPeople {
  readonly events: number;
  readonly sealed: number; // facts of which something was sealed
  readonly seconds: number;
  readonly ok: boolean; // the new chain verifies, and the models stand on it
}

const LOOK_AGAIN_MS = 500;

/** Somebody called so in whatever stream. */
const ownersOf = (also: readonly string[]): ReadonlyMap<string, Owner> =>
  new Map(
    also.map((text): [string, Owner] => {
      const number = contactIn(text);
      return [text, number === null ? `name * ${text}` : `number ${number}`];
    }),
  );

type Holder = Parameters<Parameters<typeof whileNobodyWorks>[1]>[0];

/** One transaction: the new chain, no seal of the old one, and the fact that tells of both. */
const sealing = async (
  tx: Holder,
  pool: Pool,
  config: Config,
  also: readonly string[],
): Promise<{ readonly events: number; readonly sealed: number }> => {
  const [before, now] = [stretch(), stretch()];
  let [events, position] = [0, 0n];
  const seen = {
    also: ownersOf(also),
    seen: (old: RecordedEvent, anew: RecordedEvent): void => {
      before.add(old);
      now.add(anew);
      events += 1;
      ({ position } = anew);
    },
  };
  const actor = { user: OPERATOR.user, unit: null };
  const sealed = await sealOldRecords(tx, pool, seen, async (facts) => {
    await keepSealFile(sealFile({ config }), new Date());
    await rememberSealing(tx, actor, new Date(), {
      position: String(position),
      events,
      sealed: facts,
      before: before.digest(),
      now: now.digest(),
      lastSeal: await leaveSeals(tx),
    });
  });
  return { events, sealed };
};

const soundBefore = async (config: Config): Promise<void> => {
  const office = await openOffice(config);
  try {
    await sealLog({ pool: office.pool, store: office.store, now: office.now, file: sealFile(office) });
    const { ok, firstBad } = await verifyLog(office, {});
    if (!ok) throw new SealingRefused('log-not-sound', JSON.stringify(firstBad));
  } finally {
    await office.close();
  }
};

/** Read models are laid anew, and nothing of the old ones is left. */
const settled = async (config: Config): Promise<boolean> => {
  const office = await openOffice(config);
  try {
    await publishNews(office.pool, office.store);
    await upToDate(office);
    for (const model of MODEL_NAMES) await rebuildModel(office, model, () => undefined);
    await sealLog({ pool: office.pool, store: office.store, now: office.now, file: sealFile(office) });
    await forgetDeleted(office.pool, ['event', 'matter']);
    await clearAway(office);
    return (await verifyLog(office, {})).ok;
  } finally {
    await office.close();
  }
};

/**
 * Seals what facts recorded by earlier releases tell of people in the clear: verifies the log, waits until nobody works on the installation, writes the new chain in one transaction, keeps the old seals as
 * witnesses, and lays the read models anew. Broken off before the end of that transaction nothing has changed; afterwards it goes on when it is given again. Throws SealingRefused and Unreachable.
 */
export const sealPeople = async (config: Config, { also, waiting, signal }: Wanted): Promise<SealedPeople> => {
  const began = performance.now();
  if (config.log.kind !== 'postgres') throw new SealingRefused('log-kept-elsewhere', config.log.kind);
  const database = await openDatabase({ data: config.data, url: config.databaseUrl });
  try {
    await migrate(database.pool, officeMigrations);
    if ((await logHome(database.pool, 'postgres')) !== 'postgres')
      throw new SealingRefused('log-kept-elsewhere', 'kurrentdb');
    await soundBefore(config);
    let told: { readonly events: number; readonly sealed: number } | null = null;
    for (let isTold = false; told === null; isTold = true) {
      told = await whileNobodyWorks(database, (tx) => sealing(tx, database.pool, config, also));
      if (told !== null) break;
      if (!isTold) waiting();
      await rest(LOOK_AGAIN_MS, undefined, { signal });
    }
    const ok = await settled(config);
    return { ...told, seconds: Math.round(performance.now() - began) / 1_000, ok };
  } finally {
    await database.close();
  }
};

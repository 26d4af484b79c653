import { setTimeout as rest } from 'node:timers/promises';
import { migrate, openDatabase, whileNobodyWorks, type Pool } from '#database';
import {
  comparison,
  copyOn,
  forgetPlaces,
  keepInKurrent,
  keepInPostgres,
  logHome,
  LogsDiffer,
  moveHome,
  publishNews,
  type EventStore,
  type KeptLog,
  type LogKind,
} from '#event-store';
import type { Config } from '../config.ts';
import type { LogPlace } from '../log-place.ts';
import { officeMigrations } from '../migrations.ts';
import { logAt } from '../open-log.ts';
import { rememberMove } from './log-moves.ts';
import { MoveRefused } from './refused.ts';

/** How far a move has come. `waiting`: everything is there, and somebody still works on the installation. */
export type MoveStep =
  | { readonly step: 'copying' | 'comparing'; readonly position: bigint; readonly head: bigint }
  | { readonly step: 'waiting' };

export interface Moved {
  readonly from: LogPlace['kind'];
  readonly to: LogPlace['kind'];
  readonly events: number;
  readonly streams: number;
  readonly position: string; // of the last record that was brought
  readonly seconds: number;
}

interface Move {
  readonly to: LogPlace;
  readonly tell: (step: MoveStep) => void;
  readonly signal: AbortSignal;
}

const LOOK_AGAIN_MS = 500;

const intoLog = (to: LogPlace, pool: Pool): KeptLog =>
  to.kind === 'postgres' ? keepInPostgres(pool) : keepInKurrent({ ...to, pool });

interface Brought {
  readonly events: number;
  readonly streams: number;
  readonly position: bigint; // of the last record
}

/** Brings what is new and compares all of it. `from` and `to` read records as they are written. */
const bringing = (from: EventStore, into: KeptLog, to: () => EventStore, { tell, signal }: Move) => {
  const compared = comparison(from);
  let brought: Brought = { events: 0, streams: 0, position: 0n };
  return async (): Promise<Brought> => {
    const head = await from.head();
    const reached = (position: bigint): void => {
      tell({ step: 'copying', position, head });
      signal.throwIfAborted();
    };
    const position = await copyOn({ from, to: into, reached });
    if (position === brought.position) return brought; // nothing new
    await into.settle();
    tell({ step: 'comparing', position, head });
    const reader = to(); // anew each time: what was brought is known to it when it is opened
    try {
      brought = { ...(await compared.upTo(position, reader)), position };
    } finally {
      await reader.close();
    }
    return brought;
  };
};

/** Until nobody works on the installation; then what is left, and the other log is in charge. */
const switched = async (
  database: { readonly url: string },
  bring: () => Promise<Brought>,
  from: LogKind,
  move: Move,
) => {
  const finish = async (holder: Parameters<Parameters<typeof whileNobodyWorks>[1]>[0]): Promise<Brought | null> => {
    const brought = await bring();
    const { events, position } = brought;
    const to = move.to.kind;
    const told = { from, to, position: String(position), events };
    const isMoved = await moveHome(holder, { from, to, upTo: position }, (tx) => rememberMove(tx, new Date(), told));
    return isMoved ? brought : null;
  };
  for (let isTold = false; ; isTold = true) {
    const brought = await whileNobodyWorks(database, finish);
    if (brought !== null) return brought;
    if (!isTold) move.tell({ step: 'waiting' });
    await rest(LOOK_AGAIN_MS, undefined, { signal: move.signal });
    await bring();
  }
};

const refusedAs = (error: unknown, { signal }: Move): unknown => {
  if (error instanceof LogsDiffer) return new MoveRefused('logs-differ', error.message);
  return signal.aborted ? new MoveRefused('move-ended', (error as Error).name) : error;
};

/**
 * Brings the log of an installation to its other place while the office works, compares the two record by record, waits until nobody works on the installation, brings and compares what is left, and puts the other
 * log in charge: one transaction, over the connection that keeps everybody out. Until then the old one is in charge, and a move that is broken off goes on where it stopped. Every record keeps its position, so
 * that read models, reminders, seals, frozen reports and cursors of the feed stay as they are. Throws MoveRefused and Unreachable.
 */
export const moveLog = async (config: Config, move: Move): Promise<Moved> => {
  const began = performance.now();
  const { log } = config;
  const { to } = move;
  if (log.kind === to.kind) throw new MoveRefused('move-nowhere', to.kind);
  const database = await openDatabase({ data: config.data, url: config.databaseUrl });
  const { pool, url } = database;
  const open: { readonly close: () => Promise<void> }[] = [database];
  const opened = <Log extends { readonly close: () => Promise<void> }>(one: Log): Log => {
    open.push(one);
    return one;
  };
  const at = (place: LogPlace, raw: boolean): EventStore => logAt({ place, pool, databaseUrl: url }, { raw });
  try {
    await migrate(pool, officeMigrations);
    const home = await logHome(pool, log.kind);
    if (home !== log.kind) throw new MoveRefused('log-not-there', `EVENT_STORE=${home}`);
    if (to.kind === 'kurrentdb') await forgetPlaces(pool);
    const bring = bringing(opened(at(log, true)), opened(intoLog(to, pool)), () => at(to, true), move);
    await bring(); // nearly all of it, while the office works
    const { events, streams, position } = await switched(database, bring, log.kind, move);
    await publishNews(pool, opened(at(to, false)));
    const seconds = Math.round(performance.now() - began) / 1_000;
    return { from: log.kind, to: to.kind, events, streams, position: String(position), seconds };
  } catch (error) {
    throw refusedAs(error, move);
  } finally {
    for (let one = open.pop(); one !== undefined; one = open.pop()) await one.close();
  }
};

import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#database';
import type { ProjectEvent, RecordedEvent, Rules } from '#domain';
import { sharedRun, type EventStore } from '#event-store';
import {
  applyChanges,
  createIndexes,
  createTable,
  PROJECT_MODEL_VERSION,
  type PositionedChange,
} from './project-table.ts';
import { extend, NO_TIMELINE, type Fact, type Timeline } from './timeline.ts';
import { byTransaction, readTransactions } from '../transactions.ts';

export const PROJECT_TABLE = 'project_span';
export const PROJECT_STREAMS = 'project-';
const PAGE = 1000;
const KEPT_TIMELINES = 2000; // the projects that are worked on now; the others are read again from the log

export const projectIdOf = (stream: string): string => stream.slice(PROJECT_STREAMS.length);

export const factOf = ({ event, version, position, meta }: RecordedEvent): Fact => ({
  ...(event as ProjectEvent),
  version,
  position,
  ...(meta.imported?.warnings ? { warnings: meta.imported.warnings } : {}),
});

/** Tables of the read models' own bookkeeping and of the project model. */
export const projectMigrations = [
  {
    // The rows follow from the log: a release that lays them otherwise drops them under a new id, and the next start folds them again.
    id: 'projections-4-project',
    sql: [
      `create table if not exists projection_checkpoint (name text primary key, version integer not null, rules text not null, position bigint not null)`,
      `drop table if exists ${PROJECT_TABLE}`,
      createTable(PROJECT_TABLE),
      ...createIndexes(PROJECT_TABLE),
      `insert into projection_checkpoint (name, version, rules, position) values ('project', ${PROJECT_MODEL_VERSION}, '', 0) on conflict (name) do update set version = excluded.version, rules = '', position = 0`,
    ].join(';\n'),
  },
] as const;

export interface ProjectModel {
  /** Applies every event recorded so far; answers the position it now stands at. */
  readonly catchUp: () => Promise<bigint>;
}

/** How far the model has come, and what it was laid by. */
export interface Checkpoint {
  readonly position: bigint;
  readonly version: number;
  readonly rules: string;
}

/** The checkpoint; `lock`: for this transaction, so that nobody moves or swaps the model meanwhile. */
export const readCheckpoint = async (on: Pool | PoolClient, lock: '' | 'for update' = ''): Promise<Checkpoint> => {
  const { rows } = await on.query<{ position: string; version: number; rules: string }>(
    `select position, version, rules from projection_checkpoint where name = 'project' ${lock}`,
  );
  return { position: BigInt(rows[0]!.position), version: rows[0]!.version, rules: rows[0]!.rules };
};

const isSame = (a: Checkpoint, b: Checkpoint): boolean =>
  a.position === b.position && a.version === b.version && a.rules === b.rules;

const moveCheckpoint = (tx: PoolClient, position: bigint, rules: string): Promise<unknown> =>
  tx.query(`update projection_checkpoint set position = $1, rules = $2 where name = 'project'`, [
    String(position),
    rules,
  ]);

/** How the events of a page change the rows, project by project; `timelines` holds what is already folded. */
export const changesOf = async (
  store: EventStore,
  events: readonly RecordedEvent[],
  rules: Rules,
  timelines: Map<string, Timeline>,
): Promise<readonly PositionedChange[]> => {
  const byStream = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const known = byStream.get(event.stream);
    if (known) known.push(event);
    else byStream.set(event.stream, [event]);
  }
  const changes: PositionedChange[] = [];
  await Promise.all(
    [...byStream].map(async ([stream, news]) => {
      const before = news[0]!.version - 1;
      let timeline = timelines.get(stream) ?? NO_TIMELINE;
      timelines.delete(stream);
      if (timeline.facts.length !== before) {
        const past = (await store.readStream(stream)).slice(0, before);
        timeline = past.length === 0 ? NO_TIMELINE : extend(NO_TIMELINE, past.map(factOf), rules).timeline;
      }
      for (const together of byTransaction(news)) {
        const next = extend(timeline, together.map(factOf), rules);
        timeline = next.timeline;
        changes.push({ projectId: projectIdOf(stream), position: together.at(-1)!.position, change: next.change });
      }
      timelines.set(stream, timeline);
    }),
  );
  for (const stream of timelines.keys()) {
    if (timelines.size <= KEPT_TIMELINES) break;
    timelines.delete(stream);
  }
  return changes.sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : 0));
};

/**
 * The project read model, kept up to date from the log. What new facts change is found out first, holding nothing; the transaction that
 * then changes the rows moves the checkpoint, and does neither where another process has moved it meanwhile.
 */
export const projectModel = (pool: Pool, store: EventStore, rulesNow: () => Promise<Rules>): ProjectModel => {
  let timelines = new Map<string, Timeline>();
  let foldedUnder = '';

  const step = async (): Promise<{ readonly position: bigint; readonly more: boolean }> => {
    const at = await readCheckpoint(pool);
    const rules = await rulesNow();
    const head = await store.head();
    if (head <= at.position) return { position: at.position, more: false };
    if (foldedUnder !== rules.id) {
      timelines = new Map();
      foldedUnder = rules.id;
    }
    const events = await readTransactions(store, at.position, PAGE, PROJECT_STREAMS);
    const changes = await changesOf(store, events, rules, timelines);
    const last = events.at(-1)?.position ?? head;
    const reached = events.length < PAGE && last < head ? head : last; // what follows up to the head tells of other things
    await inTransaction(pool, async (tx) => {
      if (!isSame(at, await readCheckpoint(tx, 'for update'))) return; // another process was first
      await applyChanges(tx, PROJECT_TABLE, changes);
      await moveCheckpoint(tx, reached, at.position === 0n ? rules.id : at.rules);
    });
    return { position: reached, more: true };
  };

  return {
    catchUp: sharedRun(async () => {
      for (;;) {
        const { position, more } = await step();
        if (!more) return position;
      }
    }),
  };
};

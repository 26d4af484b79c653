import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#database';
import type { ProjectEvent, RecordedEvent, Rules } from '#domain';
import type { EventStore } from '#event-store';
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

/** Takes the checkpoint's lock for this transaction: one process moves a model at a time, and never while it is being swapped. */
export const lockCheckpoint = async (
  tx: PoolClient,
): Promise<{ readonly position: bigint; readonly version: number; readonly rules: string }> => {
  const { rows } = await tx.query<{ position: string; version: number; rules: string }>(
    `select position, version, rules from projection_checkpoint where name = 'project' for update`,
  );
  return { position: BigInt(rows[0]!.position), version: rows[0]!.version, rules: rows[0]!.rules };
};

export const moveCheckpoint = (tx: PoolClient, position: bigint): Promise<unknown> =>
  tx.query(`update projection_checkpoint set position = $1 where name = 'project'`, [String(position)]);

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
 * The project read model, kept up to date from the log. The checkpoint moves in the transaction that changes the rows: a crash loses both
 * or neither, and a second process waits for the first instead of applying an event again.
 */
export const projectModel = (pool: Pool, store: EventStore, rulesNow: () => Promise<Rules>): ProjectModel => {
  let timelines = new Map<string, Timeline>();
  let foldedUnder = '';

  const step = (): Promise<{ readonly position: bigint; readonly more: boolean }> =>
    inTransaction(pool, async (tx) => {
      const { position, rules: builtUnder } = await lockCheckpoint(tx);
      const rules = await rulesNow();
      const head = await store.head();
      if (head <= position) return { position, more: false };
      if (builtUnder !== rules.id && position === 0n)
        await tx.query(`update projection_checkpoint set rules = $1 where name = 'project'`, [rules.id]);
      if (foldedUnder !== rules.id) {
        timelines = new Map();
        foldedUnder = rules.id;
      }
      const events = await readTransactions(store, position, PAGE, PROJECT_STREAMS);
      await applyChanges(tx, PROJECT_TABLE, await changesOf(store, events, rules, timelines));
      const reached = events.length === 0 ? head : events.at(-1)!.position;
      await moveCheckpoint(tx, reached);
      return { position: reached, more: true };
    });

  let running: Promise<bigint> | null = null;
  const run = async (): Promise<bigint> => {
    for (;;) {
      const { position, more } = await step();
      if (!more) return position;
    }
  };
  return {
    // Two callers at once share one run that starts after both have asked.
    catchUp: () => {
      const before = running;
      if (before === null) {
        running = run().finally(() => {
          running = null;
        });
        return running;
      }
      return before
        .catch(() => undefined)
        .then(() =>
          running === null
            ? (running = run().finally(() => {
                running = null;
              }))
            : running,
        );
    },
  };
};

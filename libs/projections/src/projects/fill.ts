import type { Pool } from 'pg';
import { inTransaction, isUnstorable } from '#database';
import { PROJECT_STREAMS, projectIdOf, type RecordedEvent, type Rules } from '#domain';
import { reasonOf, type EventStore, type SetAside } from '#event-store';
import { byTransaction } from '../transactions.ts';
import { factOf } from './project-streams.ts';
import { copyRows, LATEST, type RowVersion } from './project-table.ts';
import { extend, NO_TIMELINE, type Fact } from './timeline.ts';

const ROWS_A_WRITE = 5_000;
const WITHOUT_WAITING = 'begin; set local synchronous_commit = off'; // what a crash takes back here is built again

interface Laid {
  readonly rows: readonly RowVersion[];
  readonly aside: SetAside | null;
}

/** Every version of every row of one project, from its whole history. */
const versionsOf = (stream: string, events: readonly RecordedEvent[], rules: Rules): Laid => {
  const projectId = projectIdOf(stream);
  const open = new Map<string, RowVersion>();
  const done: RowVersion[] = [];
  const past: Fact[] = [];
  let timeline = NO_TIMELINE;
  let aside: SetAside | null = null;
  for (const together of byTransaction(events)) {
    const news = together.map(factOf);
    const next = extend(timeline, news, rules, past);
    timeline = next.timeline;
    past.push(...news);
    const { position, version } = together.at(-1)!;
    for (const day of next.change.close === 'all' ? [...open.keys()] : next.change.close) {
      done.push({ ...open.get(day)!, toPos: position });
      open.delete(day);
    }
    for (const span of next.change.open) open.set(span.from, { projectId, span, fromPos: position, toPos: LATEST });
    const reason = timeline.aside;
    aside = reason === null ? null : (aside ?? { reader: 'project', stream, position, version, reason });
  }
  return { rows: [...done, ...open.values()], aside };
};

interface Filled {
  readonly events: number;
  readonly aside: readonly SetAside[];
}

/** Writes rows of several projects; where the database refuses them for their content, project by project: what it refuses is answered. */
const write = async (
  pool: Pool,
  table: string,
  laid: readonly (Laid & Pick<SetAside, 'stream'>)[],
): Promise<readonly SetAside[]> => {
  const copy = (some: typeof laid): Promise<void> =>
    inTransaction(
      pool,
      (tx) =>
        copyRows(
          tx,
          table,
          some.flatMap(({ rows }) => rows),
        ),
      WITHOUT_WAITING,
    );
  try {
    await copy(laid);
    return [];
  } catch (error) {
    if (!isUnstorable(error)) throw error;
    const [only] = laid;
    if (laid.length === 1 && only !== undefined)
      return [
        {
          reader: 'project',
          stream: only.stream,
          position: only.rows[0]?.fromPos ?? 0n,
          version: 1,
          reason: reasonOf(error),
        },
      ];
  }
  const refused: SetAside[] = [];
  for (const one of laid) refused.push(...(await write(pool, table, [one])));
  return refused;
};

/** Folds the log up to `upTo` into `table`, one project at a time: memory does not grow with the log. A batch is written while the next is folded. */
export const fill = async (
  pool: Pool,
  store: EventStore,
  rules: Rules,
  table: string,
  upTo: bigint,
  onProgress?: (events: number) => void,
): Promise<Filled> => {
  const aside: SetAside[] = [];
  let waiting: (Laid & Pick<SetAside, 'stream'>)[] = [];
  let rows = 0;
  let events = 0;
  let writing: Promise<readonly SetAside[]> = Promise.resolve([]);
  const flush = async (): Promise<void> => {
    aside.push(...(await writing));
    writing = write(pool, table, waiting);
    writing.catch(() => undefined); // awaited before the next, and at the end
    [waiting, rows] = [[], 0];
  };
  for await (const history of store.readByStream(PROJECT_STREAMS, upTo)) {
    const { stream } = history[0]!;
    const laid = versionsOf(stream, history, rules);
    events += history.length;
    rows += laid.rows.length;
    waiting.push({ ...laid, stream });
    if (laid.aside !== null) aside.push(laid.aside);
    if (rows < ROWS_A_WRITE) continue;
    await flush();
    onProgress?.(events);
  }
  await flush();
  aside.push(...(await writing));
  return { events, aside };
};

import type { Pool } from 'pg';
import { inRenewable, isUnstorable } from '#database';
import { PROJECT_STREAMS, projectIdOf, type RecordedEvent, type Rules } from '#domain';
import { reasonOf, type EventStore, type SetAside } from '#event-store';
import { byTransaction } from '../transactions.ts';
import type { CountedRow } from './counted-row.ts';
import type { ProjectRow } from './project-row.ts';
import { factOf } from './project-streams.ts';
import { copyRows, SERVING, type ProjectTables, type RowVersions } from './project-table.ts';
import { LATEST, type ChangeOf, type VersionOf } from './span-writes.ts';
import { extend, NO_TIMELINE, type Fact } from './timeline.ts';

const ROWS_A_WRITE = 5_000;

interface Laid {
  readonly rows: RowVersions;
  readonly aside: SetAside | null;
}

/** The versions that changes make of the rows of one project, each with both its positions. */
const versions = <Row>(projectId: string) => {
  const open = new Map<string, VersionOf<Row>>();
  const done: VersionOf<Row>[] = [];
  return {
    add: (change: ChangeOf<Row>, position: bigint): void => {
      for (const day of change.close === 'all' ? [...open.keys()] : change.close) {
        done.push({ ...open.get(day)!, toPos: position });
        open.delete(day);
      }
      for (const span of change.open) open.set(span.from, { projectId, span, fromPos: position, toPos: LATEST });
    },
    all: (): readonly VersionOf<Row>[] => [...done, ...open.values()],
  };
};

/** Every version of every row of one project, from its whole history. */
const versionsOf = (stream: string, events: readonly RecordedEvent[], rules: Rules): Laid => {
  const projectId = projectIdOf(stream);
  const listed = versions<ProjectRow>(projectId);
  const counted = versions<CountedRow>(projectId);
  const past: Fact[] = [];
  let timeline = NO_TIMELINE;
  let aside: SetAside | null = null;
  for (const together of byTransaction(events)) {
    const news = together.map(factOf);
    const next = extend(timeline, news, rules, past);
    timeline = next.timeline;
    past.push(...news);
    const { position, version } = together.at(-1)!;
    listed.add(next.change, position);
    counted.add(next.change.counted, position);
    const reason = timeline.aside;
    aside = reason === null ? null : (aside ?? { reader: 'project', stream, position, version, reason });
  }
  return { rows: { listed: listed.all(), counted: counted.all() }, aside };
};

interface Filling {
  readonly tables?: ProjectTables;
  readonly onProgress?: ((events: number) => void) | undefined;
}

interface Filled {
  readonly events: number;
  readonly aside: readonly SetAside[];
}

/** Writes rows of several projects; where the database refuses them for their content, project by project: what it refuses is answered. */
const write = async (
  pool: Pool,
  tables: ProjectTables,
  laid: readonly (Laid & Pick<SetAside, 'stream'>)[],
): Promise<readonly SetAside[]> => {
  const copy = (some: typeof laid): Promise<void> =>
    inRenewable(pool, (tx) =>
      copyRows(tx, tables, {
        listed: some.flatMap(({ rows }) => rows.listed),
        counted: some.flatMap(({ rows }) => rows.counted),
      }),
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
          position: only.rows.listed[0]?.fromPos ?? 0n,
          version: 1,
          reason: reasonOf(error),
        },
      ];
  }
  const refused: SetAside[] = [];
  for (const one of laid) refused.push(...(await write(pool, tables, [one])));
  return refused;
};

/** Folds the log up to `upTo` into the tables that serve, or others, one project at a time: memory does not grow with the log. A batch is written while the next is folded. */
export const fill = async (
  pool: Pool,
  store: EventStore,
  rules: Rules,
  upTo: bigint,
  { tables = SERVING, onProgress }: Filling = {},
): Promise<Filled> => {
  const aside: SetAside[] = [];
  let waiting: (Laid & Pick<SetAside, 'stream'>)[] = [];
  let rows = 0;
  let events = 0;
  let writing: Promise<readonly SetAside[]> = Promise.resolve([]);
  const flush = async (): Promise<void> => {
    aside.push(...(await writing));
    writing = write(pool, tables, waiting);
    writing.catch(() => undefined); // awaited before the next, and at the end
    [waiting, rows] = [[], 0];
  };
  for await (const history of store.readByStream(PROJECT_STREAMS, upTo)) {
    const { stream } = history[0]!;
    const laid = versionsOf(stream, history, rules);
    events += history.length;
    rows += laid.rows.listed.length;
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

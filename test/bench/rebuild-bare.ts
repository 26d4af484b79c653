import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DEFAULT_RULES, evolve, NO_PROJECT, runningClocks, type IsoDate, type Placed, type Project } from '#domain';
import { rowOf, ROW_COLUMNS, type ProjectRow } from '#projections';
import { seconds } from './bench.ts';

const COLUMNS = Object.keys(ROW_COLUMNS) as (keyof ProjectRow)[];
const INFINITE = '9223372036854775807';
const text = (value: unknown): string =>
  value === null || value === undefined
    ? '\\N'
    : (Array.isArray(value) ? `{${value.join(',')}}` : String(value)).replace(/\n/g, '\\n');

interface Stored extends Pick<Placed, 'type' | 'data'> {
  readonly stream: string;
  readonly version: number;
  readonly position: string;
  readonly occurred_on: IsoDate;
}

/** The lines of the log in the order of streams, each fact closing the span that its stream had open. */
async function* linesOf(tx: pg.PoolClient): AsyncGenerator<string> {
  await tx.query(
    'begin; declare c cursor for select stream, version, position, type, occurred_on, data from event order by stream, version',
  );
  let stream = '';
  let project: Project = NO_PROJECT;
  let open: { row: string; from: string; position: string } | null = null;
  for (;;) {
    const { rows } = await tx.query<Stored>('fetch 2000 from c');
    const lines: string[] = [];
    for (const { stream: name, version, position, type, occurred_on: on, data } of rows) {
      if (name !== stream) {
        if (open !== null) lines.push(`${open.from}\tinfinity\t${open.row}\t${INFINITE}\n`);
        stream = name;
        project = NO_PROJECT;
        open = null;
      }
      project = evolve(project, { type, occurredOn: on, data, version } as Placed);
      if (project.phase === 'none') continue;
      const { policies, calendar } = DEFAULT_RULES;
      const row = rowOf(project, version, on, runningClocks(project, policies[0]!, calendar), []);
      const written: string = COLUMNS.map((column) => text(row[column])).join('\t');
      if (open !== null) {
        // what was open until now ends with this fact, in log positions and in days
        lines.push(
          `${open.from}\tinfinity\t${open.row}\t${position}\n`,
          `${open.from}\t${on}\t${open.row.replace(/^[^\t]*/, position)}\t${INFINITE}\n`,
        );
      }
      open = { row: `${position}\t${written}`, from: `${stream.slice(8)}\t${on}`, position };
    }
    if (rows.length === 0 && open !== null) lines.push(`${open.from}\tinfinity\t${open.row}\t${INFINITE}\n`);
    yield lines.join('');
    if (rows.length === 0) return;
  }
}

/** A table like the model's own: its heaps, and their indexes. */
const BARE_TABLE = `drop table if exists bare_span;
  create table bare_span (like project_span including generated) partition by list (to_pos);
  create table bare_known partition of bare_span for values in (${INFINITE}) partition by list (to_day);
  create table bare_today (like project_span_today including all);
  create table bare_past (like project_span_past including all);
  create table bare_ceased (like project_span_ceased including all);
  alter table bare_known attach partition bare_today for values in ('infinity');
  alter table bare_known attach partition bare_past default;
  alter table bare_span attach partition bare_ceased default`;

/** The same rows by the shortest way: one cursor over the log, fold, one COPY; no store, no versions compared, nothing checked. Events a second. */
export const rowsBare = async (pool: pg.Pool, events: number): Promise<number> => {
  const tx = await pool.connect();
  const writer = await pool.connect();
  const into = `copy bare_span (project_id, from_day, to_day, from_pos, ${COLUMNS.join(', ')}, to_pos) from stdin`;
  try {
    await writer.query(BARE_TABLE);
    const taken = await seconds(async () => {
      await writer.query('begin');
      await pipeline(Readable.from(linesOf(tx)), writer.query(copyFrom(into)));
      await writer.query('commit');
    });
    return events / taken;
  } finally {
    await tx.query('rollback').catch(() => undefined);
    tx.release();
    writer.release();
  }
};

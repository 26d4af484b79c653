import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DEFAULT_RULES, evolve, NO_PROJECT, runningClocks, type IsoDate, type Placed, type Project } from '#domain';
import { rowOf, ROW_COLUMNS, type ProjectRow } from '#projections';
import { seconds } from './bench.ts';

const COLUMNS = Object.keys(ROW_COLUMNS) as (keyof ProjectRow)[];
const INFINITE = '9223372036854775807';
const text = (value: unknown): string =>
  value === null || value === undefined ? '\\N' : Array.isArray(value) ? `{${value.join(',')}}` : String(value);

/** The same rows by the shortest way: one cursor over the log, fold, one COPY; no store, no versions compared, nothing checked. Events a second. */
export const rowsBare = async (pool: pg.Pool, events: number): Promise<number> => {
  const tx = await pool.connect();
  const writer = await pool.connect();
  try {
    await writer.query('drop table if exists bare_span; create table bare_span (like project_span including all)');
    return (
      events /
      (await seconds(async () => {
        await tx.query(
          'begin; declare c cursor for select stream, version, position, type, occurred_on, data from event order by stream, version',
        );
        await writer.query('begin');
        const copy = writer.query(
          copyFrom(`copy bare_span (project_id, from_day, to_day, from_pos, ${COLUMNS.join(', ')}, to_pos) from stdin`),
        );
        let stream = '';
        let project: Project = NO_PROJECT;
        let open: { row: string; from: string; position: string } | null = null;
        for (;;) {
          const { rows } = await tx.query<{
            stream: string;
            version: number;
            position: string;
            type: Placed['type'];
            occurred_on: IsoDate;
            data: Placed['data'];
          }>('fetch 2000 from c');
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
            const row = rowOf(
              project,
              version,
              on,
              runningClocks(project, DEFAULT_RULES.policies[0]!, DEFAULT_RULES.calendar),
              [],
            );
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
          if (lines.length > 0 && !copy.write(lines.join('')))
            await new Promise<void>((done) => {
              copy.once('drain', done);
            });
          if (rows.length === 0) {
            if (open !== null) copy.write(`${open.from}\tinfinity\t${open.row}\t${INFINITE}\n`);
            break;
          }
        }
        await new Promise<void>((done, fail) => {
          copy.once('finish', done);
          copy.once('error', fail);
          copy.end();
        });
        await writer.query('commit');
      }))
    );
  } finally {
    await tx.query('rollback').catch(() => undefined);
    tx.release();
    writer.release();
  }
};

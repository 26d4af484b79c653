import type { PoolClient } from 'pg';
import { copyInto, type Cell } from '#database';
import type { IsoDate } from '#domain';

/** Open-ended in log positions: the row holds for everything known so far. */
export const LATEST = 9223372036854775807n;

/** The last day of a span without an end. */
export const FOREVER = 'infinity' as IsoDate;

/** A row that holds from one business day up to another (exclusive). */
export interface SpanOf<Row> {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly row: Row;
}

/** What new facts do to the open rows of a project: those starting on `close` (or all of them) cease to hold, those in `open` hold from now on. */
export interface ChangeOf<Row> {
  readonly close: readonly IsoDate[] | 'all';
  readonly open: readonly SpanOf<Row>[];
}
export const NO_CHANGE = { close: [], open: [] } as const satisfies ChangeOf<unknown>;

/** What one append did to the rows of one project, at the position of its last fact. */
interface Positioned<Row> {
  readonly projectId: string;
  readonly position: bigint;
  readonly change: ChangeOf<Row>;
}

/** A row version with its end, as a rebuild writes it. */
export interface VersionOf<Row> {
  readonly projectId: string;
  readonly span: SpanOf<Row>;
  readonly fromPos: bigint;
  readonly toPos: bigint;
}

interface Closing {
  readonly id: string;
  readonly day: string | null; // null: every row of the project
  readonly at: string;
}

/** What changes come to, in the order of their positions. Rows opened and closed within one batch get both their positions: "as known then" must stay answerable. */
const outcomeOf = <Row>(
  changes: readonly Positioned<Row>[],
): { readonly closed: readonly Closing[]; readonly rows: readonly VersionOf<Row>[] } => {
  const opened = new Map<string, VersionOf<Row>>();
  const closed: Closing[] = [];
  const done: VersionOf<Row>[] = [];
  const end = (key: string, position: bigint): boolean => {
    const mine = opened.get(key);
    if (mine === undefined) return false;
    opened.delete(key);
    done.push({ ...mine, toPos: position });
    return true;
  };
  for (const { projectId, position, change } of changes) {
    const at = String(position);
    if (change.close === 'all') {
      closed.push({ id: projectId, day: null, at });
      for (const [key, { projectId: owner }] of opened) if (owner === projectId) end(key, position);
    } else
      for (const day of change.close)
        if (!end(`${projectId} ${day}`, position)) closed.push({ id: projectId, day, at });
    for (const span of change.open)
      opened.set(`${projectId} ${span.from}`, { projectId, span, fromPos: position, toPos: LATEST });
  }
  return { closed, rows: [...done, ...opened.values()] };
};

const isList = (type: string): boolean => type.endsWith('[]');

/** How rows with both times are written into a table of these columns (name → SQL type). */
export const spanWrites = <Row extends Readonly<Record<keyof Row, Cell>>>(
  columns: Readonly<Record<keyof Row & string, string>>,
) => {
  const own = Object.keys(columns) as (keyof Row & string)[];
  const names = ['project_id', 'from_day', 'to_day', 'from_pos', ...own];
  const types = ['text', 'date', 'date', 'bigint', ...own.map((name) => columns[name])];
  const inserted = names
    .map((name, at) =>
      isList(types[at]!) ? `array(select json_array_elements_text(r.${name}))::${types[at]}` : `r.${name}`,
    )
    .join(', ');
  const record = names.map((name, at) => `${name} ${isList(types[at]!) ? 'json' : types[at]}`).join(', ');
  return {
    /** Closes what ceased to hold, inserts what holds from now on. Never overwrites a value. */
    apply: async (tx: PoolClient, table: string, changes: readonly Positioned<Row>[]): Promise<void> => {
      const { closed, rows } = outcomeOf(changes);
      if (closed.length > 0)
        await tx.query(
          `update ${table} t set to_pos = c.at::bigint
           from json_to_recordset($1::json) as c(id text, day date, at text)
           where t.project_id = c.id and (c.day is null or t.from_day = c.day) and t.to_pos = ${LATEST}`,
          [JSON.stringify(closed)],
        );
      if (rows.length === 0) return;
      const written = rows.map(({ projectId, span, fromPos, toPos }) => ({
        project_id: projectId,
        from_day: span.from,
        to_day: span.to,
        from_pos: String(fromPos),
        to_pos: String(toPos),
        ...span.row,
      }));
      await tx.query(
        `insert into ${table} (${names.join(', ')}, to_pos)
         select ${inserted}, r.to_pos from json_to_recordset($1::json) as r(${record}, to_pos bigint)`,
        [JSON.stringify(written)],
      );
    },
    /** Writes row versions by COPY: used by rebuilds. */
    copy: (tx: PoolClient, table: string, rows: readonly VersionOf<Row>[]): Promise<void> =>
      copyInto(tx, `${table} (${names.join(', ')}, to_pos)`, rows, ({ projectId, span, fromPos, toPos }) => [
        projectId,
        span.from,
        span.to,
        fromPos,
        ...own.map((name) => span.row[name]),
        toPos,
      ]),
  };
};

import type { PoolClient } from 'pg';
import { copyInto } from '#database';
import { DAY_CELL_SQL, KNOWN_CELL_SQL } from './cells.ts';
import { ROW_COLUMNS, type ProjectRow } from './project-row.ts';
import type { Change, Span } from './timeline.ts';

/** Raise it when the rows mean something else: the model is then rebuilt beside the old one at the next start. */
export const PROJECT_MODEL_VERSION = 5;

/** Open-ended in log positions: the row holds for everything known so far. */
export const LATEST = 9223372036854775807n;

const COLUMNS = Object.entries(ROW_COLUMNS);
const NAMES = ['project_id', 'from_day', 'to_day', 'from_pos', ...COLUMNS.map(([name]) => name)];
const TYPES = ['text', 'date', 'date', 'bigint', ...COLUMNS.map(([, type]) => type)];
const isList = (type: string): boolean => type.endsWith('[]');

/**
 * One row a project, span of business days and span of log positions (README, "Two times"):
 * `from_day ≤ D < to_day and from_pos ≤ K < to_pos` is the project as it was on day D, as known at position K.
 */
export const createTable = (table: string): string => `create table ${table} (
  project_id text not null, from_day date not null, to_day date not null, from_pos bigint not null, to_pos bigint not null default ${LATEST},
  ${COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ')},
  day_cell integer generated always as (${DAY_CELL_SQL}) stored, known_cell bigint generated always as (${KNOWN_CELL_SQL(LATEST)}) stored)`;

/** The order of every list: what turned red first, then what turns red next. */
export const WORST_FIRST = `coalesce(red_from, 'infinity'::date), coalesce(orange_from, 'infinity'::date), coalesce(yellow_from, 'infinity'::date), code, project_id`;
// What the order, the times, the scope and the named lists look at: a page is then found in the index alone, and only its own rows are fetched.
const SEEN =
  'red_from, orange_from, yellow_from, blue_from, from_day, to_day, from_pos, unit, leader_id, steward_id, transfer_to, signed_on, counts, start_on, entered_on, funds_on';

/** The pairs of neighbouring characters of a text: what a search of two characters or more finds its rows by. */
export const GRAMS = 'project_grams';
export const CREATE_GRAMS = `create or replace function ${GRAMS}(given text) returns text[] language sql immutable strict parallel safe
  as $$ select array_agg(distinct substr(given, i, 2)) from generate_series(1, length(given) - 1) as i $$`;
// What lists are narrowed, ordered and summed by, for the open rows: no more than 32 with the keys (PostgreSQL's limit), and nothing long but what layable.ts bounds.
const LISTED =
  'project_id, from_day, from_pos, red_from, orange_from, yellow_from, blue_from, unit, leader, region, registered_on, opened_on, signed_on, counts, contracted, currency, fixed_assets, agreed_start, start_on, entered_on, funds_on, arrived, ended_on, on_hold, progress_on, next_date, leader_id, steward_id, transfer_to';

/** A name as names are compared everywhere (libs/domain/README.md, "Duplicates"): NFKC without blanks and punctuation. */
export const plainName = (sql: string): string => `regexp_replace(normalize(${sql}, nfkc), '[^[:alnum:]]+', '', 'g')`;

/**
 * Indexes, named after the table. "Today" is a partial index, not another model: rows that are open in positions (known now) and, for the
 * first page, open in days too (no later fact). The order is the list's own: what turned red first, then what turns red next.
 * A past page takes the first rows of each cell that can hold its day or position (cells.ts); past totals are answered from an index alone.
 */
export const createIndexes = (table: string): readonly string[] => [
  `create unique index ${table}_key on ${table} (project_id, from_day, from_pos)`,
  `create index ${table}_now on ${table} (phase, ${WORST_FIRST}) where to_pos = ${LATEST} and to_day = 'infinity'`,
  `create index ${table}_signed on ${table} (${WORST_FIRST}) where to_pos = ${LATEST} and to_day = 'infinity' and signed_on is not null`,
  `create index ${table}_listed on ${table} (phase, code) include (${LISTED}) where to_pos = ${LATEST} and to_day = 'infinity'`,
  `create index ${table}_search on ${table} using gin (${GRAMS}(search)) with (gin_pending_list_limit = 512) where to_pos = ${LATEST} and to_day = 'infinity'`,
  `create index ${table}_day on ${table} (phase, to_day, from_day) include (red_from, orange_from, yellow_from, blue_from, contracted, currency) where to_pos = ${LATEST}`,
  `create index ${table}_known on ${table} (phase, to_pos, from_pos) include (from_day, to_day, red_from, orange_from, yellow_from, blue_from, contracted, currency)`,
  `create index ${table}_day_cell on ${table} (phase, day_cell, ${WORST_FIRST}) include (${SEEN}) where to_pos = ${LATEST}`,
  `create index ${table}_known_cell on ${table} (phase, known_cell, ${WORST_FIRST}) include (${SEEN}, to_pos) where to_pos < ${LATEST}`,
  `create index ${table}_from_day on ${table} (from_day) where to_pos = ${LATEST}`,
  `create index ${table}_code on ${table} (code) where to_pos = ${LATEST}`,
  `create index ${table}_contract on ${table} (contract_no) where to_pos = ${LATEST} and contract_no is not null`,
  `create index ${table}_national on ${table} (national_code) where to_pos = ${LATEST} and national_code is not null`,
  `create index ${table}_dues on ${table} using gin (dues) with (fastupdate = off) where to_pos = ${LATEST} and dues <> '{}'`, // what is pending there would be walked through by every question
  `create index ${table}_title on ${table} (title) where to_pos = ${LATEST}`,
  `create index ${table}_name on ${table} ((${plainName('title')})) where to_pos = ${LATEST}`,
];

/** What one append did to one project, at the position of its last fact. */
export interface PositionedChange {
  readonly projectId: string;
  readonly position: bigint;
  readonly version: number; // of that fact
  readonly change: Change;
}

/** A row version with its end, as a rebuild writes it. */
export interface RowVersion {
  readonly projectId: string;
  readonly span: Span;
  readonly fromPos: bigint;
  readonly toPos: bigint;
}

const values = (row: ProjectRow): unknown[] => COLUMNS.map(([name]) => row[name as keyof ProjectRow]);

interface Closing {
  readonly id: string;
  readonly day: string | null; // null: every row of the project
  readonly at: string;
}

/** What changes come to, in the order of their positions. Rows opened and closed within one batch get both their positions: "as known then" must stay answerable. */
const outcomeOf = (
  changes: readonly PositionedChange[],
): { readonly closed: readonly Closing[]; readonly rows: readonly RowVersion[] } => {
  const opened = new Map<string, RowVersion>();
  const closed: Closing[] = [];
  const done: RowVersion[] = [];
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

const INSERTED = NAMES.map((name, index) =>
  isList(TYPES[index]!) ? `array(select json_array_elements_text(r.${name}))::${TYPES[index]}` : `r.${name}`,
).join(', ');
const RECORD = NAMES.map((name, index) => `${name} ${isList(TYPES[index]!) ? 'json' : TYPES[index]}`).join(', ');

/** Applies changes: closes what ceased to hold, inserts what holds from now on. Never overwrites a value. */
export const applyChanges = async (
  tx: PoolClient,
  table: string,
  changes: readonly PositionedChange[],
): Promise<void> => {
  const { closed, rows } = outcomeOf(changes);
  if (closed.length > 0)
    await tx.query(
      `update ${table} t set to_pos = c.at::bigint
       from json_to_recordset($1::json) as c(id text, day date, at text)
       where t.project_id = c.id and (c.day is null or t.from_day = c.day) and t.to_pos = ${LATEST}`,
      [JSON.stringify(closed)],
    );
  if (rows.length > 0)
    await tx.query(
      `insert into ${table} (${NAMES.join(', ')}, to_pos)
       select ${INSERTED}, r.to_pos
       from json_to_recordset($1::json) as r(${RECORD}, to_pos bigint)`,
      [
        JSON.stringify(
          rows.map(({ projectId, span, fromPos, toPos }) => ({
            project_id: projectId,
            from_day: span.from,
            to_day: span.to,
            from_pos: String(fromPos),
            to_pos: String(toPos),
            ...span.row,
          })),
        ),
      ],
    );
};

/** Writes row versions by COPY: used by rebuilds. */
export const copyRows = (tx: PoolClient, table: string, rows: readonly RowVersion[]): Promise<void> =>
  copyInto(tx, `${table} (${NAMES.join(', ')}, to_pos)`, rows, ({ projectId, span, fromPos, toPos }) => [
    projectId,
    span.from,
    span.to,
    fromPos,
    ...values(span.row),
    toPos,
  ]);

import type { PoolClient } from 'pg';
import { DAY_CELL_SQL, KNOWN_CELL_SQL } from './cells.ts';
import { COUNTED_COLUMNS, type CountedRow } from './counted-row.ts';
import { COUNTED_TABLE, countedIndexes, createCounted } from './counted-table.ts';
import { HEAPS, inHeaps } from './heaps.ts';
import { ROW_COLUMNS, type ProjectRow } from './project-row.ts';
import { PROJECT_TABLE } from './project-streams.ts';
import { LATEST, spanWrites, type VersionOf } from './span-writes.ts';
import type { Change } from './timeline.ts';

/** Raise it when the rows mean something else or are found in another way: the model is then rebuilt beside the old one at the next start. */
export const PROJECT_MODEL_VERSION = 12;

const COLUMNS = Object.entries(ROW_COLUMNS);

/**
 * One row a project, span of business days and span of log positions (README, "Two times"):
 * `from_day ≤ D < to_day and from_pos ≤ K < to_pos` is the project as it was on day D, as known at position K.
 */
export const createTable = (table: string): string =>
  inHeaps(
    table,
    `project_id text not null, from_day date not null, to_day date not null, from_pos bigint not null, to_pos bigint not null default ${LATEST},
  ${COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ')},
  day_cell integer generated always as (${DAY_CELL_SQL}) stored, known_cell bigint generated always as (${KNOWN_CELL_SQL(LATEST)}) stored`,
  );

/** The order of every list: what turned red first, then what turns red next. */
export const WORST_FIRST = `coalesce(red_from, 'infinity'::date), coalesce(orange_from, 'infinity'::date), coalesce(yellow_from, 'infinity'::date), code, project_id`;
// What the order, the times, the scope and the named lists look at: a page is then found in the index alone, and only its own rows are fetched.
const SEEN =
  'red_from, orange_from, yellow_from, blue_from, from_day, to_day, from_pos, unit, leader_id, steward_id, transfer_to, signed_on, counts, start_on, entered_on, funds_on, leader, contracted, currency';

/** What questions of today, and of what is known now, say of the heap that they are about. */
const KNOWN = `to_pos = ${LATEST}`;
const TODAY = `${KNOWN} and to_day = 'infinity'`;

/** The pairs of neighbouring characters of a text: what a search of two characters or more finds its rows by. */
export const GRAMS = 'project_grams';
export const CREATE_GRAMS = `create or replace function ${GRAMS}(given text) returns text[] language sql immutable strict parallel safe
  as $$ select array_agg(distinct substr(given, i, 2)) from generate_series(1, length(given) - 1) as i $$`;
// What lists are narrowed, ordered and summed by, for the open rows: no more than 32 with the keys (PostgreSQL's limit), and nothing long but what layable.ts bounds.
const LISTED =
  'project_id, from_day, from_pos, red_from, orange_from, yellow_from, blue_from, unit, leader, region, registered_on, opened_on, signed_on, counts, contracted, currency, fixed_assets, agreed_start, start_on, entered_on, funds_on, arrived, ended_on, on_hold, progress_on, next_date, leader_id, steward_id, transfer_to, at_worst';

/** A name as names are compared everywhere (libs/domain/README.md, "Duplicates"): NFKC without blanks and punctuation. */
export const plainName = (sql: string): string => `regexp_replace(normalize(${sql}, nfkc), '[^[:alnum:]]+', '', 'g')`;

/**
 * Indexes, named after the table. The first page of today and its totals have theirs over the heap of today, in the list's own order: what turned
 * red first, then what turns red next. What none of them holds is looked for in that heap itself, a row a project.
 * A past day is asked of the cells that can hold it (cells.ts), pages, totals and comparisons alike, from an index alone. What a heap holds
 * is said again by its indexes: an index that did not say so would send whoever asks for it to the heap.
 */
const createIndexes = (table: string): readonly string[] => [
  ...HEAPS.map(
    (heap) => `create unique index ${table}_${heap}_key on ${table}_${heap} (project_id, from_day, from_pos)`,
  ),
  `create index ${table}_now on ${table}_today (phase, ${WORST_FIRST}) include (${SEEN}) where ${TODAY}`,
  `create index ${table}_signed on ${table}_today (${WORST_FIRST}) where ${TODAY} and signed_on is not null`,
  `create index ${table}_listed on ${table}_today (phase, code) include (${LISTED}) where ${TODAY}`,
  // Lists that few projects are on, each found by what puts them there.
  `create index ${table}_tags on ${table}_today using gin (tags) with (fastupdate = off) where tags <> '{}'`,
  `create index ${table}_warned on ${table}_today (phase) where cardinality(warnings) > 0`,
  `create index ${table}_planned on ${table}_today (planned_signing) where planned_signing is not null`,
  `create index ${table}_search on ${table}_today using gin (${GRAMS}(search)) with (gin_pending_list_limit = 512)`,
  `create index ${table}_from_day on ${table}_today (from_day) where ${TODAY}`,
  `create index ${table}_positions on ${table} (phase, to_pos, from_pos) include (from_day, to_day, red_from, orange_from, yellow_from, blue_from, contracted, currency)`,
  `create index ${table}_day_cell on ${table}_known (phase, day_cell, ${WORST_FIRST}) include (${SEEN}) where ${KNOWN}`,
  `create index ${table}_known_cell on ${table}_ceased (phase, known_cell, ${WORST_FIRST}) include (${SEEN}, to_pos) where to_pos < ${LATEST}`,
  `create index ${table}_code on ${table}_known (code)`,
  `create index ${table}_contract on ${table}_known (contract_no) where contract_no is not null`,
  `create index ${table}_national on ${table}_known (national_code) where national_code is not null`,
  `create index ${table}_dues on ${table}_known using gin (dues) with (fastupdate = off) where dues <> '{}'`, // what is pending there would be walked through by every question
  `create index ${table}_title on ${table}_known (title)`,
  `create index ${table}_name on ${table}_known ((${plainName('title')}))`,
  `create index ${table}_investor on ${table}_known ((${plainName('investor')})) where investor is not null`,
  `create statistics on (cardinality(warnings)) from ${table}_today`,
];

/** The tables of the project model: rows as lists show them, and what of those figures count. */
export interface ProjectTables {
  readonly listed: string;
  readonly counted: string;
}
export const SERVING: ProjectTables = { listed: PROJECT_TABLE, counted: COUNTED_TABLE };

export const createTables = ({ listed, counted }: ProjectTables): readonly string[] => [
  createTable(listed),
  createCounted(counted),
];
export const indexesOf = ({ listed, counted }: ProjectTables): readonly string[] => [
  ...createIndexes(listed),
  ...countedIndexes(counted),
];

/** What one append did to one project, at the position of its last fact, of that version. */
export interface PositionedChange {
  readonly projectId: string;
  readonly position: bigint;
  readonly version: number;
  readonly change: Change;
}

const LISTED_WRITES = spanWrites<ProjectRow>(ROW_COLUMNS);
const COUNTED_WRITES = spanWrites<CountedRow>(COUNTED_COLUMNS);

/** Applies changes to both tables. */
export const applyChanges = async (
  tx: PoolClient,
  { listed, counted }: ProjectTables,
  changes: readonly PositionedChange[],
): Promise<void> => {
  await LISTED_WRITES.apply(tx, listed, changes);
  const moved = changes.map(({ change, ...at }) => ({ ...at, change: change.counted }));
  await COUNTED_WRITES.apply(tx, counted, moved);
};

/** Row versions of projects, as a rebuild writes them. */
export interface RowVersions {
  readonly listed: readonly VersionOf<ProjectRow>[];
  readonly counted: readonly VersionOf<CountedRow>[];
}
export const copyRows = async (tx: PoolClient, tables: ProjectTables, rows: RowVersions): Promise<void> => {
  await LISTED_WRITES.copy(tx, tables.listed, rows.listed);
  await COUNTED_WRITES.copy(tx, tables.counted, rows.counted);
};

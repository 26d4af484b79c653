import type { Pool, PoolClient } from 'pg';
import type { IsoDate } from '#domain';
import { LATEST } from '../projects/span-writes.ts';

export const ARRIVAL_TABLE = 'arrival_span';

/** Raise it when the rows mean something else: the model is then laid anew at the next start. */
export const ARRIVAL_MODEL_VERSION = 1;

/**
 * An arrival of funds as it was known over a span of log positions. Its business days stand in it: it counts as of every day from
 * `certified_on` until before `reversed_on`, in the period in which `on_day` lies. `amount` is in the currency's own unit, as text.
 */
export interface ArrivalRow {
  readonly project_id: string;
  readonly arrival: string;
  readonly version: number; // of the event that reported it
  readonly on_day: IsoDate;
  readonly certified_on: IsoDate | null;
  readonly reversed_on: IsoDate | null;
  readonly amount: string;
  readonly currency: string;
  readonly boundary: string | null;
  readonly kind: string;
  readonly voucher: string | null;
}

const COLUMNS: { readonly [K in keyof ArrivalRow]: string } = {
  project_id: 'text not null',
  arrival: 'text not null',
  version: 'integer not null',
  on_day: 'date not null',
  certified_on: 'date',
  reversed_on: 'date',
  amount: 'numeric(20,2) not null',
  currency: 'text not null',
  boundary: 'text',
  kind: 'text not null',
  voucher: 'text',
};
const NAMES = Object.keys(COLUMNS).join(', ');
const TYPED = Object.entries(COLUMNS)
  .map(([name, type]) => `${name} ${type.replace(' not null', '')}`)
  .join(', ');

const createArrivals = (table: string): readonly string[] => [
  `create table ${table} (
     ${Object.entries(COLUMNS)
       .map(([name, type]) => `${name} ${type}`)
       .join(', ')},
     from_pos bigint not null,
     to_pos bigint not null default ${LATEST}
   )`,
  `create unique index ${table}_key on ${table} (project_id, arrival, from_pos)`,
  `create index ${table}_day on ${table} (on_day) include (project_id, certified_on, reversed_on, amount, currency, boundary) where to_pos = ${LATEST}`,
];

export const arrivalMigrations = [
  {
    id: 'projections-6-arrivals',
    sql: [
      ...createArrivals(ARRIVAL_TABLE),
      `insert into projection_checkpoint (name, version, rules, position) values ('arrival', ${ARRIVAL_MODEL_VERSION}, '', 0)`,
    ].join(';\n'),
  },
] as const;

/** What one append did to the arrivals of one project: those named in `close` cease to be as they were, those in `open` hold from now on. */
export interface ArrivalChange {
  readonly projectId: string;
  readonly position: bigint;
  readonly close: readonly string[];
  readonly open: readonly ArrivalRow[];
}

/** An arrival with the positions from which on, and until before which, it was known so. */
export interface ArrivalVersion extends ArrivalRow {
  readonly from_pos: string;
  readonly to_pos: string;
}
export const VERSION_NAMES = `${NAMES}, from_pos, to_pos`;

/** All that was ever known of the arrivals of one project, from all its changes. */
export const arrivalVersions = (changes: readonly ArrivalChange[]): readonly ArrivalVersion[] => {
  const held = new Map<string, ArrivalVersion>();
  const ceased: ArrivalVersion[] = [];
  for (const { position, close, open } of changes) {
    for (const arrival of close) {
      ceased.push({ ...held.get(arrival)!, to_pos: String(position) });
      held.delete(arrival);
    }
    for (const row of open) held.set(row.arrival, { ...row, from_pos: String(position), to_pos: String(LATEST) });
  }
  return [...ceased, ...held.values()];
};

export const insertVersions = async (pool: Pool, table: string, rows: readonly ArrivalVersion[]): Promise<void> => {
  if (rows.length === 0) return;
  await pool.query(
    `insert into ${table} (${VERSION_NAMES})
     select ${VERSION_NAMES} from json_to_recordset($1::json) as r(${TYPED}, from_pos bigint, to_pos bigint)`,
    [JSON.stringify(rows)],
  );
};

/** What is known now of the arrivals of these projects, by project and arrival. */
export const arrivalsKnown = async (
  pool: Pool,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, ArrivalRow>>> => {
  const found = new Map<string, Map<string, ArrivalRow>>();
  if (projectIds.length === 0) return found;
  const { rows } = await pool.query<ArrivalRow>(
    `select ${NAMES} from ${ARRIVAL_TABLE} where project_id = any($1::text[]) and to_pos = ${LATEST}`,
    [projectIds],
  );
  for (const row of rows) {
    const mine = found.get(row.project_id) ?? new Map<string, ArrivalRow>();
    found.set(row.project_id, mine.set(row.arrival, row));
  }
  return found;
};

/** Applies changes in the order of their positions, oldest first. Never overwrites a value. */
export const applyArrivals = async (
  tx: PoolClient,
  table: string,
  changes: readonly ArrivalChange[],
): Promise<void> => {
  for (const { projectId, position, close, open } of changes) {
    if (close.length > 0)
      await tx.query(
        `update ${table} set to_pos = $3
         where project_id = $1 and arrival = any($2::text[]) and to_pos = ${LATEST}`,
        [projectId, close, String(position)],
      );
    if (open.length > 0)
      await tx.query(
        `insert into ${table} (${NAMES}, from_pos)
         select ${NAMES}, $2::bigint from json_to_recordset($1::json) as r(${TYPED})`,
        [JSON.stringify(open), String(position)],
      );
  }
};

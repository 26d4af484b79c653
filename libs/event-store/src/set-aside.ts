import type { Pool, PoolClient } from 'pg';

/** A stream that a reader of the log cannot make anything of. The others go on; a correction of the fact brings it back. */
export interface SetAside {
  readonly reader: 'project' | 'matter' | 'reminders' | 'follow-ups';
  readonly stream: string;
  readonly position: bigint; // of the fact with which it began
  readonly version: number; // of that fact in its stream
  readonly reason: string;
}

export const setAsideMigration = {
  id: 'event-store-2-set-aside',
  sql: `create table set_aside (
    reader   text not null,
    stream   text not null,
    position bigint not null,
    version  integer not null,
    reason   text not null,
    primary key (reader, stream)
  )`,
} as const;

/** What a step of a reader changes: streams set aside with it, and streams that it reads again. */
export interface AsideChange {
  readonly add: readonly SetAside[];
  readonly back: readonly string[];
}
export const NOTHING_ASIDE: AsideChange = { add: [], back: [] };

/** What is set aside, of one reader or of all, the oldest first. */
export const setAside = async (
  on: Pool | PoolClient,
  reader: SetAside['reader'] | null = null,
): Promise<readonly SetAside[]> => {
  const { rows } = await on.query<Omit<SetAside, 'position'> & { readonly position: string }>({
    name: 'luodi-set-aside',
    text: `select reader, stream, position, version, reason from set_aside
      where $1::text is null or reader = $1
      order by position, reader`,
    values: [reader],
  });
  return rows.map((row) => ({ ...row, position: BigInt(row.position) }));
};

/** Writes the change in the transaction of the step. What is set aside already keeps the place with which it began. */
export const writeAside = async (
  tx: PoolClient,
  reader: SetAside['reader'],
  { add, back }: AsideChange,
): Promise<void> => {
  if (back.length > 0)
    await tx.query('delete from set_aside where reader = $1 and stream = any($2::text[])', [reader, back]);
  for (const { stream, position, version, reason } of add)
    await tx.query(
      `insert into set_aside (reader, stream, position, version, reason)
       values ($1, $2, $3, $4, $5)
       on conflict (reader, stream) do nothing`,
      [reader, stream, String(position), version, reason],
    );
};

const LONGEST_REASON = 300;

/** What went wrong, as an operator reads it. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll('\u0000', '').slice(0, LONGEST_REASON);

import type { Pool } from 'pg';
import { readPlaced, type Part } from './reading.ts';

/** Some places of records that were brought from another log. Made from the log alone, and made anew where it is gone. */
export const placeMigration = {
  id: 'event-store-6-kurrent-places',
  sql: `create table log_place (
    position bigint primary key,
    place    bigint not null -- on the server
  )`,
} as const;

const STEP = 1_000; // records between two places that are kept

const nearest = async (pool: Pool, position: bigint): Promise<bigint> => {
  const { rows } = await pool.query<{ place: string }>(
    'select place from log_place where position <= $1 order by position desc limit 1',
    [String(position)],
  );
  return BigInt(rows[0]?.place ?? '0');
};

const keep = (pool: Pool, position: bigint, place: bigint): Promise<unknown> =>
  pool.query('insert into log_place (position, place) values ($1, $2) on conflict do nothing', [
    String(position),
    String(place),
  ]);

/** Places of another server, or of another part of it, are none of the next one's. */
export const forgetPlaces = (pool: Pool): Promise<unknown> => pool.query('delete from log_place');

/** Where the record of a position stands on the server, 0 of none; null where no record has this position. */
export const placeOf = async (part: Part, position: bigint): Promise<bigint | null> => {
  const known = (await part.places()).placeAt(position);
  if (known !== null) return known;
  for (let from = await nearest(part.pool, position); ;) {
    const page = await readPlaced(part, from, STEP + 1); // the record at `from` comes along
    const found = page.find(({ fact }) => fact.position >= position);
    if (found !== undefined) return found.fact.position === position ? found.place : null;
    const last = page.at(-1);
    if (last === undefined || page.length <= STEP) return null;
    await keep(part.pool, last.fact.position, last.place);
    from = last.place;
  }
};

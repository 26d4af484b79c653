import type { Migration } from '#database';
import type { Pool } from 'pg';

export const followerMigrations: readonly Migration[] = [
  {
    id: 'worker-1-follow-ups',
    sql: `create table follower (name text primary key, position bigint not null); insert into follower values ('follow-ups', 0)`,
  },
];

/** Up to which position somebody who follows the log has read. */
export const followedTo = async (pool: Pool, name: 'follow-ups'): Promise<bigint> => {
  const { rows } = await pool.query<{ position: string }>('select position from follower where name = $1', [name]);
  return BigInt(rows[0]!.position);
};

/** Never back: of two who follow at once the one that is ahead counts. */
export const moveFollower = async (pool: Pool, name: 'follow-ups', position: bigint): Promise<void> => {
  await pool.query('update follower set position = greatest(position, $2) where name = $1', [name, String(position)]);
};

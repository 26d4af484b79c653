import type pg from 'pg';
import { postgresStore } from '../../libs/event-store/src/index.ts';
import { broken } from '../simulation/invariants.ts';
import { wholeLog } from './late-projects.ts';
import type { TestDatabase } from './postgres.ts';

type Place = Pick<TestDatabase, 'pool' | 'url'>;
const one = async (pool: pg.Pool, sql: string): Promise<number> =>
  Number((await pool.query<{ n: string }>(sql)).rows[0]?.n);
export const events = (pool: pg.Pool): Promise<number> => one(pool, 'select count(*) as n from event');
const issued = (pool: pg.Pool): Promise<number> =>
  one(
    pool,
    `select coalesce(sum(json_array_length(data->'issued')), 0) as n from event where type = 'NoticesDispatched'`,
  );

/** All that is due has been folded and settled. */
export const done = async (pool: pg.Pool): Promise<boolean> =>
  (await one(
    pool,
    `select (select count(*) from reminder_due where send_at <= now()) + (select count(*) from message where state = 'taken') + (select count(*) from order_opening)
  + (select count(*) from event where position > (select position from reminder_checkpoint)) as n`,
  )) === 0 && (await issued(pool)) > 0;

/** Expected = outcomes, none twice, none early, every order opened; and every late project has told somebody, at night all but those recorded `now`: they wait for the morning. */
export const everythingWasToldOnce = async (
  { pool, url }: Place,
  projects: { before: number; now: number },
): Promise<void> => {
  const store = postgresStore({ pool, url });
  try {
    expect(broken({ events: await wholeLog(store), effects: [], end: new Date().toISOString() })).toEqual([]);
  } finally {
    await store.close();
  }
  const notices = `event cross join json_array_elements(data->'issued') as notice where type = 'NoticesDispatched'`;
  expect(
    await one(
      pool,
      `select count(*) as n from (select notice->>'key' from ${notices} group by 1 having count(*) > 1) twice`,
    ),
  ).toBe(0);
  // Of a Monday morning many projects stand in one circular, which is told under the name of one of them.
  const told = await one(
    pool,
    `select count(distinct subject) as n from (
      select notice->>'subject' as subject from ${notices}
      union select subject from reminder where state = 'merged' and plan = 'send'
    ) told where subject like 'project-%'`,
  );
  const expected = (when: string): Promise<number> =>
    one(pool, `select count(distinct subject) as n from reminder_expected where subject like 'project-%' and ${when}`);
  expect(told).toBe(await expected(`plan = 'send' and send_at <= now()`));
  expect(told).toBeGreaterThanOrEqual(projects.before);
  expect(await expected('true')).toBe(projects.before + projects.now);
};

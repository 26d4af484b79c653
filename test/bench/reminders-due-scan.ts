import type pg from 'pg';
import { median, onFreshDatabase, rounded, type Result } from './bench.ts';
import { sized, withLedger } from './reminders-tools.ts';

const TIMES = 60;
const LIMIT = 1_000;

// Deadlines of two years on whole minutes, in no order, as many projects bring them; the same instants in both tables.
const FILL = `create table bare (key uuid not null, send_at timestamptz not null);
  select setseed(0.5);
  insert into bare select gen_random_uuid(), timestamptz '2026-01-01' + floor(random() * 1051200) * interval '1 minute' from generate_series(1, ROWS);
  create index bare_due on bare (send_at);
  insert into reminder_expected (key, subject, project, clock, policy_version, rung, recurrence, on_day, send_at, plan, told)
    select key, 'project-' || n % 30000, (n % 30000)::text, 'agreed-start', 1, 'near-due', 1, send_at::date, send_at, 'send', json_build_array(json_build_object('unit', 'U' || n % 40, 'role', 'steward', 'person', 'steward-' || n % 400))
    from (select key, send_at, row_number() over () as n from bare) d;
  insert into reminder_due select send_at, subject, key from reminder_expected;
  analyze`;

const timed = async (work: () => Promise<number>): Promise<number> => {
  const began = performance.now();
  if ((await work()) !== LIMIT) throw new Error('fewer rows were due than asked for');
  return performance.now() - began;
};

/** Milliseconds for the next thousand due, ours and the bare query in turn; medians. */
const measure = (rows: number): Promise<{ readonly ours: number; readonly limit: number }> =>
  onFreshDatabase(async (bench) => {
    const ledger = await withLedger(bench);
    const { pool }: { pool: pg.Pool } = bench;
    await pool.query(FILL.replace('ROWS', String(rows)));
    await pool.query('vacuum analyze reminder_expected, reminder_due');
    const now = '2027-06-01T01:00:00.000Z'; // some 70% of the rows are due, a bureau back from a long standstill
    const ours = (): Promise<number> => timed(async () => (await ledger.due(now, LIMIT)).rows.length);
    const bare = (): Promise<number> =>
      timed(
        async () =>
          (
            await pool.query({
              name: 'bare-due',
              text: 'select key from bare where send_at <= $1 order by send_at limit $2',
              values: [now, LIMIT],
            })
          ).rows.length,
      );
    const pairs: (readonly [number, number])[] = [];
    for (let n = 0; n < TIMES; n += 1) {
      const limit = await bare();
      pairs.push([await ours(), limit]);
    }
    const settled = pairs.slice(10); // the first calls pay for plans and caches
    return { ours: median(settled.map(([a]) => a)), limit: median(settled.map(([, b]) => b)) };
  });

/** The next thousand due of a million waiting rows: how near the bare indexed query, and whether the total matters. */
export const dueScan = async (): Promise<readonly Result[]> => {
  const [few, many] = [sized('BENCH_DUE_ROWS_FEW', 10_000), sized('BENCH_DUE_ROWS', 1_000_000)];
  const small = await measure(few);
  const large = await measure(many);
  const settings = { waiting: many, few, limit: LIMIT, times: TIMES };
  return [
    {
      name: 'due-scan, the next thousand, against the bare indexed query',
      unit: 'ms',
      ratio: rounded(large.ours / large.limit),
      ours: rounded(large.ours),
      limit: rounded(large.limit),
      settings,
    },
    {
      name: 'due-scan, the same, against ours among few',
      unit: 'ms',
      ratio: rounded(large.ours / small.ours),
      ours: rounded(large.ours),
      limit: rounded(small.ours),
      settings,
      more: { bareGrowth: rounded(large.limit / small.limit) },
    },
  ];
};

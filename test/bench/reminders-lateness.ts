import { openAlarms, reminderProcess } from '#reminders';
import { onFreshDatabase, rounded, type Result } from './bench.ts';
import { putRows, sized, toolsOf, waitingRow, withLedger } from './reminders-tools.ts';

const A_SECOND = 200;
const LIMIT_MS = 1_000;
const PATIENCE_MS = 30_000;

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;

/** Notices that fall due one after the other, two hundred a second, with the alarm clock on PostgreSQL: milliseconds from due to claimed in the log. */
export const lateness = (): Promise<readonly Result[]> =>
  onFreshDatabase(async (bench) => {
    const lasting = sized('BENCH_LATENESS_SECONDS', 20);
    const count = lasting * A_SECOND;
    const ledger = await withLedger(bench);
    const alarms = await openAlarms({ databaseUrl: bench.url });
    try {
      const begin = Date.now() + 3_000;
      await putRows(
        ledger,
        Array.from({ length: count }, (_, n) =>
          waitingRow(n, new Date(begin + (n * 1000) / A_SECOND).toISOString(), 400),
        ),
      );
      const process = reminderProcess(toolsOf(bench, ledger), alarms);
      let wakes = 0;
      await alarms.work({
        wake: () => {
          wakes += 1;
          return process.wake();
        },
        canary: async () => undefined,
        audit: async () => undefined,
      });
      await process.wake(); // sets the first alarm; from then on each wake sets the next
      const issued = async (): Promise<number> =>
        (await bench.pool.query<{ n: number }>(`select count(*)::integer as n from reminder where state = 'sent'`))
          .rows[0]!.n;
      const until = begin + lasting * 1000 + PATIENCE_MS;
      while (Date.now() < until && (await issued()) < count)
        await new Promise((later) => {
          setTimeout(later, 500);
        });
      const { rows } = await bench.pool.query<{ late: number }>(
        `select extract(epoch from e.recorded_at - r.send_at)::float8 * 1000 as late from event e join reminder r on r.settled_in = e.position order by late`,
      );
      if (rows.length !== count) throw new Error(`${rows.length} of ${count} were issued`);
      const late = rows.map((row) => row.late);
      const p99 = quantile(late, 0.99);
      return [
        {
          name: 'lateness, p99 from due to claimed, against one second',
          unit: 'ms',
          ratio: rounded(p99 / LIMIT_MS),
          ours: rounded(p99),
          limit: LIMIT_MS,
          settings: { dueASecond: A_SECOND, seconds: lasting, backend: 'postgres', fsync: 'on' },
          more: { p50: rounded(quantile(late, 0.5)), most: rounded(late.at(-1)!), earliest: rounded(late[0]!), wakes },
        },
      ];
    } finally {
      await alarms.close();
    }
  });

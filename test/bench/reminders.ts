import type { Result } from './bench.ts';
import { dueScan } from './reminders-due-scan.ts';
import { handOver } from './reminders-hand-over.ts';
import { lateness } from './reminders-lateness.ts';
import { schedule } from './reminders-schedule.ts';

/** All that stands between a date and somebody being told; BENCH_REMINDERS names the parts where not all are wanted. */
export const reminders = async (): Promise<readonly Result[]> => {
  const parts: Readonly<Record<string, () => Promise<readonly Result[]>>> = {
    'due-scan': dueScan,
    schedule,
    'hand-over': handOver,
    lateness,
  };
  const wanted = process.env['BENCH_REMINDERS']?.split(',') ?? Object.keys(parts);
  const found: Result[] = [];
  for (const name of wanted) found.push(...(await parts[name]!()));
  return found;
};

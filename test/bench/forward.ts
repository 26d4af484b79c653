import { migrate } from '#database';
import { addDays, DEFAULT_RULES, type IsoDate } from '#domain';
import type { Caller } from '#identity';
import { fillProjects } from '#projections';
import { officeMigrations, ask, showComing, readConfig, officeOver } from '#office';
import { median, onFreshDatabase, rounded, type Bench, type Result } from './bench.ts';
import { signedProjects, sized } from './reminders-tools.ts';

const TODAY = '2026-11-25' as IsoDate;
const TIMES = 9;
const SPREAD = 1_500; // days over which projects were signed, as in the other benches
const ASKER: Caller = {
  account: 'bench',
  user: 'bench',
  name: 'bench',
  unit: null,
  roles: [],
  permissions: new Set(),
  scope: { kind: 'all', units: [] },
  via: 'token',
  credential: 'bench',
  mustChangePassword: false,
};

type Question = { readonly days: '30' | '90'; readonly unit?: string };
const QUESTIONS: Readonly<Record<string, Question>> = {
  '30 days': { days: '30' },
  '90 days': { days: '90' },
  '90 days of one unit of forty': { days: '90', unit: 'U7' },
};

/** Median milliseconds of a first page with the counts of all, and how many due days, notices and reds they count. */
const measure = async (
  { pool, store, data }: Bench,
  projects: number,
): Promise<Record<string, { readonly ms: number; readonly counted: number }>> => {
  await migrate(pool, officeMigrations);
  const signed = signedProjects(
    projects,
    (index) => addDays(TODAY, -((index * 37) % SPREAD)),
    (index) => addDays(TODAY, 200 - ((index * 37) % SPREAD)),
  );
  for (let from = 0; from < projects; from += 2_000) await store.appendMany(signed.slice(from, from + 2_000));
  const head = await store.head();
  await fillProjects(pool, store, DEFAULT_RULES, head);
  await pool.query(`update projection_checkpoint set rules = $1, position = $2 where name = 'project'`, [
    DEFAULT_RULES.id,
    String(head),
  ]);
  const office = officeOver({
    config: readConfig({ LUODI_DATA: data, LUODI_LOG_LEVEL: 'silent' }),
    pool,
    store,
    now: () => new Date(`${TODAY}T02:00:00Z`),
  });
  await office.reminders.catchUp();
  await pool.query('vacuum analyze');
  const found: Record<string, { ms: number; counted: number }> = {};
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const taken: number[] = [];
    let counted = 0;
    for (let time = 0; time < TIMES + 2; time += 1) {
      const began = performance.now();
      const { counts } = await ask(office, ASKER, showComing, question);
      if (time >= 2) taken.push(performance.now() - began); // the first warm the connection
      counted = counts.dues + counts.notices + counts.reds;
    }
    found[name] = { ms: median(taken), counted };
  }
  return found;
};

/** What lies ahead at 10,000 and at 100,000 projects: the first page and the counts of each day. The ratio may follow what lies ahead, which is ten times as much, and no more. */
export const forward = async (): Promise<readonly Result[]> => {
  const most = sized('BENCH_PROJECTS', 100_000);
  const small = await onFreshDatabase((bench) => measure(bench, most / 10));
  const large = await onFreshDatabase((bench) => measure(bench, most));
  return Object.keys(QUESTIONS).map((name): Result => ({
    name: `what comes in ${name}, against the same at a tenth of the projects`,
    unit: 'ms',
    ratio: rounded(large[name]!.ms / small[name]!.ms),
    ours: rounded(large[name]!.ms),
    limit: rounded(small[name]!.ms),
    settings: { projects: most, times: TIMES },
    more: { counted: large[name]!.counted, countedBefore: small[name]!.counted },
  }));
};

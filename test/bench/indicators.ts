import { migrate } from '#database';
import { DEFAULT_RULES, readCommand } from '#domain';
import {
  compareLists,
  CompareQuery,
  dwell,
  FigureQuery,
  FiguresQuery,
  forecast,
  funnel,
  indicators as table,
  IndicatorsQuery,
  officeMigrations,
  officeOver,
  openFigure,
  OPERATOR,
  readConfig,
  structure,
  StructureQuery,
  type Office,
} from '#office';
import { fillProjects } from '#projections';
import { median, onFreshDatabase, rounded, type Bench, type Result } from './bench.ts';
import { copyRows } from './copies.ts';
import { exported } from './export.ts';
import { seedDayByDay } from './list-seed.ts';

const PROJECTS = Number(process.env['BENCH_PROJECTS'] ?? '100000');
const FACTS_EACH = 10;
const LAID = Math.min(PROJECTS, Number(process.env['BENCH_LAID'] ?? '5000')); // projects whose facts go through log and fold; the others are copies of their rows
const COPIES = Math.ceil(PROJECTS / LAID) - 1;
const TIMES = 9;
const EXPORTED = 100_000; // an export of more takes longer than everything else, and is flat or not at this size already
const FIRST = 3; // not measured

/** Two arrivals for each project that has started, laid as the model lays them: a log of as many facts more would be filled for an hour. */
const ARRIVALS = `insert into arrival_span (project_id, arrival, version, on_day, certified_on, amount, currency, kind, from_pos)
  select project_id, n::text, 10, start_on + 30 * n, start_on + 30 * n + 5, contracted / 10, 'CNY', 'building', from_pos
  from project_span cross join generate_series(1, 2) as n where to_pos = 9223372036854775807 and to_day = 'infinity' and start_on is not null`;

/** What any program must at least ask of these rows: the signed, the started and the arrived of a year, by unit. */
const BARE = [
  `select unit, count(*) filter (where signed_on between '2023-01-01' and '2023-12-31') as signed,
     sum(contracted) filter (where signed_on between '2023-01-01' and '2023-12-31') as amount,
     count(*) filter (where start_on between '2023-01-01' and '2023-12-31') as started
   from project_span where to_pos = 9223372036854775807 and to_day = 'infinity' group by unit`,
  `select p.unit, sum(a.amount) from project_span p join arrival_span a using (project_id)
   where p.to_pos = 9223372036854775807 and p.to_day = 'infinity' and a.to_pos = 9223372036854775807
     and a.on_day between '2023-01-01' and '2023-12-31' and a.certified_on <= '2023-12-31' group by p.unit`,
];

/** Projects as the product lays them, and copies of their rows; every fact of a copy stands in the log, too, after those it was copied from. */
const laid = async ({ pool, store, data }: Bench): Promise<Office> => {
  await migrate(pool, officeMigrations);
  await seedDayByDay(store, LAID, FACTS_EACH);
  const head = await store.head();
  await fillProjects(pool, store, DEFAULT_RULES, head);
  await pool.query(ARRIVALS);
  const own = { project_id: `row.project_id || '-' || copy`, code: `row.code || '-' || copy` };
  for (const table of ['counted_span', 'arrival_span', 'project_span']) {
    process.stderr.write(`${table}: ${COPIES} copies\n`);
    await copyRows(pool, table, COPIES, own);
  }
  await copyRows(pool, 'event', COPIES, {
    position: `row.position + copy * ${head}`,
    stream: `row.stream || '-' || copy`,
    id: 'gen_random_uuid()',
  });
  await pool.query(
    'update projection_checkpoint set position = (select max(position) from event)', // of matters, too, of which the copies hold none
  );
  await pool.query('vacuum analyze project_span, counted_span, arrival_span');
  return officeOver({ config: readConfig({ LUODI_DATA: data }), pool, store });
};

/** The office with nothing kept of what was asked before. */
const withoutSums = (office: Office): Office => {
  const kept = new Map<string, ReturnType<Office['numbers']['tallies']>>();
  const tallies: Office['numbers']['tallies'] = (_edition, asked, find) => {
    const found = kept.get(asked) ?? find();
    kept.set(asked, found);
    return found;
  };
  return { ...office, numbers: { ...office.numbers, tallies } };
};

interface Measured {
  readonly times: Readonly<Record<string, number>>;
  readonly megabytes: Readonly<Record<string, number>>;
  readonly more: readonly Result[];
}

const sizes = async ({ pool }: Bench): Promise<Measured['megabytes']> => {
  const { rows } = await pool.query<{ name: string; bytes: string }>(
    `select name, coalesce((select sum(pg_total_relation_size(relid)) from pg_partition_tree(name::regclass)), pg_total_relation_size(name::regclass)) as bytes
     from unnest(array['event', 'project_span', 'counted_span', 'arrival_span']) as name`,
  );
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, Math.round(Number(bytes) / 1_000_000)]));
};

const measure = async (bench: Bench): Promise<Measured> => {
  const kept = await laid(bench);
  const middle = BigInt(LAID * FACTS_EACH) / 2n; // half of what is known of any project
  const days = readCommand(CompareQuery, { from: '2023-06-01', to: '2023-06-30' });
  const asked = (more: object) => readCommand(IndicatorsQuery, { period: '2023', ...more });
  const today = asked({ asOf: kept.today() });
  const year = readCommand(FiguresQuery, { period: '2023' });
  const figure = readCommand(FigureQuery, { period: '2023' });
  const bands = readCommand(StructureQuery, { period: '2023', by: 'size-band' });
  const questions: Readonly<Record<string, (fresh: Office) => Promise<unknown>>> = {
    bare: async () => {
      for (const sql of BARE) await bench.pool.query(sql);
    },
    today: (office) => table(office, OPERATOR, today),
    again: () => table(kept, OPERATOR, today),
    past: (office) => table(office, OPERATOR, asked({})),
    known: (office) => table(office, OPERATOR, asked({}), { at: middle }),
    opened: (office) => openFigure(office, OPERATOR, 'signed-amount', figure),
    openedAgain: () => openFigure(kept, OPERATOR, 'signed-amount', figure),
    structure: (office) => structure(office, OPERATOR, bands),
    dwell: (office) => dwell(office, OPERATOR, year),
    funnel: (office) => funnel(office, OPERATOR, year),
    forecast: (office) => forecast(office, OPERATOR, year),
    compared: () =>
      compareLists({ office: kept, caller: OPERATOR, scope: { all: true } }, 'signed-not-started', days, 100),
  };
  const times = Object.keys(questions).map((name): [string, number[]] => [name, []]);
  for (let round = 0; round < FIRST + TIMES; round += 1)
    for (const [name, taken] of times) {
      const fresh = withoutSums(kept);
      const began = performance.now();
      await questions[name]!(fresh);
      if (round >= FIRST) taken.push(performance.now() - began);
      process.stderr.write(`${round}: ${name} ${Math.round(performance.now() - began)} ms\n`);
    }
  return {
    times: Object.fromEntries(times.map(([name, taken]) => [name, median(taken)])),
    megabytes: await sizes(bench),
    more: PROJECTS > EXPORTED ? [] : await exported(kept),
  };
};

/** What is measured, against which time in ms or which other of the same run. */
const LINES: readonly (readonly [name: string, measured: string, limit: number | string])[] = [
  ['table of 40 units asked for the first time, against 300 ms', 'today', 300],
  ['the same, against the bare aggregate of three metrics', 'today', 'bare'],
  ['table of 40 units asked for again, against the bare aggregate', 'again', 'bare'],
  ['table of a past day, against today’s', 'past', 'today'],
  ['table as known then, against today’s', 'known', 'today'],
  ['a page of a figure opened without its table, against 150 ms', 'opened', 150],
  ['a page of a figure opened from its table, against 150 ms', 'openedAgain', 150],
  ['structure by size, against the bare aggregate', 'structure', 'bare'],
  ['times in phases of all projects, against 1 s', 'dwell', 1_000],
  ['funnel, against 1 s', 'funnel', 1_000],
  ['expected starts, against 1 s', 'forecast', 1_000],
  ['the backlog of two days compared, against 1 s', 'compared', 1_000],
];

/** The table of all metrics by 40 units, with last year's: as of today, of a past day, as known then; figures opened; analyses; an export; and the bare aggregate of the same run beside each. */
export const indicators = async (): Promise<readonly Result[]> => {
  const { times, megabytes, more: others } = await onFreshDatabase(measure);
  const settings = { projects: PROJECTS, laid: LAID, factsEach: FACTS_EACH, times: TIMES };
  const lines = LINES.map(([name, measured, against]): Result => {
    const ours = times[measured]!;
    const limit = typeof against === 'string' ? times[against]! : against;
    const more = { bare: rounded(times['bare']!), megabytes };
    return {
      name,
      unit: 'ms',
      ratio: rounded(ours / limit),
      ours: rounded(ours),
      limit: rounded(limit),
      settings,
      more,
    };
  });
  return [...lines, ...others];
};

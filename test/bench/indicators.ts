import { migrate } from '#database';
import { DEFAULT_RULES, readCommand } from '#domain';
import {
  compareLists,
  CompareQuery,
  dwell,
  FigureQuery,
  FiguresQuery,
  indicators as table,
  IndicatorsQuery,
  officeMigrations,
  officeOver,
  openFigure,
  OPERATOR,
  readConfig,
  type Office,
} from '#office';
import { fillProjects } from '#projections';
import { median, onFreshDatabase, rounded, type Bench, type Result } from './bench.ts';
import { seedDayByDay } from './list-seed.ts';

const PROJECTS = Number(process.env['BENCH_PROJECTS'] ?? '100000');
const TIMES = 9;
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

const laid = async ({ pool, store, data }: Bench): Promise<Office> => {
  await migrate(pool, officeMigrations);
  await seedDayByDay(store, PROJECTS, 10, (facts) => process.stderr.write(`${facts} facts\n`));
  const head = await store.head();
  await fillProjects(pool, store, DEFAULT_RULES, head);
  await pool.query(ARRIVALS);
  await pool.query(`update projection_checkpoint set position = $1 where name in ('project', 'arrival')`, [
    String(head),
  ]);
  await pool.query('vacuum analyze project_span, arrival_span');
  return officeOver({ config: readConfig({ LUODI_DATA: data }), pool, store });
};

const measure = async (bench: Bench): Promise<Record<string, number>> => {
  const office = await laid(bench);
  const middle = (await bench.store.head()) / 2n;
  const days = readCommand(CompareQuery, { from: '2023-06-01', to: '2023-06-30' });
  const asked = (more: object) => readCommand(IndicatorsQuery, { period: '2023', ...more });
  const questions: Readonly<Record<string, () => Promise<unknown>>> = {
    bare: async () => {
      for (const sql of BARE) await bench.pool.query(sql);
    },
    today: () => table(office, OPERATOR, asked({ asOf: office.today() })),
    past: () => table(office, OPERATOR, asked({})),
    known: () => table(office, OPERATOR, asked({}), { at: middle }),
    dwell: () => dwell(office, OPERATOR, readCommand(FiguresQuery, { period: '2023' })),
    compared: () => compareLists({ office, caller: OPERATOR, scope: { all: true } }, 'signed-not-started', days, 100),
    opened: () => openFigure(office, OPERATOR, 'signed-amount', readCommand(FigureQuery, { period: '2023' })),
  };
  const times = Object.keys(questions).map((name): [string, number[]] => [name, []]);
  for (let round = 0; round < FIRST + TIMES; round += 1)
    for (const [name, taken] of times) {
      const began = performance.now();
      await questions[name]!();
      if (round >= FIRST) taken.push(performance.now() - began);
    }
  return Object.fromEntries(times.map(([name, taken]) => [name, median(taken)]));
};

/** The table of all metrics by 40 units, with last year's: as of today, of a past day, as known then; a figure opened; and the bare aggregate of the same run. */
export const indicators = async (): Promise<readonly Result[]> => {
  const found = await onFreshDatabase(measure);
  const settings = { projects: PROJECTS, factsEach: 10, times: TIMES };
  const line = (name: string, ours: number, limit: number): Result => ({
    name,
    unit: 'ms',
    ratio: rounded(ours / limit),
    ours: rounded(ours),
    limit: rounded(limit),
    settings,
  });
  return [
    line('table of 40 units, against 300 ms', found['today']!, 300),
    line('table of 40 units, against the bare aggregate of three metrics', found['today']!, found['bare']!),
    line('table of a past day, against today’s', found['past']!, found['today']!),
    line('table as known then, against today’s', found['known']!, found['today']!),
    line('times in phases of all projects, against 1 s', found['dwell']!, 1_000),
    line('the backlog of two days compared, against 1 s', found['compared']!, 1_000),
    line('a page of an opened figure, against 150 ms', found['opened']!, 150),
  ];
};

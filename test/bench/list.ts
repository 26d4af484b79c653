import { DEFAULT_RULES, type IsoDate } from '#domain';
import { fillProjects, listNamed, listRows, listTotals, unitNames, type ListQuestion } from '#projections';
import { median, onFreshDatabase, rounded, type Bench, type Result } from './bench.ts';
import { seedDayByDay } from './list-seed.ts';

const TIMES = 25;
const FIRST = 10; // not measured: the connection, its catalogue and the compiled code grow warm, for each question alike

/** Median milliseconds of each question, asked in turn: what disturbs one disturbs all. */
const inRounds = async (
  questions: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<Record<string, number>> => {
  const times = Object.keys(questions).map((name): [string, number[]] => [name, []]);
  for (let round = 0; round < FIRST + TIMES; round += 1)
    for (const [name, taken] of times) {
      const began = performance.now();
      await questions[name]!();
      if (round >= FIRST) taken.push(performance.now() - began);
    }
  return Object.fromEntries(times.map(([name, taken]) => [name, median(taken)]));
};

const measure = async ({ pool, store }: Bench, projects: number): Promise<Record<string, number>> => {
  await seedDayByDay(store, projects, 10, (facts) => {
    process.stderr.write(`${facts} facts\n`);
  });
  await fillProjects(pool, store, DEFAULT_RULES, await store.head());
  await pool.query('vacuum analyze project_span');
  const middle = (await store.head()) / 2n;
  const ask = (day: string, position: bigint | null): ListQuestion => ({
    list: listNamed('signed-not-started')!,
    asOf: { day: day as IsoDate, position },
    scope: { all: true },
    limit: 50,
  });
  const today = ask('2026-11-25', null);
  const page = (question: ListQuestion) => () => listRows(pool, question, unitNames([]));
  const totals = (question: ListQuestion) => () => listTotals(pool, question);
  const past = ask('2023-06-30', null);
  const known = ask('2023-06-30', middle);
  return inRounds({
    firstPage: page(today),
    totals: totals(today),
    ordered: page({ ...today, order: ['-nextStep'] }),
    oneClock: totals({ ...today, where: [{ clock: 'agreed-start' }] }),
    pastPage: page(past),
    pastTotals: totals(past),
    knownPage: page(known),
    knownTotals: totals(known),
    signedPast: page({ ...past, list: listNamed('signed')! }),
    stalledPast: page({ ...past, list: listNamed('stalled')! }),
    stalledKnown: page({ ...known, list: listNamed('stalled')! }),
    unitPast: page({ ...past, scope: { all: false, units: ['U7'] } }),
  });
};

/** The backlog at 10,000 and at 100,000 projects (1,000,000 facts): first page, totals with colours, a past day, a past day as known then. */
export const list = async (): Promise<readonly Result[]> => {
  const small = await onFreshDatabase((bench) => measure(bench, 10_000));
  const large = await onFreshDatabase((bench) => measure(bench, Number(process.env['BENCH_PROJECTS'] ?? '100000')));
  const settings = { projects: Number(process.env['BENCH_PROJECTS'] ?? '100000'), factsEach: 10, times: TIMES };
  const line = (name: string, ours: number, limit: number): Result => ({
    name,
    unit: 'ms',
    ratio: rounded(ours / limit),
    ours: rounded(ours),
    limit: rounded(limit),
    settings,
  });
  return [
    line('first page, against the same at 10,000 projects', large['firstPage']!, small['firstPage']!),
    line('first page, against 100 ms', large['firstPage']!, 100),
    line('totals and colours of the whole list, against 100 ms', large['totals']!, 100),
    line('first page in the order of a column that no index holds, against 150 ms', large['ordered']!, 150),
    line('totals of one clock, against 150 ms', large['oneClock']!, 150),
    line('first page of a past day, against today’s', large['pastPage']!, large['firstPage']!),
    line('first page of a past day, against the same at 10,000 projects', large['pastPage']!, small['pastPage']!),
    line('totals of a past day, against today’s', large['pastTotals']!, large['totals']!),
    line('first page as known then, against today’s', large['knownPage']!, large['firstPage']!),
    line('first page as known then, against the same at 10,000 projects', large['knownPage']!, small['knownPage']!),
    line('totals as known then, against today’s', large['knownTotals']!, large['totals']!),
    line('first page of a past day of everything signed, against 100 ms', large['signedPast']!, 100),
    line('first page of a past day of everything stalled, against 100 ms', large['stalledPast']!, 100),
    line('first page of everything stalled, as known then, against 100 ms', large['stalledKnown']!, 100),
    line('first page of a past day of one unit of forty, against 100 ms', large['unitPast']!, 100),
  ];
};

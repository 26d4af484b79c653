import { DEFAULT_RULES, type IsoDate } from '#domain';
import { fillProjects, listNamed, listRows, listTotals, unitNames, type ListQuestion } from '#projections';
import { median, onFreshDatabase, rounded, type Bench, type Result } from './bench.ts';
import { seed } from './seed.ts';

const TIMES = 15;

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n += 1) { const began = performance.now(); await work(); times.push(performance.now() - began); }
  return median(times);
};

const measure = async ({ pool, store }: Bench, projects: number): Promise<Record<string, number>> => {
  await seed(store, projects, 10, (done) => { if (done % 20_000 === 0) process.stderr.write(`${done} projects\n`); });
  const tx = await pool.connect();
  try {
    await tx.query('begin');
    await fillProjects(tx, store, DEFAULT_RULES, 'project_span', await store.head());
    await tx.query('commit');
  } finally { tx.release(); }
  await pool.query('vacuum analyze project_span');
  const middle = (await store.head()) / 2n;
  const ask = (day: string, position: bigint | null): ListQuestion => ({ list: listNamed('signed-not-started')!, asOf: { day: day as IsoDate, position }, scope: { all: true }, limit: 50 });
  const today = ask('2026-11-25', null);
  const page = (question: ListQuestion) => () => listRows(pool, question, unitNames([]));
  const totals = (question: ListQuestion) => () => listTotals(pool, question);
  const past = ask('2023-06-30', null);
  const known = ask('2023-06-30', middle);
  return {
    firstPage: await milliseconds(page(today)), totals: await milliseconds(totals(today)),
    pastPage: await milliseconds(page(past)), pastTotals: await milliseconds(totals(past)), knownPage: await milliseconds(page(known)), knownTotals: await milliseconds(totals(known)),
  };
};

/** The backlog at 10,000 and at 100,000 projects (1,000,000 facts): first page, totals with colours, a past day, a past day as known then. */
export const list = async (): Promise<readonly Result[]> => {
  const small = await onFreshDatabase((bench) => measure(bench, 10_000));
  const large = await onFreshDatabase((bench) => measure(bench, Number(process.env['BENCH_PROJECTS'] ?? '100000')));
  const settings = { projects: Number(process.env['BENCH_PROJECTS'] ?? '100000'), factsEach: 10, times: TIMES };
  const line = (name: string, ours: number, limit: number): Result => ({ name, unit: 'ms', ratio: rounded(ours / limit), ours: rounded(ours), limit: rounded(limit), settings });
  return [
    line('first page, against the same at 10,000 projects', large['firstPage']!, small['firstPage']!),
    line('totals and colours of the whole list, against 100 ms', large['totals']!, 100),
    line('first page of a past day, against today’s', large['pastPage']!, large['firstPage']!),
    line('totals of a past day, against today’s', large['pastTotals']!, large['totals']!),
    line('first page as known then, against today’s', large['knownPage']!, large['firstPage']!),
    line('totals as known then, against today’s', large['knownTotals']!, large['totals']!),
  ];
};

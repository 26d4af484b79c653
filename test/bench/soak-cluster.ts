import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { migrate, type Pool } from '#database';
import { officeMigrations } from '#office';
import { changeFirstPassword } from '../support/first-password.ts';
import { startRedis } from '../support/redis.ts';
import { pause } from '../support/soon.ts';
import { startServerProcess, startWorkerProcess, type WorkerProcess } from '../support/worker-process.ts';
import { median, onFreshDatabase, rounded, type Bench, type Result } from './bench.ts';
import { send, type Call } from './callers.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? '600');
const A_SECOND = Number(process.env['BENCH_RATE'] ?? '200'); // commands
const PROJECTS = 200;
const MOST_UNDER_WAY = 400; // a server that is slower than what is asked of it is not buried
const MARKS = 12;
const FIRST = /shown once.*: (\S+) \/ (\S+)/;

const megabytes = ({ child }: WorkerProcess): number => {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes ?? 0) / 1024);
};

interface Mark {
  readonly at: number; // seconds
  readonly lag: number; // seconds that the lists are behind the log
  readonly megabytes: readonly number[]; // of each process
}

/** How old the first record is that the lists lack; 0 where they lack none. */
const lagOf = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ lag: string | null }>(
    `select extract(epoch from clock_timestamp() - min(recorded_at))::text as lag from event where position > (select position from projection_checkpoint where name = 'project')`,
  );
  return rounded(Number(rows[0]?.lag ?? 0));
};

/** Megabytes a minute, by least squares over the second half: the first fills caches. */
const slope = (marks: readonly Mark[], process: number): number => {
  const points = marks
    .slice(Math.floor(marks.length / 2))
    .map(({ at, megabytes: held }) => [at / 60, held[process]!] as const);
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  return rounded(points.reduce((sum, [at, held]) => sum + (at - x) * (held - y), 0) / (spread || 1));
};

const quantile = (times: readonly number[], part: number): number =>
  rounded([...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * part)] ?? 0);

const soaked = async ({ pool, url, data }: Bench): Promise<readonly Result[]> => {
  await migrate(pool, officeMigrations);
  const redis = await startRedis();
  const environment = { DATABASE_URL: url, REDIS_URL: redis.url, LUODI_WORKER: 'apart' };
  const servers = [
    await startServerProcess(`${data}/office`, environment),
    await startServerProcess(`${data}/office`, environment),
  ];
  const processes = [...servers, ...[1, 2].map(() => startWorkerProcess(`${data}/office`, environment))];
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  try {
    const shown = servers.map(({ said }) => FIRST.exec(said())).find((found) => found !== null)!;
    const login = await changeFirstPassword(servers[0]!.url, { user: shown[1]!, password: shown[2]! });
    const headers = { 'content-type': 'application/json' };
    const signed = await fetch(`${servers[0]!.url}/api/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify(login),
    });
    const cookie = signed.headers.get('set-cookie')!.split(';')[0]!;
    const projects: string[] = [];
    for (let n = 0; n < PROJECTS; n += 1) {
      const made = await fetch(`${servers[n % 2]!.url}/api/projects`, {
        method: 'POST',
        headers: { ...headers, cookie },
        body: JSON.stringify({ title: `项目 ${n}`, code: `S-${n}` }),
      });
      projects.push(((await made.json()) as { projectId: string }).projectId);
    }
    const ports = servers.map((one) => Number(new URL(one.url).port));
    const command = (n: number): Call => ({
      method: 'POST',
      path: `/api/projects/${projects[n % PROJECTS]!}/commands/report-progress`,
      headers: { cookie, 'idempotency-key': randomUUID() },
      body: { text: `进展 ${n}` },
    });
    const [times, marks, began] = [[] as number[], [] as Mark[], performance.now()];
    let [given, underWay, refused] = [0, 0, 0];
    const give = async (): Promise<void> => {
      const [n, at] = [given++, performance.now()];
      underWay += 1;
      await send(agent, ports[n % 2]!, command(n)).catch(() => {
        refused += 1;
      });
      times.push(performance.now() - at);
      underWay -= 1;
    };
    for (let elapsed = 0; elapsed < SECONDS; elapsed = (performance.now() - began) / 1_000) {
      while (given < elapsed * A_SECOND && underWay < MOST_UNDER_WAY) void give();
      if (elapsed >= ((marks.length + 1) * SECONDS) / (MARKS + 1))
        marks.push({ at: rounded(elapsed), lag: await lagOf(pool), megabytes: processes.map(megabytes) });
      await pause(5);
    }
    while (underWay > 0) await pause(20);
    const rate = rounded(given / ((performance.now() - began) / 1_000));
    return [
      {
        name: `two servers and two workers under ${A_SECOND} commands a second: commands given`,
        unit: 'commands/s',
        ratio: rounded(rate / A_SECOND),
        ours: rate,
        limit: A_SECOND,
        settings: { seconds: SECONDS, projects: PROJECTS, servers: 2, workers: 2 },
        more: {
          given,
          refused,
          milliseconds: { p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
          lagSeconds: { median: median(marks.map(({ lag }) => lag)), each: marks.map(({ lag }) => lag) },
          megabytes: marks.map((mark) => mark.megabytes),
          megabytesAMinute: processes.map((_one, index) => slope(marks, index)),
        },
      },
    ];
  } finally {
    agent.destroy();
    for (const one of processes) await one.kill('SIGTERM');
    await redis.stop();
  }
};

/** Two servers and two workers on one PostgreSQL and one Redis under a steady load: lag of the lists, memory of each process and its slope. Ten minutes; BENCH_SECONDS and BENCH_RATE change it. */
export const soakCluster = (): Promise<readonly Result[]> => onFreshDatabase(soaked);

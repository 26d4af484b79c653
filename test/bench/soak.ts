import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { rounded, type Result } from './bench.ts';
import { send, type Call } from './callers.ts';
import { sampleServer } from './sample-server.ts';

const AT_ONCE = 16;
const COMMANDS = Number(process.env['BENCH_COMMANDS'] ?? '100000'); // and as many reads
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? '3600'); // at most
const WARM = 2_000; // commands before anything is compared
const THOUSAND = 1_000;

const TICKS = 100; // a second, of what the system counts in

/** Seconds of work that a process has had so far, its own and the system's for it; null where the system does not say. Unlike the clock it does not count its neighbours' work. */
const workedBy = (process: number): number | null => {
  try {
    const [user, system] = readFileSync(`/proc/${process}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13);
    return (Number(user) + Number(system)) / TICKS;
  } catch {
    return null;
  }
};

/** Megabytes that a process holds in memory; null where the system does not say. */
const held = (process: number): number | null => {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
};

interface Mark {
  readonly commands: number;
  readonly seconds: number; // that the last thousand of them took
  readonly worked: number | null; // seconds of work that the server had for them
  readonly megabytes: number | null;
}

/**
 * Progress lines and project pages of the sample bureau, in turn, for as long as a hundred thousand of each take: neither memory nor the time of a thousand commands may grow. The ratio is that of the
 * first thousand after the warm-up to the last.
 */
export const soak = async (): Promise<readonly Result[]> => {
  const server = await sampleServer();
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  try {
    const { cookie, projects, port, child } = server;
    const any = (): string => projects[Math.floor(Math.random() * projects.length)]!;
    const command = (): Call => ({
      method: 'POST',
      path: `/api/projects/${any()}/commands/report-progress`,
      headers: { cookie, 'idempotency-key': randomUUID() },
      body: { text: `进展 ${randomUUID()}` },
    });
    const page = (): Call => ({ method: 'GET', path: `/api/projects/${any()}`, headers: { cookie } });
    const marks: Mark[] = [];
    const until = performance.now() + SECONDS * 1_000;
    let [given, done, before, worked] = [0, 0, performance.now(), workedBy(child.pid!)];
    const one = async (): Promise<void> => {
      while (given < COMMANDS && performance.now() < until) {
        given += 1;
        await send(agent, port, command());
        await send(agent, port, page());
        done += 1;
        if (done % THOUSAND !== 0) continue;
        const now = performance.now();
        const work = workedBy(child.pid!);
        marks.push({
          commands: done,
          seconds: rounded((now - before) / 1_000),
          worked: work === null || worked === null ? null : rounded(work - worked),
          megabytes: held(child.pid!),
        });
        [before, worked] = [now, work];
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    const warm = marks.filter(({ commands }) => commands > WARM);
    const [first, last] = [warm[0], warm.at(-1)];
    if (first === undefined || last === undefined) throw new Error(`only ${done} commands in ${SECONDS} s`);
    const tenths = warm.filter((_mark, index) => index % Math.ceil(warm.length / 10) === 0);
    return [
      {
        name: 'the last thousand commands beside the first, each with a project page',
        unit: 'a second',
        ratio: rounded(first.seconds / last.seconds),
        ours: rounded(THOUSAND / last.seconds),
        limit: rounded(THOUSAND / first.seconds),
        settings: { projects: projects.length, atOnce: AT_ONCE, commands: done, reads: done, warm: WARM },
        more: {
          megabytes: [...tenths, last].map(({ megabytes }) => megabytes),
          seconds: [...tenths, last].map(({ seconds }) => seconds),
          worked: [...tenths, last].map(({ worked: work }) => work),
        },
      },
    ];
  } finally {
    agent.destroy();
    await server.stop();
  }
};

import { randomUUID } from 'node:crypto';
import { openDatabase } from '#database';
import { inTurn, type Result } from './bench.ts';
import { callsASecond, type Call } from './callers.ts';
import { sampleServer, serving } from './sample-server.ts';

const AT_ONCE = 16;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? '6');
const ROUNDS = 3;

/** The bare loop inserts into a table of its own, which has no other index than the log's first. */
const layBare = async (data: string): Promise<void> => {
  const { pool, close } = await openDatabase({ data });
  try {
    await pool.query(`create table bare (position bigserial, stream text not null, version int not null, id uuid not null, type text not null, occurred_on date not null, data json not null, primary key (stream, version));
      insert into bare (stream, version, id, type, occurred_on, data) select stream, version, id, type, occurred_on, data from event where stream like 'project-%'; analyze`);
  } finally {
    await close();
  }
};

/** A list page, a project page and a progress line of the sample bureau, asked by 16 callers from another process, beside the same statements behind a bare node:http server. */
export const httpSample = async (): Promise<readonly Result[]> => {
  const server = await sampleServer();
  try {
    await layBare(server.data);
    const bare = await serving('bare-server.ts', { LUODI_DATA: server.data });
    try {
      const { cookie, projects } = server;
      const any = (): string => projects[Math.floor(Math.random() * projects.length)]!;
      const text = (): string => `进展 ${randomUUID()}`;
      const pairs: readonly { readonly name: string; readonly ours: () => Call; readonly limit: () => Call }[] = [
        {
          name: 'list page',
          ours: () => ({ method: 'GET', path: '/api/lists/signed', headers: { cookie } }),
          limit: () => ({ method: 'GET', path: '/list' }),
        },
        {
          name: 'project page',
          ours: () => ({ method: 'GET', path: `/api/projects/${any()}`, headers: { cookie } }),
          limit: () => ({ method: 'GET', path: `/project/${any()}` }),
        },
        {
          name: 'progress command',
          ours: () => ({
            method: 'POST',
            path: `/api/projects/${any()}/commands/report-progress`,
            headers: { cookie, 'idempotency-key': randomUUID() },
            body: { text: text() },
          }),
          limit: () => ({ method: 'POST', path: `/progress/${any()}`, body: { text: text() } }),
        },
      ];
      const results: Result[] = [];
      const settings = { projects: projects.length, atOnce: AT_ONCE, seconds: SECONDS, rounds: ROUNDS, fsync: 'on' };
      for (const { name, ours, limit } of pairs) {
        const asked = (port: number, next: () => Call, seconds = SECONDS): Promise<number> =>
          callsASecond(port, next, { atOnce: AT_ONCE, seconds });
        await asked(server.port, ours, 2); // grows warm
        const measured = await inTurn(
          ROUNDS,
          () => asked(server.port, ours),
          () => asked(bare.port, limit),
        );
        results.push({
          name: `${name} of the sample, 16 callers in another process`,
          unit: 'a second',
          ...measured,
          settings,
        });
      }
      return results;
    } finally {
      await bare.stop();
    }
  } finally {
    await server.stop();
  }
};

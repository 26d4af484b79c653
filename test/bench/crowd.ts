import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as rest } from 'node:timers/promises';
import { rounded, type Result } from './bench.ts';
import { send, type Call } from './callers.ts';
import { followed } from './live-page.ts';
import { sampleServer } from './sample-server.ts';
import { peopleOf, type Person } from './sample-people.ts';

const PEOPLE = 100;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? '60');
const WARM_MS = 10_000; // everybody has opened their first page

/** What a browser asks for when somebody opens a page, all at once. */
const PAGES: readonly ((project: string) => readonly string[])[] = [
  () => ['inbox?open=true&limit=1', 'orders?open=true&limit=5', 'issues?open=true&limit=5', 'lists/stalled?limit=5'],
  () => ['lists/signed?limit=50', 'list-counts'],
  () => ['lists/signed-not-started?limit=50', 'list-counts'],
  () => ['lists/stalled?limit=50', 'list-counts'],
  (project) => [`projects/${project}`, `projects/${project}/history`, `projects/${project}/checklist`, 'commands'],
  (project) => [`projects/${project}`, `projects/${project}/history`, `projects/${project}/checklist`, 'commands'],
  () => ['inbox/groups?open=true', 'inbox?open=true&limit=50'],
  () => ['orders?open=true', 'issues?open=true'],
  () => ['reminders'],
  () => ['cockpit'],
];
const PROGRESS = 0.2; // of all clicks

const quantile = (values: readonly number[], share: number): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0);

/** How long clicks took, of each kind of page by the first thing that it asks for. */
const byPage = (times: ReadonlyMap<string, readonly number[]>): object =>
  Object.fromEntries([...times].map(([page, all]) => [page, `${quantile(all, 0.5)} / ${quantile(all, 0.99)}`]));

const progress = (project: string, cookie: string): Call => ({
  method: 'POST',
  path: `/api/projects/${project}/commands/report-progress`,
  headers: { cookie, 'idempotency-key': randomUUID() },
  body: { text: `进展 ${randomUUID()}` },
});

/** A page is named by the first thing that it asks for. */
const nameOf = ([first]: readonly Call[]): string =>
  first!.path.replace(/[\da-f]{8}-[\da-f-]{27}/, ':id').slice('/api/'.length);

/**
 * A hundred people at work on the sample bureau, each with 1–5 s between clicks: a page with all that it asks for, or a progress line. They have accounts of twenty scopes, and their browsers are
 * another process. A click lasts until its last answer is there; a refusal by the server fails it. The limit of failures is none.
 */
export const crowd = async (): Promise<readonly Result[]> => {
  const server = await sampleServer();
  const agent = new Agent({ keepAlive: true, maxSockets: PEOPLE * 6 });
  try {
    const people = await peopleOf(server, PEOPLE);
    const times = new Map<string, number[]>();
    const [began, failures] = [performance.now(), [] as string[]];
    const asked = async (name: string, calls: readonly Call[]): Promise<void> => {
      const at = performance.now();
      await Promise.all(calls.map((call) => send(agent, server.port, call))).catch((error: unknown) => {
        failures.push(String(error));
      });
      if (at - began > WARM_MS) times.set(name, [...(times.get(name) ?? []), performance.now() - at]);
    };
    const until = began + WARM_MS + SECONDS * 1_000;
    const atWork = async ({ cookie, projects }: Person): Promise<void> => {
      const any = (): string => projects[Math.floor(Math.random() * projects.length)]!;
      const page = (): readonly Call[] =>
        PAGES[Math.floor(Math.random() * PAGES.length)]!(any()).map((path) => ({
          method: 'GET',
          path: `/api/${path}`,
          headers: { cookie },
        }));
      let open: readonly Call[] = [];
      const close = followed({ agent, port: server.port, cookie }, () => {
        if (open.length > 0) void asked('news', open);
      });
      await rest(Math.random() * 4_000);
      while (performance.now() < until) {
        if (Math.random() < PROGRESS) await asked('progress', [progress(any(), cookie)]);
        else {
          open = page();
          await asked(nameOf(open), open);
        }
        await rest(1_000 + Math.random() * 4_000);
      }
      close();
    };
    await Promise.all(people.map(atWork));
    const all = [...times.values()].flat();
    return [
      {
        name: 'a hundred people at work',
        unit: 'clicks without a failure',
        ratio: rounded((all.length - failures.length) / all.length),
        ours: all.length - failures.length,
        limit: all.length,
        settings: { people: PEOPLE, projects: server.projects.length, seconds: SECONDS },
        more: {
          failed: failures.length,
          ...(failures.length === 0 ? {} : { first: failures[0] }),
          p50: quantile(all, 0.5),
          p99: quantile(all, 0.99),
          slowest: quantile(all, 0.9999),
          byPage: byPage(times),
        },
      },
    ];
  } finally {
    agent.destroy();
    await server.stop();
  }
};

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { readConfig } from '#office';
import { startServer } from '../../apps/api/src/start.ts';
import { EVENTS } from './commands.ts';
import { seed } from './seed.ts';
import type { Result } from './bench.ts';
import { changeFirstPassword } from '../support/first-password.ts';

const PEOPLE = 100;
const PROJECTS = 500;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? '60');
const PAGES = ['lists/signed', 'lists/stalled', 'lists/signed-not-started', 'inbox', 'issues', 'orders', 'reminders'];

/** The value below which this share of them lies. */
const quantile = (values: readonly number[], share: number): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0);

/** A hundred people at work for a minute, each with 1–5 s between clicks: pages, projects and progress lines. The limit of refusals is none. */
export const crowd = async (): Promise<readonly Result[]> => {
  const data = mkdtempSync(join(tmpdir(), 'luodi-bench-'));
  chmodSync(data, 0o755);
  const running = await startServer(
    readConfig({ LUODI_DATA: data, LUODI_PORT: '0', LUODI_HOST: '127.0.0.1', LUODI_LOG_LEVEL: 'silent' }),
  );
  try {
    await seed(running.office.store, PROJECTS, EVENTS);
    const url = `http://127.0.0.1:${running.port}/api`;
    const json = { 'content-type': 'application/json' };
    const signIn = await fetch(`${url}/session`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(await changeFirstPassword(new URL(url).origin, running.firstAdministrator!)),
    });
    const cookie = signIn.headers.get('set-cookie')!.split(';')[0]!;
    const times: number[] = [];
    let failed = 0;
    const click = async (): Promise<void> => {
      const project = `project-${Math.floor(Math.random() * PROJECTS)}`.slice('project-'.length);
      const chance = Math.random();
      const began = performance.now();
      const answer =
        chance < 0.2
          ? await fetch(`${url}/projects/${project}/commands/report-progress`, {
              method: 'POST',
              headers: { ...json, cookie, 'idempotency-key': crypto.randomUUID() },
              body: JSON.stringify({ text: `进展 ${began}` }),
            })
          : await fetch(
              `${url}/${chance < 0.4 ? `projects/${project}` : PAGES[Math.floor(Math.random() * PAGES.length)]}`,
              { headers: { cookie } },
            );
      await answer.text();
      times.push(performance.now() - began);
      if (answer.status >= 500) failed += 1;
    };
    const until = performance.now() + SECONDS * 1_000;
    await Promise.all(
      Array.from({ length: PEOPLE }, async () => {
        while (performance.now() < until) {
          await rest(1_000 + Math.random() * 4_000);
          await click();
        }
      }),
    );
    return [
      {
        name: 'a hundred people at work',
        unit: 'requests without a failure',
        ratio: (times.length - failed) / times.length,
        ours: times.length - failed,
        limit: times.length,
        settings: { people: PEOPLE, projects: PROJECTS, eventsAProject: EVENTS, seconds: SECONDS },
        more: { failed, p50: quantile(times, 0.5), p99: quantile(times, 0.99), slowest: quantile(times, 0.9999) },
      },
    ];
  } finally {
    await running.stop();
    rmSync(data, { recursive: true, force: true });
  }
};

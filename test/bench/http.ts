import { randomUUID } from 'node:crypto';
import { createServer, Agent, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '#office';
import { startServer } from '../../apps/api/src/start.ts';
import { inTurn, type Result } from './bench.ts';
import { bare, drive, EVENTS, orderOf, STREAMS } from './commands.ts';
import { seed } from './seed.ts';
import { changeFirstPassword } from '../support/first-password.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const post = (port: number, path: string, body: object, headers: Record<string, string>): Promise<void> =>
  new Promise((done, fail) => {
    const text = JSON.stringify(body);
    const call = request(
      {
        port,
        path,
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)), ...headers },
      },
      (answer) => {
        let said = '';
        answer.on('data', (chunk: Buffer) => {
          if ((answer.statusCode ?? 500) >= 400) said += chunk.toString();
        });
        answer.on('end', () => {
          if ((answer.statusCode ?? 500) < 400) done();
          else fail(new Error(`${answer.statusCode} ${said}`));
        });
      },
    );
    call.on('error', fail);
    call.end(text);
  });

/** Through HTTP with login and validation, against the bare loop of the commands bench behind a bare node:http server. Client, servers and database share the machine. */
export const http = async (): Promise<readonly Result[]> => [
  await through(process.env['BENCH_WORKER'] === 'inside' ? 'inside' : 'apart'),
];

/** `apart`: the reminders run in a worker of their own, as where much is written. `inside` (BENCH_WORKER=inside): in the server's process, which first folds and fires two thousand lives seeded in one go. */
const through = async (worker: 'apart' | 'inside'): Promise<Result> => {
  const data = mkdtempSync(join(tmpdir(), 'luodi-bench-'));
  chmodSync(data, 0o755);
  const running = await startServer(
    readConfig({
      LUODI_DATA: data,
      LUODI_PORT: '0',
      LUODI_HOST: '127.0.0.1',
      LUODI_LOG_LEVEL: 'silent',
      LUODI_WORKER: worker,
    }),
  );
  const { pool, store } = running.office;
  let plain: Server | null = null;
  const own = new pg.Pool({ ...(pool.options as pg.PoolConfig) });
  try {
    await seed(store, STREAMS, EVENTS);
    await pool.query(`create table bare (position bigserial, stream text not null, version int not null, id uuid not null, type text not null, occurred_on date not null, data json not null, primary key (stream, version));
      insert into bare (stream, version, id, type, occurred_on, data) select stream, version, id, type, occurred_on, data from event where stream like 'project-%'; analyze`);
    const raw = bare(own);
    plain = createServer((incoming, answer) => {
      let text = '';
      incoming.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      incoming.on('end', () => {
        const { text: said } = JSON.parse(text) as { text: string };
        raw({ ...orderOf(`project-${incoming.url!.split('/')[2]}`, said) }).then(
          () => {
            answer.end('{}');
          },
          () => {
            answer.statusCode = 500;
            answer.end();
          },
        );
      });
    });
    await new Promise<void>((ready) => {
      plain!.listen(0, '127.0.0.1', ready);
    });
    const barePort = (plain.address() as AddressInfo).port;
    const signIn = await fetch(`http://127.0.0.1:${running.port}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(await changeFirstPassword(`http://127.0.0.1:${running.port}`, running.firstAdministrator!)),
    });
    const cookie = signIn.headers.get('set-cookie')!.split(';')[0]!;
    const ours = () =>
      drive(({ stream, command }) =>
        post(
          running.port,
          `/api/projects/${stream.slice(8)}/commands/report-progress`,
          { text: (command as { text: string }).text, occurredOn: '2026-11-20' },
          { cookie, 'idempotency-key': randomUUID() },
        ),
      );
    const limit = () =>
      drive(({ stream, command }) =>
        post(barePort, `/projects/${stream.slice(8)}`, { text: (command as { text: string }).text }, {}),
      );
    await ours();
    return {
      name: `commands through HTTP with login and validation, worker ${worker}`,
      unit: 'commands/s',
      ...(await inTurn(3, ours, limit)),
      settings: { streams: STREAMS, eventsAStream: EVENTS, atOnce: 64, rounds: 3, fsync: 'on', worker },
    };
  } finally {
    plain?.close();
    await own.end();
    await running.stop();
    agent.destroy();
    rmSync(data, { recursive: true, force: true });
  }
};

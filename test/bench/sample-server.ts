import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOffice, readConfig } from '#office';
import { importFile } from '../../apps/cli/src/commands/import.ts';
import { laySample } from '../../apps/cli/src/sample/lay-sample.ts';
import { changeFirstPassword } from '../support/first-password.ts';
import { FROM_SOURCE } from '../support/from-source.ts';

/** A program beside this one, listening. */
interface Serving {
  readonly port: number;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
}

/** Starts a program from the sources; it is listening once it has said where. Throws what it said where it ends instead. */
export const serving = async (
  program: string,
  environment: Readonly<Record<string, string>>,
): Promise<Serving & { readonly said: string }> => {
  const child = spawn(process.execPath, [...FROM_SOURCE, join(__dirname, program)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let said = '';
  const ended = new Promise<void>((done) => {
    child.once('exit', () => {
      done();
    });
  });
  await new Promise<void>((ready, fail) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/127\.0\.0\.1:\d+[\s\S]*\n/.test(said)) setTimeout(ready, 300); // what it says beside it comes at once
    });
    void ended.then(() => {
      fail(new Error(said));
    });
  });
  return {
    port: Number(/127\.0\.0\.1:(\d+)/.exec(said)![1]),
    child,
    said,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

/** The sample bureau of the demo on a server of its own, with its administrator signed in. */
interface SampleServer extends Serving {
  readonly data: string;
  readonly cookie: string;
  readonly projects: readonly string[]; // ids
}

/** Lays the sample of some 300 projects and serves it. `environment` beside what a server has. */
export const sampleServer = async (environment: Readonly<Record<string, string>> = {}): Promise<SampleServer> => {
  const data = mkdtempSync(join(tmpdir(), 'luodi-bench-'));
  chmodSync(data, 0o755);
  const office = await openOffice(readConfig({ LUODI_DATA: data }));
  const projects: string[] = [];
  try {
    const { ledger } = await laySample(office, data);
    await importFile(office, ledger, {}, { data, json: true, lang: 'zh' });
    for await (const [first] of office.store.readByStream('project-', await office.store.head()))
      projects.push(first!.stream.slice('project-'.length));
  } finally {
    await office.close();
  }
  const server = await serving('../../apps/api/src/main.ts', {
    LUODI_DATA: data,
    LUODI_PORT: '0',
    LUODI_HOST: '127.0.0.1',
    LUODI_LOG_LEVEL: 'silent',
    LUODI_WORKER: 'inside',
    ...environment,
  });
  const [, user = '', password = ''] = /: (\S+) \/ (\S+)/.exec(server.said) ?? [];
  const address = `http://127.0.0.1:${server.port}`;
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(await changeFirstPassword(address, { user, password })),
  });
  return {
    ...server,
    data,
    projects,
    cookie: signedIn.headers.get('set-cookie')!.split(';')[0]!,
    stop: async () => {
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
};

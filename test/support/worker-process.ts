import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { until } from './soon.ts';

export const CLI = join(__dirname, '../../dist/apps/cli/src/main.js');

export interface WorkerProcess {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
}

/** The built program as a process of its own. */
export const startProcess = (
  words: readonly string[],
  data: string,
  environment: Readonly<Record<string, string>>,
): WorkerProcess => {
  const child = spawn('node', [CLI, ...words, '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const gone = new Promise<void>((done) => {
    child.once('exit', () => {
      done();
    });
  });
  return {
    child,
    said: () => text,
    kill: async (signal) => {
      child.kill(signal);
      await gone;
    },
  };
};

/** `luodi worker` as a process of its own, the built program, on a database of the test's. */
export const startWorkerProcess = (data: string, environment: Readonly<Record<string, string>>): WorkerProcess =>
  startProcess(['worker'], data, environment);

export interface ServerProcess extends WorkerProcess {
  readonly url: string;
}

const LISTENS = /127\.0\.0\.1:(\d+)/;

/** `luodi start` likewise, at a free port, once it listens. */
export const startServerProcess = async (
  data: string,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> => {
  const server = startProcess(['start', '--port', '0'], data, environment);
  await until('the server listens', async () => LISTENS.test(server.said()));
  return { ...server, url: `http://127.0.0.1:${LISTENS.exec(server.said())![1]}` };
};

import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export const CLI = join(__dirname, '../../dist/apps/cli/src/main.js');

export interface WorkerProcess {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
}

/** `luodi worker` as a process of its own, the built program, on a database of the test's. */
export const startWorkerProcess = (data: string, environment: Readonly<Record<string, string>>): WorkerProcess => {
  const child = spawn('node', [CLI, 'worker', '--data', data], {
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

import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export const CLI = join(__dirname, '../../dist/apps/cli/src/main.js');

export interface WorkerProcess {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds);
  });

/** Waits for what must come; the error names it where it does not. A question that fails, to a server that is down, is asked again. */
export const until = async (what: string, holds: () => Promise<boolean>, milliseconds = 40_000): Promise<void> => {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(20))
    if (await holds().catch(() => false)) return;
  throw new Error(`it never came: ${what}`);
};

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

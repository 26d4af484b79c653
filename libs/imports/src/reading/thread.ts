import { Worker } from 'node:worker_threads';
import { ALLOWANCE, type Allowance } from './bounds.ts';
import type { Answered, Asked } from './reading-thread.ts';
import { THREAD_ENTRY } from './thread-entry.ts';
import type { FileFault } from './unreadable.ts';

const AT_ONCE = 2; // threads that read; further files wait their turn
const IDLE = 5_000; // milliseconds for which a thread waits for the next file
const YOUNG = 32; // megabytes of the allowance for what is short-lived

interface Kept {
  readonly worker: Worker;
  readonly timer: NodeJS.Timeout;
}

let idle: Kept | null = null;
let reading = 0;
const waiting: (() => void)[] = [];

const refused = (code: FileFault, detail?: string): Answered => ({ is: 'refused', code, detail });

const start = ({ megabytes }: Allowance): Worker => {
  const worker = new Worker(THREAD_ENTRY.file, {
    execArgv: [...THREAD_ENTRY.execArgv],
    stderr: true, // what a library mutters about a broken file is no news for the operator
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: YOUNG },
  });
  worker.stderr.resume();
  worker.on('error', () => undefined); // heard where somebody waits; a thread that is stopped says more
  return worker;
};

const keep = (worker: Worker): void => {
  worker.unref();
  if (idle !== null) {
    void worker.terminate();
    return;
  }
  const timer = setTimeout(() => {
    idle = null;
    void worker.terminate();
  }, IDLE);
  timer.unref();
  idle = { worker, timer };
};

const taken = (allowance: Allowance): Worker => {
  if (idle === null || allowance !== ALLOWANCE) return start(allowance);
  const { worker, timer } = idle;
  clearTimeout(timer);
  idle = null;
  return worker;
};

const ask = (worker: Worker, asked: Asked, allowance: Allowance): Promise<Answered> =>
  new Promise((resolve) => {
    const done = (answer: Answered): void => {
      clearTimeout(deadline);
      worker.off('message', done).off('error', failed).off('exit', ended);
      if (answer.is === 'read' && allowance === ALLOWANCE) keep(worker);
      else void worker.terminate();
      resolve(answer);
    };
    const failed = ({ code = '', message }: NodeJS.ErrnoException): void => {
      done(code === 'ERR_WORKER_OUT_OF_MEMORY' ? refused('file-too-heavy') : { is: 'system', code, message });
    };
    const ended = (): void => {
      done({ is: 'system', code: '', message: 'the reading thread ended' });
    };
    const deadline = setTimeout(() => {
      done(refused('file-too-slow'));
    }, allowance.seconds * 1_000);
    worker.on('message', done).on('error', failed).on('exit', ended);
    worker.ref();
    worker.postMessage(asked);
  });

/**
 * Reads a file in a thread of its own, with an end to its time and memory: whatever the file is, the process goes on serving. At most two files are read at once.
 * A thread that read well waits some seconds for the next file; one that refused, or was stopped, is not used again.
 */
export const readInThread = async (asked: Asked, allowance: Allowance = ALLOWANCE): Promise<Answered> => {
  while (reading >= AT_ONCE)
    await new Promise<void>((turn) => {
      waiting.push(turn);
    });
  reading += 1;
  try {
    return await ask(taken(allowance), asked, allowance);
  } finally {
    reading -= 1;
    waiting.shift()?.();
  }
};

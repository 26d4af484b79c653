import { parentPort } from 'node:worker_threads';
import { readFile } from './read-file.ts';
import type { SheetRead } from './rows-out.ts';
import { Unreadable, type FileFault } from './unreadable.ts';

/** What a reading thread is asked. `file` is open in the process that asks, and stays its own. */
export interface Asked {
  readonly path: string;
  readonly name: string;
  readonly file: number;
}

/** What it answers. `system`: the machine failed (a full disk), not the file. */
export type Answered =
  | { readonly is: 'read'; readonly sheets: readonly SheetRead[] }
  | { readonly is: 'refused'; readonly code: FileFault; readonly detail: string | undefined }
  | { readonly is: 'system'; readonly code: string; readonly message: string };

const answerTo = async ({ path, name, file }: Asked): Promise<Answered> => {
  try {
    return { is: 'read', sheets: await readFile(path, name, file) };
  } catch (error) {
    if (error instanceof Unreadable) return { is: 'refused', code: error.code, detail: error.detail };
    const { code = '', syscall, message } = error as NodeJS.ErrnoException;
    if (syscall !== undefined) return { is: 'system', code, message };
    return { is: 'refused', code: 'file-broken', detail: undefined };
  }
};

parentPort?.on('message', (asked: Asked) => {
  void answerTo(asked).then((answer) => parentPort?.postMessage(answer));
});

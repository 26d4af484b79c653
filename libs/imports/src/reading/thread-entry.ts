import { join } from 'node:path';

/** Where a reading thread begins, and with what it is started. Tests that run from source put their own in its place. */
export const THREAD_ENTRY: { readonly file: string; readonly execArgv: readonly string[] } = {
  file: join(__dirname, 'reading-thread.js'),
  execArgv: [],
};

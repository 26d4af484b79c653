import { join } from 'node:path';

/** Tests run from source, so do the threads that they start. */
export const THREAD_ENTRY = {
  file: join(__dirname, '../../libs/imports/src/reading/reading-thread.ts'),
  execArgv: ['--require', join(__dirname, 'source.cjs')],
};

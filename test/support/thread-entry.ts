import { join } from 'node:path';
import { FROM_SOURCE } from './from-source.ts';

/** Tests run from source, so do the threads that they start. */
export const THREAD_ENTRY = {
  file: join(__dirname, '../../libs/imports/src/reading/reading-thread.ts'),
  execArgv: FROM_SOURCE,
};

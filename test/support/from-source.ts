import { join } from 'node:path';

/** What Node is told, so that a process or thread of a test runs the sources as they stand: `#name` leads to them, and they are compiled as they are loaded. */
export const FROM_SOURCE = ['--conditions=luodi-source', '--require', join(__dirname, 'source.cjs')];

import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './alone.ts';

/** What a database that was not stopped left of itself: itself, workers that are still going, or a pid file that means nothing any more. */
type Left = 'server' | 'workers' | 'nothing' | 'unknown';

const commandOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  } // empty also for one that is dying or waits to be buried
};

/** Whether a process works on these files: the server names them, its workers stand in them. */
const worksOn = (pid: string, files: string): boolean => {
  const command = commandOf(pid);
  if (!/postgres/.test(command)) return false;
  if (command.split('\0').includes(files)) return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(files);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' && command.startsWith('postgres: '); // whose it is cannot be seen: it may be ours
  }
};

const look = (files: string, server: number): Left => {
  let all: readonly string[];
  try {
    all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return isAlive(server) ? 'unknown' : 'nothing';
  }
  if (all.length === 0) return 'unknown';
  if (all.includes(String(server)) && worksOn(String(server), files)) return 'server';
  return all.some((pid) => worksOn(pid, files)) ? 'workers' : 'nothing';
};

/**
 * Clears the way for a start. PostgreSQL itself refuses as long as its old number exists, be it that of a dead process that nobody
 * buries (as in a container without init) or of a stranger who got it after a restart: there its pid file is taken away, once no process
 * works on the files. True: the old server still runs and must be stopped.
 */
export const isLeftRunning = async (files: string): Promise<boolean> => {
  const file = join(files, 'postmaster.pid');
  for (let waited = 0; ; waited += 100) {
    let server: number;
    try {
      server = Number.parseInt(readFileSync(file, 'utf8'), 10);
    } catch {
      return false;
    }
    const left = look(files, server);
    if (left === 'server') return true;
    if (left === 'unknown') return false; // better refused by PostgreSQL than a stranger stopped
    if (left === 'nothing') {
      rmSync(file, { force: true });
      return false;
    }
    if (waited >= 10_000) return false; // PostgreSQL decides
    await new Promise((later) => {
      setTimeout(later, 100);
    });
  }
};

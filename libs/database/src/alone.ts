import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Unreachable } from './refusals.ts';

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** A process by its number and, where the system tells, its start: in a container every life of ours has the same number. */
const markOf = (pid: number): string => {
  try {
    return `${pid} ${
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19]
    }`;
  } catch {
    return String(pid);
  }
};

const holderOf = (lock: string): string | null => {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return null;
  }
};

/** Takes away the lock of a dead holder; where a living one took it in the same moment, that one gets it back. */
const clear = (lock: string, dead: string, aside: string): void => {
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (holderOf(aside) !== dead)
    try {
      linkSync(aside, lock);
    } catch {
      /* taken again meanwhile */
    }
  rmSync(aside, { force: true });
};

const PATIENCE = 90_000;
let tickets = 0;

/** Holds the folder's start-and-stop lock while `work` runs, so that two processes never start or stop the database at once. */
export const alone = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  const lock = join(folder, 'starting.lock');
  const mine = `${lock}.${process.pid}.${(tickets += 1)}`;
  writeFileSync(mine, markOf(process.pid), { mode: 0o600 });
  try {
    for (let waited = 0; ; waited += 50) {
      try {
        linkSync(mine, lock);
        break;
      } catch (error) {
        // whole or not at all, unlike a file that is made and then written
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = holderOf(lock);
      const pid = Number.parseInt(holder ?? '', 10);
      if (holder !== null && !(isAlive(pid) && markOf(pid) === holder))
        clear(lock, holder, `${mine}.dead`); // its process was killed
      else if (waited > PATIENCE) throw new Unreachable('database-does-not-start', `${lock} is held by process ${pid}`);
      else
        await new Promise((later) => {
          setTimeout(later, 50);
        });
    }
  } finally {
    rmSync(mine, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
};

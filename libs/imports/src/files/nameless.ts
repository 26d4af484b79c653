import { randomUUID } from 'node:crypto';
import { openSync, readSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Opens a file that has no name once it is open: nothing of a ledger stays behind, whatever ends the process. */
export const openNameless = (folder = tmpdir()): number => {
  const path = join(folder, `luodi-${randomUUID()}`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return file;
};

const WINDOW = 16 * 1024; // read at once: neighbours are mostly asked for next

/** Reads JSON texts of an open file by where they stand; `length` says how far the file is written. */
export const jsonIn = (file: number): (<T>(start: number, end: number, length: number) => T) => {
  let window = Buffer.allocUnsafe(WINDOW);
  let [from, filled] = [0, 0];
  const load = (start: number, wanted: number, length: number): void => {
    if (wanted > window.length) window = Buffer.allocUnsafe(wanted * 2);
    [from, filled] = [start, 0];
    const whole = Math.min(window.length, length - start);
    while (filled < whole) filled += readSync(file, window, filled, whole - filled, start + filled);
  };
  return <T>(start: number, end: number, length: number): T => {
    if (start < from || end > from + filled) load(start, end - start, length);
    return JSON.parse(window.toString('utf8', start - from, end - from)) as T;
  };
};

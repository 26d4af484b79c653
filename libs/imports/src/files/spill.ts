import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numbers } from '../judge/numbers.ts';

/** Values set down on disk in order and read back by place, so that a long ledger costs memory for a few of its rows only. */
export interface Spill<T> {
  readonly length: () => number;
  readonly push: (value: T) => void;
  /** A copy of the value at a place; every call reads it anew. */
  readonly at: (place: number) => T;
  readonly close: () => void;
}

const PIECE = 64 * 1024;
const WINDOW = 16 * 1024; // read at once: neighbours are mostly asked for next

/** Values must survive JSON. The file has no name once it is open: nothing of a ledger stays behind, whatever ends the process. */
export const spill = <T>(folder = tmpdir()): Spill<T> => {
  const path = join(folder, `luodi-${randomUUID()}`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  const ends = numbers();
  let waiting: string[] = [];
  let written = 0;
  let end = 0;
  let window = Buffer.allocUnsafe(WINDOW);
  let from = 0;
  let filled = 0;

  const flush = (): void => {
    const bytes = Buffer.from(waiting.join(''));
    waiting = [];
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, written + done);
    written = end;
  };
  const load = (start: number, length: number): void => {
    if (start + length > written) flush();
    if (length > window.length) window = Buffer.allocUnsafe(length * 2);
    [from, filled] = [start, 0];
    const wanted = Math.min(window.length, written - start);
    while (filled < wanted) filled += readSync(file, window, filled, wanted - filled, start + filled);
  };
  return {
    length: () => ends.length(),
    push: (value) => {
      const text = JSON.stringify(value);
      waiting.push(text);
      end += Buffer.byteLength(text);
      ends.push(end);
      if (end - written > PIECE) flush();
    },
    at: (place) => {
      const start = place === 0 ? 0 : ends.at(place - 1);
      const length = ends.at(place) - start;
      if (start < from || start + length > from + filled) load(start, length);
      return JSON.parse(window.toString('utf8', start - from, start - from + length)) as T;
    },
    close: () => {
      closeSync(file);
    },
  };
};

import { closeSync, writeSync } from 'node:fs';
import { numbers } from '../judge/numbers.ts';
import { jsonIn, openNameless } from './nameless.ts';

/** Values set down on disk in order and read back by place, so that a long ledger costs memory for a few of its rows only. */
interface Spill<T> {
  readonly length: () => number;
  readonly push: (value: T) => void;
  /** A copy of the value at a place; every call reads it anew. */
  readonly at: (place: number) => T;
  readonly close: () => void;
}

const PIECE = 64 * 1024;

/** Values must survive JSON. */
export const spill = <T>(folder?: string): Spill<T> => {
  const file = openNameless(folder);
  const read = jsonIn(file);
  const ends = numbers();
  let waiting: string[] = [];
  let written = 0;
  let end = 0;

  const flush = (): void => {
    const bytes = Buffer.from(waiting.join(''));
    waiting = [];
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, written + done);
    written = end;
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
      const [start, stop] = [place === 0 ? 0 : ends.at(place - 1), ends.at(place)];
      if (stop > written) flush();
      return read(start, stop, written);
    },
    close: () => {
      closeSync(file);
    },
  };
};

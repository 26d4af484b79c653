import { numbers } from './numbers.ts';

/** Where each key was seen, without the keys: whoever asks must look whether a place really holds the key. */
export interface Places {
  readonly add: (key: string, place: number) => void;
  /** Places that may hold the key, the earliest first. */
  readonly of: (key: string) => readonly number[];
}

/** FNV-1a over UTF-16 units, 32 bits. */
const hashOf = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** A hash table of chains in flat lists: some 40 bytes a key, however long the key is. */
export const places = (): Places => {
  const [hashes, found, next] = [numbers(), numbers(), numbers(-1)];
  let [heads, tails] = [new Int32Array(64).fill(-1), new Int32Array(64).fill(-1)];
  const chain = (entry: number): void => {
    const slot = hashes.at(entry) & (heads.length - 1);
    const tail = tails[slot]!;
    if (tail < 0) heads[slot] = entry;
    else next.set(tail, entry);
    next.set(entry, -1);
    tails[slot] = entry;
  };
  return {
    add: (key, place) => {
      const entry = hashes.length();
      hashes.push(hashOf(key));
      found.push(place);
      if (entry < heads.length) {
        chain(entry);
        return;
      }
      [heads, tails] = [new Int32Array(heads.length * 2).fill(-1), new Int32Array(heads.length * 2).fill(-1)];
      for (let one = 0; one <= entry; one += 1) chain(one);
    },
    of: (key) => {
      const hash = hashOf(key);
      const answer: number[] = [];
      for (let entry = heads[hash & (heads.length - 1)]!; entry >= 0; entry = next.at(entry))
        if (hashes.at(entry) === hash) answer.push(found.at(entry));
      return answer;
    },
  };
};

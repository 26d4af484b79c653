import { w, type Sentence } from './sentence.ts';

/** A number with what it counts, as each language counts it: 1 行, 1 row; 2 行, 2 rows. `unit`: in English the plural. */
export const counted = (count: number | string, { zh, en }: Sentence): Sentence =>
  w(`${count} ${zh}`, `${count} ${String(count) === '1' ? en.replace(/s$/, '') : en}`);

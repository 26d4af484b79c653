import type { Sentence } from '../rejected.ts';

/** A word or a sentence in both languages. */
export const w = (zh: string, en: string): Sentence => ({ zh, en });

/** What stands as it was written: a name, or a person's own words. */
export const alike = (text: string): Sentence => ({ zh: text, en: text });

/** What is said of something, after its name; the name alone where nothing is. */
export const saidOf = (name: string, said: Sentence | null): Sentence =>
  said === null ? alike(name) : { zh: `${name}：${said.zh}`, en: `${name}: ${said.en}` };

/** A number with what it counts, in English: 1 day, 2 days. */
export const manyOf = (count: number, many: string): string =>
  `${count} ${count === 1 ? many.replace(/s$/, '') : many}`;

/** A word for each of these: one that is missing does not compile. */
export type Words<Names extends string> = Readonly<Record<Names, Sentence>>;

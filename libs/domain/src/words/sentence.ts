import type { Sentence } from '../rejected.ts';

/** A word or a sentence in both languages. */
export const w = (zh: string, en: string): Sentence => ({ zh, en });

/** A word for each of these: one that is missing does not compile. */
export type Words<Names extends string> = Readonly<Record<Names, Sentence>>;

import { DICTIONARY } from '../generated/words.ts';
import type { Sentence } from '../words/sentence.ts';

/** What each metric is called, by the domain's dictionary. */
export const METRICS: Readonly<Record<string, Sentence>> = DICTIONARY.metrics;

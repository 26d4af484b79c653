import { DICTIONARY } from '../generated/words.ts';
import type { Sentence } from './sentence.ts';

/** Words of the values that forms offer. */
export const CHOICES: Record<string, Sentence> = {
  ...DICTIONARY.rungs,
  ...DICTIONARY.levels,
  ...DICTIONARY.factors,
  ...DICTIONARY.outreachKinds,
  ...DICTIONARY.meetingKinds,
  ...DICTIONARY.terminations,
  ...DICTIONARY.landModes,
  ...DICTIONARY.negotiationClasses,
  ...DICTIONARY.opinions,
  ...DICTIONARY.preReviewResults,
  ...DICTIONARY.frameworks,
  ...DICTIONARY.amendments,
  ...DICTIONARY.arrivalKinds,
  ...DICTIONARY.origins,
};

// A value that says different things in different fields.
const CHOICES_OF: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = { factor: DICTIONARY.factors };

/** What a value is called in a field. */
export const choiceWord = (field: string, value: string): Sentence | undefined =>
  CHOICES_OF[field]?.[value] ?? CHOICES[value];

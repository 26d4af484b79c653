import { useUnitName } from '../app/known-to-all.ts';
import { useWords } from '../words/words.ts';
import { factWords } from './fact-in-words.ts';

/** The data of a fact in the reader's words. */
export const useFactWords = () => factWords(useWords().language, useUnitName());

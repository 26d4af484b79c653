import { writtenOf, type Run, type Written } from '../struck.ts';
import { isTrue, unescaped, type Attributes } from './xml.ts';

/** Gathers one text from its runs (ECMA-376 part 1, 18.4): which of them are struck out, notes on pronunciation left out. */
export const richText = () => {
  let runs: Run[] = [];
  let struck: boolean | null = null;
  let [text, inText, phonetic] = ['', false, 0];
  return {
    open: (tag: string, attributes: Attributes): void => {
      if (tag === 'rPh') phonetic += 1;
      else if (tag === 'rPr')
        struck = false; // a run with a style of its own
      else if (tag === 'strike') struck = isTrue(attributes['val'] ?? '1');
      else if (tag === 't') inText = phonetic === 0;
    },
    text: (piece: string): void => {
      if (inText) text += piece;
    },
    close: (tag: string): void => {
      if (tag === 'rPh') phonetic -= 1;
      else if (tag === 't') {
        if (inText) runs.push({ text: unescaped(text), struck });
        [text, inText] = ['', false];
      } else if (tag === 'r') struck = null;
    },
    /** What was gathered since the last time. */
    take: (): Written => {
      const written = writtenOf(runs);
      [runs, struck] = [[], null];
      return written;
    },
  };
};

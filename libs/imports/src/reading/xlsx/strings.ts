import { BOUNDS } from '../bounds.ts';
import { unreadable } from '../unreadable.ts';
import { unescaped, walk } from './xml.ts';
import type { Archive } from './zip.ts';

/** All shared strings, as the cells number them: the runs of rich text put together, notes on pronunciation left out. */
export const sharedStrings = async (archive: Archive, part: string | null): Promise<readonly string[]> => {
  const strings: string[] = [];
  if (part === null) return strings;
  let [text, inText, phonetic, signs] = ['', false, 0, 0];
  await walk(archive, part, {
    open: (tag) => {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') phonetic += 1;
      else if (tag === 't') inText = phonetic === 0;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (tag) => {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') phonetic -= 1;
      else if (tag === 'si') {
        signs += text.length;
        if (signs > BOUNDS.strings) unreadable('file-bomb', part);
        strings.push(unescaped(text));
      }
    },
  });
  return strings;
};

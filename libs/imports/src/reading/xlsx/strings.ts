import { BOUNDS } from '../bounds.ts';
import { wholeText, type Written } from '../struck.ts';
import { unreadable } from '../unreadable.ts';
import { richText } from './rich-text.ts';
import { walk } from './xml.ts';
import type { Archive } from './zip.ts';

const RUN = 16; // signs that a run of its own costs as much as

/** All shared strings, as the cells number them. */
export const sharedStrings = async (archive: Archive, part: string | null): Promise<readonly Written[]> => {
  const strings: Written[] = [];
  if (part === null) return strings;
  const rich = richText();
  let signs = 0;
  await walk(archive, part, {
    open: rich.open,
    text: rich.text,
    close: (tag) => {
      rich.close(tag);
      if (tag !== 'si') return;
      const written = rich.take();
      signs += wholeText(written).length + (typeof written === 'string' ? 0 : RUN * written.length);
      if (signs > BOUNDS.strings) unreadable('file-bomb', part);
      strings.push(written);
    },
  });
  return strings;
};

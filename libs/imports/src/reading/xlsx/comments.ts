import { commentsOf, type Comment } from '../comments.ts';
import { wholeText } from '../struck.ts';
import { placeOf } from './places.ts';
import { richText } from './rich-text.ts';
import { unescaped, walk } from './xml.ts';
import type { Archive } from './zip.ts';

/** The parts that hold what is pinned to the cells of a sheet: notes, and the threads of newer programs, of which the notes repeat a copy. */
export interface CommentParts {
  readonly notes: string | null;
  readonly threads: string | null;
}

/** Everything that is pinned to the cells of a sheet; where there is a thread, its own lines instead of the copy. */
export const sheetComments = async (
  archive: Archive,
  { notes, threads }: CommentParts,
  sheet: string,
): Promise<readonly Comment[]> => {
  const comments = commentsOf(sheet);
  const threaded = new Set<string>();
  let [ref, text, inText] = ['', '', false];
  const add = (said: string): void => {
    comments.add({ ...placeOf(ref), text: said });
  };
  if (threads !== null)
    await walk(archive, threads, {
      open: (tag, attributes) => {
        if (tag === 'threadedComment') [ref, text] = [attributes['ref'] ?? '', ''];
        inText = tag === 'text';
      },
      text: (piece) => {
        if (inText) text += piece;
      },
      close: (tag) => {
        if (tag === 'text') inText = false;
        if (tag !== 'threadedComment') return;
        threaded.add(ref);
        add(unescaped(text));
      },
    });
  if (notes === null) return comments.finish();
  const rich = richText();
  await walk(archive, notes, {
    open: (tag, attributes) => {
      if (tag === 'comment') ref = attributes['ref'] ?? '';
      rich.open(tag, attributes);
    },
    text: rich.text,
    close: (tag) => {
      rich.close(tag);
      if (tag !== 'comment') return;
      const said = wholeText(rich.take());
      if (!threaded.has(ref)) add(said);
    },
  });
  return comments.finish();
};

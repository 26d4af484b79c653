import { BOUNDS } from '../bounds.ts';
import { commentsOf, type Comments } from '../comments.ts';
import { wholeText } from '../struck.ts';
import { placeOf } from './places.ts';
import { relationshipsOf } from './relationships.ts';
import { richText } from './rich-text.ts';
import { unescaped, walk, type Walker } from './xml.ts';
import type { Archive } from './zip.ts';

/** More of a part than comments within the bounds could need. */
class Enough extends Error {}

/** The part walked as long as it stays within the bounds: tags and signs cost alike. */
const walkSome = (archive: Archive, part: string, { open, text, close }: Required<Walker>): Promise<void> => {
  let cost = 0;
  const spend = (signs: number): void => {
    cost += signs;
    if (cost > BOUNDS.commentPart) throw new Enough();
  };
  return walk(archive, part, {
    open: (tag, attributes) => {
      spend(1);
      open(tag, attributes);
    },
    text: (piece) => {
      spend(piece.length);
      text(piece);
    },
    close,
  });
};

type Said = (ref: string, text: string) => void;

/** The threads of newer programs. */
const threadsIn = (say: Said): Required<Walker> => {
  let [ref, text, inText] = ['', '', false];
  return {
    open: (tag, attributes) => {
      if (tag === 'threadedComment') [ref, text] = [attributes['ref'] ?? '', ''];
      inText = tag === 'text';
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (tag) => {
      if (tag === 'text') inText = false;
      if (tag === 'threadedComment') say(ref, unescaped(text));
    },
  };
};

/** Notes, as every program knows them. */
const notesIn = (say: Said): Required<Walker> => {
  let ref = '';
  const rich = richText();
  return {
    open: (tag, attributes) => {
      if (tag === 'comment') ref = attributes['ref'] ?? '';
      rich.open(tag, attributes);
    },
    text: rich.text,
    close: (tag) => {
      rich.close(tag);
      if (tag === 'comment') say(ref, wholeText(rich.take()));
    },
  };
};

/** Everything that is pinned to the cells of a sheet; where there is a thread, its own lines instead of the copy. What is broken of it is missed, and the cells are read all the same. */
export const sheetComments = async (archive: Archive, sheet: string): Promise<Comments> => {
  const comments = commentsOf();
  const threaded = new Set<string>();
  const attempt = async (read: () => Promise<void>): Promise<void> => {
    try {
      await read();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error; // the machine, not the file
      comments.miss(error instanceof Enough ? 'comments-too-many' : 'comments-broken');
    }
  };
  const add = (ref: string, text: string): void => {
    comments.add({ ...placeOf(ref), text });
  };
  const kinds: readonly (readonly [string, Required<Walker>])[] = [
    [
      'threadedComment',
      threadsIn((ref, text) => {
        threaded.add(ref);
        add(ref, text);
      }),
    ],
    [
      'comments',
      notesIn((ref, text) => {
        if (!threaded.has(ref)) add(ref, text);
      }),
    ],
  ];
  await attempt(async () => {
    const parts = [...(await relationshipsOf(archive, sheet)).values()];
    for (const [kind, walker] of kinds) {
      const found = parts.find(({ type }) => type === kind);
      if (found === undefined) continue;
      const { target } = found;
      if (target === null || !archive.has(target)) comments.miss('comments-broken');
      else await attempt(() => walkSome(archive, target, walker));
    }
  });
  return comments.finish();
};

import type { Sentence } from '#domain';
import { answer, type Options } from './output.ts';
import { usage } from './usage.ts';

/** The number of a draft, as it is typed. Throws Usage. */
export const draftNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw usage(`不是草案号：${text}`, `no number of a draft: ${text}`);
  return Number(text);
};

/** What is meant is a file or a draft, one of the two. Throws Usage, which calls the file `called`. */
export const fileOrDraft = (file: string | undefined, draft: string | undefined, called: Sentence): void => {
  if ((file === undefined) === (draft === undefined))
    throw usage(`写${called.zh}，或用 --draft 写草案号`, `name ${called.en}, or a draft by --draft`);
};

/** A document that can be changed and given again: whole in either form. */
export const showDocument = (document: object, options: Options): void => {
  if (options.json) answer(document);
  else process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
};

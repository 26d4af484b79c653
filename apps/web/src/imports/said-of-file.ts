import { draftOf, type Draft } from '../parts/form/draft.ts';
import type { Decisions } from './decisions.ts';
import { isEmpty, type Mapping } from './mapping.ts';

/** What a person said of the columns and rows of a file. */
export interface Said {
  readonly mapping: Mapping;
  readonly decisions: Decisions;
  readonly changed: boolean; // since it was tried last
}
export const NOTHING_SAID: Said = { mapping: {}, decisions: {}, changed: false };

const draftFor = (account: string, { name, size }: File): Draft => draftOf(account, `import:${name}:${size}`);

/** What was said of this file before the page was left; null where nothing was. */
export const saidBefore = (account: string, file: File): Said | null => {
  const { kept } = draftFor(account, file);
  if (kept === null) return null;
  const { mapping = {}, decisions = {} } = kept as Partial<Pick<Said, 'mapping' | 'decisions'>>;
  return { mapping, decisions, changed: false };
};

/** Kept on this machine until the file is stored: a page that is loaded anew costs nobody an hour of deciding. */
export const keepSaid = (account: string, file: File, { mapping, decisions }: Said): void => {
  const draft = draftFor(account, file);
  if (isEmpty(mapping) && Object.keys(decisions).length === 0) draft.drop();
  else draft.keep({ mapping, decisions });
};

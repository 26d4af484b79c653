import type { ReactNode } from 'react';
import type { Subject } from '../../ask/keys.ts';
import type { Sentence } from '../../words/sentence.ts';
import type { Money } from '../money.ts';
import type { Field, Pickers, Values } from './field-values.ts';

/** What the server answers to a command, as far as forms look at it. */
export interface Recorded {
  readonly id?: string;
  readonly projectId?: string;
  readonly version?: number;
  readonly draft?: number | null; // the number of a draft
  readonly approval?: string | null; // it waits for a second person
  readonly password?: string | null; // said this once
  readonly secret?: string; // said this once
}

/** A command to fill in: where it is sent, the version it was begun at (null where it opens something), and what is already said. */
export interface Begun {
  readonly command: { readonly type: string; readonly title: Sentence; readonly fields: readonly Field[] };
  readonly url: string;
  readonly method?: 'POST' | 'PUT'; // POST, if left out
  readonly version: number | null;
  readonly initial?: Values;
  readonly fixed?: Values; // sent as it is, and not shown
  readonly hidden?: readonly string[]; // filled in by the server
  readonly asks?: Readonly<Record<string, (values: Values) => boolean>>; // fields that are there only where the others say so
  readonly needed?: readonly string[]; // asked for although the field is optional in general
  readonly unfolded?: readonly string[]; // stands among the others although hardly anybody fills it in elsewhere
  readonly pickers?: Pickers;
  readonly hint?: ReactNode; // what the page finds out while the form is filled in; it stands within the form
  readonly about?: Sentence; // what it brings about, said before one submits
  readonly before?: Readonly<Record<string, Money>>; // what an amount was until now, by the field that changes it
  readonly follows?: { readonly day: string; readonly what: Sentence }; // what happened before it: an earlier day is looked at again
  readonly complete?: (body: Values, key: string) => Values; // what the page adds: ids that follow from the key, so that a repeated request names the same
  readonly deliver?: (body: Values, key: string) => Promise<Recorded>; // in place of one request to `url`: where a form is sent to several
  readonly touches?: readonly Subject[]; // what the page asks for again afterwards; a project's subjects, if left out
}

// What hardly anybody fills in stands folded behind the rest.
const FOLDED: readonly string[] = ['nationalCode', 'progressKnownFrom', 'basis', 'evidence', 'note', 'approver'];

/** The fields of a form, those that matter and those that are folded away. */
export const fieldsOf = ({
  command,
  fixed = {},
  hidden = [],
  needed = [],
  unfolded = [],
}: Begun): { readonly open: readonly Field[]; readonly folded: readonly Field[] } => {
  const shown = command.fields
    .filter(({ name }) => !(name in fixed) && !hidden.includes(name))
    .map((field) =>
      needed.includes(field.name) || field.name === 'occurredOn' ? { ...field, required: true } : field,
    );
  const isFolded = ({ name, required }: Field): boolean =>
    FOLDED.includes(name) && !required && !unfolded.includes(name);
  const last = ({ name }: Field): number => (name === 'occurredOn' ? 1 : 0);
  return {
    open: shown.filter((field) => !isFolded(field)).sort((a, b) => last(a) - last(b)),
    folded: shown.filter(isFolded),
  };
};

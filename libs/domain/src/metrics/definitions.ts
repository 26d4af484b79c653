import type { DomainEvent } from '../event.ts';
import { DEFAULT_DEFINITION, type Definition } from './definition.ts';
import { readDefinition } from './read-definition.ts';
import { rejectDefinition } from './rejections.ts';

/** All definitions in one stream: they are few, and a figure looks at one. */
export const DEFINITIONS = 'definitions';

type E<Type extends string, Data> = DomainEvent<Type, Data>;

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.
/** A draft is checked and counts for nothing. */
export type DefinitionEvent =
  | E<
      'DefinitionDrafted',
      { readonly draft: number; readonly definition: Omit<Definition, 'version'>; readonly note?: string }
    >
  | E<'DefinitionPublished', { readonly definition: Definition; readonly draft?: number }>;

export interface DefinitionDraft {
  readonly draft: number;
  readonly definition: Omit<Definition, 'version'>;
  readonly note: string | null;
  readonly publishedAs: number | null; // the version; null while it is a draft
}

/** What is published, in order, the product's own first; and what is drafted. */
export interface Definitions {
  readonly published: readonly Definition[];
  readonly drafts: readonly DefinitionDraft[];
}

export const foldDefinitions = (events: readonly DefinitionEvent[]): Definitions => {
  const published: Definition[] = [DEFAULT_DEFINITION];
  const drafts: DefinitionDraft[] = [];
  for (const event of events)
    if (event.type === 'DefinitionDrafted') {
      const { draft, definition, note = null } = event.data;
      drafts.push({ draft, definition, note, publishedAs: null });
    } else {
      const { definition, draft } = event.data;
      published.push({ ...DEFAULT_DEFINITION, ...definition });
      const at = drafts.findIndex((one) => one.draft === draft);
      if (at >= 0) drafts[at] = { ...drafts[at]!, publishedAs: definition.version };
    }
  return { published, drafts };
};

/** The latest version of a name, or `name@version` as it is; null where there is none. */
export const definitionNamed = ({ published }: Definitions, written: string): Definition | null => {
  const [name, version, ...more] = written.split('@');
  if (more.length > 0) return null;
  return (
    published.findLast((one) => one.name === name && (version === undefined || String(one.version) === version)) ?? null
  );
};

/** The document as the next version of its name. Throws Rejected 'definition-invalid'. */
export const nextDefinition = (document: unknown, { published }: Definitions): Definition => {
  const read = readDefinition(document);
  const before = published.findLast(({ name }) => name === read.name);
  return { ...read, version: (before?.version ?? 0) + 1 };
};

export const draftDefinition = (
  document: unknown,
  { drafts }: Definitions,
  note?: string,
): Extract<DefinitionEvent, { type: 'DefinitionDrafted' }>['data'] => ({
  draft: (drafts.at(-1)?.draft ?? 0) + 1,
  definition: readDefinition(document),
  ...(note === undefined ? {} : { note }),
});

/** Throws Rejected 'definition-draft-unknown'. */
export const definitionDraft = ({ drafts }: Definitions, number: number): DefinitionDraft =>
  drafts.find(({ draft }) => draft === number) ?? rejectDefinition('definition-draft-unknown', 'draft');

/** A draft as the next version of its name. Throws Rejected 'definition-draft-unknown' and 'definition-draft-published'. */
export const publishDefinitionDraft = (definitions: Definitions, number: number): Definition => {
  const { definition, publishedAs } = definitionDraft(definitions, number);
  return publishedAs === null
    ? nextDefinition(definition, definitions)
    : rejectDefinition('definition-draft-published', 'draft');
};

import {
  ASKABLE,
  definitionDraft,
  definitionNamed,
  DEFINITIONS,
  FILTER_AMOUNTS,
  FILTER_TEXTS,
  foldDefinitions,
  measuredIn,
  METRICS,
  type Actor,
  type Definition,
  type DefinitionDraft,
  type DefinitionEvent,
  type Definitions,
  type Formula,
  type Measure,
} from '#domain';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';

/** A definition as it is published: by whom and when; null for the product's own. */
interface PublishedDefinition {
  readonly definition: Definition;
  readonly recordedAt: string | null;
  readonly by: Actor | null;
}
interface ShownDefinitions {
  readonly version: number;
  readonly definitions: readonly PublishedDefinition[];
  readonly drafts: readonly DefinitionDraft[];
  readonly askable: typeof ASKABLE; // of what a metric of the bureau's own is made
  readonly filters: { readonly texts: readonly string[]; readonly amounts: readonly string[] }; // and narrowed by
  readonly measures: Readonly<Record<string, Measure>>; // in what each metric is told, the bureau's own as last published
}

export const definitionsNow = async ({ store }: Office): Promise<Definitions> =>
  foldDefinitions((await store.readStream(DEFINITIONS)).map(({ event }) => event as DefinitionEvent));

const measuresOf = (published: readonly Definition[]): ShownDefinitions['measures'] => {
  const formulas: [string, Formula][] = [
    ...Object.entries(METRICS),
    ...published.flatMap(({ metrics }) =>
      Object.entries(metrics).map(([key, { formula }]): [string, Formula] => [key, formula]),
    ),
  ];
  return Object.fromEntries(formulas.map(([key, formula]) => [key, measuredIn(formula)]));
};

/** Every version of every definition in the order of publication, and the drafts. */
export const showDefinitions = async ({ store }: Office): Promise<ShownDefinitions> => {
  const history = await store.readStream(DEFINITIONS);
  const { published, drafts } = foldDefinitions(history.map(({ event }) => event as DefinitionEvent));
  const told = history.filter(({ event }) => event.type === 'DefinitionPublished');
  return {
    version: history.length,
    definitions: published.map((definition, index) => ({
      definition,
      recordedAt: told[index - 1]?.recordedAt ?? null,
      by: told[index - 1]?.meta.actor ?? null,
    })),
    drafts,
    askable: ASKABLE,
    filters: { texts: FILTER_TEXTS, amounts: FILTER_AMOUNTS },
    measures: measuresOf(published),
  };
};

/** `name`: the latest version, `name@version`: that one. Throws Rejected 'definition-unknown'. */
export const showDefinition = async (office: Office, named: string): Promise<Definition> => {
  const found = definitionNamed(await definitionsNow(office), named);
  if (found === null) throw refused('definition-unknown', 'definition');
  return found;
};

/** Throws Rejected 'definition-draft-unknown'. */
export const showDefinitionDraft = async (office: Office, draft: number): Promise<DefinitionDraft> =>
  definitionDraft(await definitionsNow(office), draft);

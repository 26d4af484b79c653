import {
  definitionNamed,
  draftDefinition,
  nextDefinition,
  publishDefinitionDraft,
  type Definition,
  type DefinitionEvent,
  type Definitions,
  type IsoDate,
} from '#domain';
import { canonical } from '#event-store';
import { admitBureau } from '../admit.ts';
import { commandKey } from '../command-key.ts';
import { actorOf, type Given } from '../given.ts';
import type { Office } from '../office.ts';

/** What somebody does to the definitions. */
export type DefinitionChange =
  | { readonly type: 'DraftDefinition'; readonly definition: unknown; readonly note?: string | undefined }
  | { readonly type: 'PublishDefinition'; readonly definition: unknown }
  | { readonly type: 'PublishDefinitionDraft'; readonly draft: number };

export interface GivenToDefinition extends Given {
  readonly body: DefinitionChange;
}

/** `version`: of the stream of definitions; `published`: name and version, where something was published. */
export interface DefinitionAnswer {
  readonly version: number;
  readonly draft: number | null;
  readonly published: { readonly name: string; readonly version: number } | null;
  readonly repeated: boolean;
}

const publish = (definition: Definition, definitions: Definitions, on: IsoDate, draft?: number): DefinitionEvent[] => {
  const before = definitionNamed(definitions, definition.name);
  const same = before !== null && canonical({ ...before, version: 0 }) === canonical({ ...definition, version: 0 });
  if (same && draft === undefined) return []; // what stands already is no new version
  const data = draft === undefined ? { definition } : { definition, draft };
  return [{ type: 'DefinitionPublished', occurredOn: on, data }];
};

const eventsOf = (change: DefinitionChange, definitions: Definitions, on: IsoDate): readonly DefinitionEvent[] => {
  switch (change.type) {
    case 'DraftDefinition':
      return [
        {
          type: 'DefinitionDrafted',
          occurredOn: on,
          data: draftDefinition(change.definition, definitions, change.note),
        },
      ];
    case 'PublishDefinition':
      return publish(nextDefinition(change.definition, definitions), definitions, on);
    case 'PublishDefinitionDraft':
      return publish(publishDefinitionDraft(definitions, change.draft), definitions, on, change.draft);
  }
};

/** Drafts or publishes a definition. Throws Rejected 'definition-invalid' naming the field, and 'bureau-beyond-scope'. */
export const giveDefinition = async (office: Office, given: GivenToDefinition): Promise<DefinitionAnswer> => {
  const { caller, body, key, ifVersion } = given;
  admitBureau(caller);
  const today = office.today();
  const { version, events, repeated } = await office.definitions.handle(
    {
      actor: actorOf(caller),
      key: commandKey(caller.account, key, body.type, body),
      decide: (definitions) => eventsOf(body, definitions, today),
    },
    ifVersion,
  );
  const [first] = events.map(({ event }) => event as DefinitionEvent);
  return {
    version,
    draft: first?.type === 'DefinitionDrafted' ? first.data.draft : null,
    published:
      first?.type === 'DefinitionPublished'
        ? { name: first.data.definition.name, version: first.data.definition.version }
        : null,
    repeated,
  };
};

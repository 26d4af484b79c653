import { EVENT_WORDS, RECORD_WORDS, schemaVersionOf, type Sentence } from '#domain';
import { refused } from '../refusals.ts';
import { asyncApi, type AsyncApi } from './async-api.ts';
import { exampleOf } from './example.ts';
import { schemaId } from './schema-id.ts';
import type { Shape } from './shape.ts';
import { ENVELOPE_SHAPE, shapeOf, VERSIONS } from './shapes.ts';
import type { StoredEvent } from './stored-event.ts';

/** An event as the catalogue lists it. `version`: as it is written today, and as the feed tells it whatever it was written as. */
interface ListedEvent {
  readonly type: string;
  readonly title: Sentence;
  readonly version: number;
  readonly versions: readonly number[];
}

/** The schema of an event's data at one version, with an example that fits it. */
interface DescribedVersion {
  readonly version: number;
  readonly schema: Shape & { readonly $schema: string; readonly $id: string; readonly title: string };
  readonly example: unknown;
}
export interface DescribedEvent extends ListedEvent {
  readonly schemas: readonly DescribedVersion[];
}

const WORDS: Readonly<Record<StoredEvent['type'], Sentence>> = { ...EVENT_WORDS, ...RECORD_WORDS };

const listed = (type: string): ListedEvent => ({
  type,
  title: WORDS[type as StoredEvent['type']],
  version: schemaVersionOf(type),
  versions: VERSIONS.get(type)!,
});

const described = (type: string, version: number): DescribedVersion => {
  const shape = shapeOf(type, version)!;
  const { en, zh } = listed(type).title;
  return {
    version,
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: schemaId(type, version),
      title: `${zh} · ${en}`,
      ...shape,
    },
    example: exampleOf(shape),
  };
};

const EVENTS: readonly ListedEvent[] = [...VERSIONS.keys()].sort().map(listed);

export interface Catalogue {
  readonly envelope: Shape;
  readonly events: readonly ListedEvent[];
}

/** Every kind of fact that the log may hold, and the envelope in which the feed tells it. */
export const catalogue = (): Catalogue => ({ envelope: ENVELOPE_SHAPE, events: EVENTS });

/** One kind of fact, every version that may stand in a log. Throws 'event-unknown'. */
export const eventSchemas = (type: string): DescribedEvent => {
  const versions = VERSIONS.get(type);
  if (versions === undefined) throw refused('event-unknown');
  return { ...listed(type), schemas: versions.map((version) => described(type, version)) };
};

/** The feed and its messages as AsyncAPI 3.0 words them. `publicUrl`: where the installation is reached, where its operator says so. */
export const asyncApiDocument = (publicUrl: URL | null): AsyncApi =>
  asyncApi(
    EVENTS.map(({ type, title, version }) => ({ type, title, version, shape: shapeOf(type, version)! })),
    publicUrl,
  );

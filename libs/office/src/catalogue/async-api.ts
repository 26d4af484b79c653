import type { Sentence } from '#domain';
import { exampleOf } from './example.ts';
import { schemaId } from './schema-id.ts';
import type { Shape } from './shape.ts';
import { ENVELOPE_SHAPE } from './shapes.ts';

interface Told {
  readonly type: string;
  readonly title: Sentence;
  readonly version: number;
  readonly shape: Shape;
}

/** A document of AsyncAPI 3.0, as far as we write it. */
export interface AsyncApi {
  readonly asyncapi: '3.0.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly defaultContentType: string;
  readonly servers?: Readonly<Record<string, { readonly host: string; readonly protocol: string }>>;
  readonly channels: Readonly<Record<string, object>>;
  readonly operations: Readonly<Record<string, object>>;
  readonly components: {
    readonly messages: Readonly<Record<string, object>>;
    readonly schemas: Readonly<Record<string, Shape>>;
  };
}

const ref = (...path: readonly string[]): { readonly $ref: string } => ({ $ref: `#/${path.join('/')}` });
const each = <Value>(told: readonly Told[], value: (one: Told) => Value): Readonly<Record<string, Value>> =>
  Object.fromEntries(told.map((one) => [one.type, value(one)]));

/** A shape that names its parts where the document keeps them: `#/$defs/Money` of LeadRegistered as `#/components/schemas/LeadRegistered.Money`. */
const moved = (type: string, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => moved(type, one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([word, part]) => [
      word,
      word === '$ref' ? String(part).replace('#/$defs/', `#/components/schemas/${type}.`) : moved(type, part),
    ]),
  );
};

const schemasOf = ({ type, shape }: Told): readonly (readonly [string, Shape])[] => {
  const { $defs = {}, ...own } = shape;
  const parts = Object.entries($defs).map(([name, part]) => [`${type}.${name}`, part] as const);
  return [[type, own] as const, ...parts].map(([name, part]) => [name, moved(type, part) as Shape]);
};

const messageOf = ({ type, title, version, shape }: Told): object => {
  const dataschema = schemaId(type, version);
  const particular: Shape = {
    type: 'object',
    properties: {
      type: { const: type },
      schemaversion: { const: version },
      dataschema: { const: dataschema },
      data: ref('components', 'schemas', type),
    },
  };
  const envelope = exampleOf(ENVELOPE_SHAPE) as Readonly<Record<string, unknown>>;
  return {
    name: type,
    title: `${title.zh} · ${title.en}`,
    contentType: 'application/cloudevents+json',
    payload: { allOf: [ref('components', 'schemas', 'CloudEvent'), particular] },
    examples: [{ payload: { ...envelope, type, schemaversion: version, dataschema, data: exampleOf(shape) } }],
  };
};

/** The feed as a document: what it sends, in which envelope. `publicUrl`: where the installation is reached, where its operator says so. */
export const asyncApi = (told: readonly Told[], publicUrl: URL | null): AsyncApi => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Luodi 落地',
    version: '1',
    description:
      '日志中的每一事实，按日志顺序，各一次 · Every fact of the log, in the order of the log, each once, as CloudEvents 1.0. 涉及个人的文字以〔个人信息 编号〕代替 · What is personal in a text is told as 〔个人信息 reference〕, 16 letters of base64url, one reference a person.',
  },
  defaultContentType: 'application/cloudevents+json',
  ...(publicUrl === null
    ? {}
    : { servers: { luodi: { host: publicUrl.host, protocol: publicUrl.protocol.replace(':', '') } } }),
  channels: {
    events: {
      address: '/api/events',
      description: 'GET by cursor (JSON pages), or as server-sent events with Accept: text/event-stream',
      messages: each(told, ({ type }) => ref('components', 'messages', type)),
    },
  },
  operations: {
    tellEvents: {
      action: 'send',
      channel: ref('channels', 'events'),
      bindings: { http: { method: 'GET', bindingVersion: '0.3.0' } },
    },
  },
  components: {
    messages: each(told, messageOf),
    schemas: { CloudEvent: ENVELOPE_SHAPE, ...Object.fromEntries(told.flatMap(schemasOf)) },
  },
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { DomainEvent, RecordedEvent } from '#domain';
import { canonical, chained, hashOf, NO_PREDECESSOR } from './chain.ts';

/** The same said slowly: JSON of a copy with its keys in order. */
const slowly = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => slowly(one === undefined ? null : one));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return new Map(entries.sort(([x], [y]) => (x < y ? -1 : 1)).map(([key, item]) => [key, slowly(item)]));
};
const written = (value: unknown): string => {
  if (value instanceof Map)
    return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}:${written(item)}`).join(',')}}`;
  return Array.isArray(value) ? `[${value.map(written).join(',')}]` : (JSON.stringify(value) ?? 'null');
};

it('the same content gives the same text, whatever order its keys are kept in', () => {
  expect(canonical({ b: [1, undefined, { d: null, c: '"' }], a: undefined, '10': true })).toBe(
    '{"10":true,"b":[1,null,{"c":"\\"","d":null}]}',
  );
  expect([canonical(undefined), canonical(null), canonical('x'), canonical([]), canonical({})]).toEqual([
    'null',
    'null',
    '"x"',
    '[]',
    '{}',
  ]);
  const many = Array.from({ length: 20 }, (_, index) => [String.fromCharCode(116 - index), index] as const);
  expect(canonical(Object.fromEntries(many))).toBe(JSON.stringify(Object.fromEntries([...many].reverse())));
  const keyed = fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 24 });
  fc.assert(
    fc.property(keyed, (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonical(value)).toBe(written(slowly(value)));
      expect(canonical(turned)).toBe(canonical(value));
    }),
  );
});

const EVENT: Omit<RecordedEvent, 'position' | 'hash'> = {
  id: 'e-1',
  stream: 'project-1',
  version: 3,
  event: { type: 'ProjectTagged', occurredOn: '2026-01-05', data: { add: ['链主'], remove: [] } } as DomainEvent,
  schemaVersion: 1,
  recordedAt: '2026-01-05T02:00:00.000Z',
  previousHash: NO_PREDECESSOR,
  meta: { actor: { user: 'clerk', unit: null }, commandId: 'c-1' },
};

it('a hash is over everything that an event says and over its predecessor', () => {
  const text = [
    NO_PREDECESSOR,
    'project-1',
    '3',
    'e-1',
    'ProjectTagged',
    '1',
    '2026-01-05',
    '2026-01-05T02:00:00.000Z',
    '{"actor":{"unit":null,"user":"clerk"},"commandId":"c-1"}',
    '{"add":["链主"],"remove":[]}',
  ].join('\n');
  expect(hashOf(EVENT)).toBe(createHash('sha256').update(text).digest('hex'));
});

it('each event stands on the one before it, the first on the head of its stream', () => {
  const { id, event, schemaVersion, meta, recordedAt } = EVENT;
  const one = { id, event, schemaVersion, meta };
  const [first, second] = chained('project-1', { version: 2, hash: 'head' }, [one, { ...one, id: 'e-2' }], recordedAt);
  expect(first).toEqual({
    ...one,
    stream: 'project-1',
    version: 3,
    recordedAt,
    previousHash: 'head',
    hash: hashOf({ ...EVENT, previousHash: 'head' }),
  });
  expect([second!.version, second!.previousHash]).toEqual([4, first!.hash]);
  expect(second!.hash).toBe(hashOf(second!));
});

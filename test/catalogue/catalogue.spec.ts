import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { asyncApiDocument, catalogue, eventSchemas } from '#office';
import { shapeOf } from '../../libs/office/src/catalogue/shapes.ts';
import { mismatches } from '../support/matches-schema.ts';
import { disagreements } from './published.ts';
import { widens } from './widens.ts';

const amount = {
  type: 'object',
  properties: { amount: { type: 'string' } },
  required: ['amount'],
  additionalProperties: false,
};

it('publishes the shape of every fact as the code stores it', () => expect(disagreements()).toEqual([]));

it('refuses another shape under the same version, and says what to do', () => {
  const before = { 'LeadDropped@1': amount, 'LeadScreened@1': amount };
  const now = {
    'LeadDropped@1': { ...amount, properties: { amount: { type: 'number' } } },
    'LeadScreened@1': { ...amount, properties: { ...amount.properties, note: { type: 'string' } } },
  };
  const said = disagreements(now, before);
  expect(said).toHaveLength(2);
  expect(said[0]).toContain('LeadDropped is stored in another shape than version 1');
  expect(said[0]).toContain('LeadDropped@2');
  expect(said[1]).toBe('LeadScreened@1 may hold more than is published. Run: npm run catalogue');
  expect(disagreements({}, before)[0]).toContain('LeadDropped stands in logs for ever');
});

it.each([
  ['an optional field more', { properties: { a: {} } }, { properties: { a: {}, b: {} } }, true],
  ['a field less', { properties: { a: {}, b: {} } }, { properties: { a: {} } }, false],
  ['a field that must now be there', { properties: { a: {} } }, { properties: { a: {} }, required: ['a'] }, false],
  ['a field that may now be absent', { properties: { a: {} }, required: ['a'] }, { properties: { a: {} } }, true],
  ['a word more', { properties: { a: { enum: ['x'] } } }, { properties: { a: { enum: ['x', 'y'] } } }, true],
  ['a word less', { properties: { a: { enum: ['x', 'y'] } } }, { properties: { a: { const: 'x' } } }, false],
  [
    'text of any kind for a word',
    { properties: { a: { const: 'x' } } },
    { properties: { a: { type: 'string' } } },
    true,
  ],
  [
    'a pattern',
    { properties: { a: { type: 'string' } } },
    { properties: { a: { type: 'string', pattern: 'x' } } },
    false,
  ],
])('%s: may a version stay?', (_what, before, now, may) => {
  const whole = (part: object) => ({ type: 'object', additionalProperties: false, ...part });
  expect(widens(whole(before), whole(now))).toBe(may);
});

const events = catalogue().events.map(({ type }) => type);
it.each(events)('%s has a name in both languages, and an example that fits each version', (type) => {
  const { title, schemas } = eventSchemas(type);
  expect(title.zh && title.en).toBeTruthy();
  for (const { schema, example } of schemas) expect(mismatches(example, schema, schema.$defs ?? {})).toEqual([]);
});

const golden = join(__dirname, '../golden');
it.each(readdirSync(golden).filter((name) => name.endsWith('.json')))('what %s recorded fits its versions', (file) => {
  interface Recorded {
    readonly events: readonly { readonly type: string; readonly schemaVersion?: number; readonly data: object }[];
  }
  const { projects, matters = [] } = JSON.parse(readFileSync(join(golden, file), 'utf8')) as {
    readonly projects: readonly Recorded[];
    readonly matters?: readonly Recorded[];
  };
  const wrong = [...projects, ...matters].flatMap(({ events: history }) =>
    history.flatMap(({ type, schemaVersion = 1, data }) => {
      const { $defs = {}, ...shape } = shapeOf(type, schemaVersion)!;
      return mismatches(data, shape, $defs).map((one) => `${type} ${one}`);
    }),
  );
  expect(wrong).toEqual([]);
});

it('tells the feed as AsyncAPI 3.0: every reference leads somewhere, every example fits its message', () => {
  const document = asyncApiDocument(new URL('https://luodi.example'));
  const text = JSON.stringify(document);
  const found = (path: string): unknown =>
    path.split('/').reduce<unknown>((place, name) => (place as Readonly<Record<string, unknown>>)[name], document);
  for (const [, path] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) expect([path, found(path!)]).not.toContain(undefined);
  expect(Object.keys(document.components.messages)).toEqual(events);
  for (const message of Object.values(document.components.messages)) {
    const { payload, examples } = message as { payload: object; examples: readonly { payload: unknown }[] };
    expect(mismatches(examples[0]!.payload, payload, document.components.schemas as never)).toEqual([]);
  }
});

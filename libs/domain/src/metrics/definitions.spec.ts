import type { IsoDate } from '../dates.ts';
import { DEFAULT_DEFINITION, formulaOf, metricKeys, type Definition } from './definition.ts';
import {
  definitionNamed,
  draftDefinition,
  foldDefinitions,
  nextDefinition,
  publishDefinitionDraft,
  type DefinitionEvent,
} from './definitions.ts';
import { readDefinition } from './read-definition.ts';
import type { DefinitionRejectionCode } from './rejections.ts';

const on = '2023-07-01' as IsoDate;
const published = (document: object, past: readonly DefinitionEvent[] = []): DefinitionEvent => ({
  type: 'DefinitionPublished',
  occurredOn: on,
  data: { definition: nextDefinition(document, foldDefinitions(past)) },
});
const big = {
  title: { zh: '大项目', en: 'Large signings' },
  formula: {
    numerator: {
      of: 'signing',
      measure: 'count',
      window: 'period',
      where: [],
      filter: [{ field: 'contracted', from: '500000000' }],
    },
    denominator: { of: 'signing', measure: 'count', window: 'period', where: [] },
  },
};

it('what a document does not say is as by default, and what is shown can be published again', () => {
  const read = readDefinition({ name: '市口径', terminated: 'dropped', metrics: { 'large-share': big } });
  expect(read).toMatchObject({ terminated: 'dropped', contract: 'amended', curve: 'months' });
  expect(readDefinition(JSON.parse(JSON.stringify(read)))).toEqual(read);
  const { version: _version, ...standing } = DEFAULT_DEFINITION;
  expect(readDefinition(standing)).toEqual(standing);
});

it('a name has versions; the latest is meant unless one is named', () => {
  const first = [published({ name: 'city', terminated: 'dropped' })];
  const both = foldDefinitions([...first, published({ name: 'city', metrics: { 'large-share': big } }, first)]);
  expect(definitionNamed(both, 'city')).toMatchObject({ version: 2, terminated: 'kept' });
  expect(definitionNamed(both, 'city@1')).toMatchObject({ version: 1, terminated: 'dropped' });
  expect([definitionNamed(both, 'city@3'), definitionNamed(both, 'county'), definitionNamed(both, 'a@b@c')]).toEqual([
    null,
    null,
    null,
  ]);
  expect(definitionNamed(both, 'default')).toEqual(DEFAULT_DEFINITION);
  expect(nextDefinition({ name: 'default', window: 'year' }, both).version).toBe(2);
});

it('a metric of the bureau’s own is computed in its definition alone', () => {
  const definition = nextDefinition({ name: 'city', metrics: { 'large-share': big } }, foldDefinitions([]));
  expect(metricKeys(definition)).toContain('large-share');
  expect(formulaOf(definition, 'large-share')).toHaveProperty('denominator');
  expect(formulaOf(DEFAULT_DEFINITION, 'large-share')).toBeNull();
  expect(formulaOf(definition, 'constructor')).toBeNull();
  expect(formulaOf(definition, 'signed')).toEqual({ value: expect.objectContaining({ of: 'signing' }) });
  expect([metricKeys(DEFAULT_DEFINITION).includes('signed'), metricKeys(definition).includes('all-arrived')]).toEqual([
    true,
    false,
  ]);
});

const part = { of: 'signing', measure: 'count' };
const own = (formula: unknown) => ({ name: 'x', metrics: { own: { title: { zh: '一', en: 'one' }, formula } } });
it.each<readonly [string, object]>([
  ['definition.colour', { name: 'x', colour: 'red' }],
  ['name', { name: 'Upper Case' }],
  ['terminated', { name: 'x', terminated: 'maybe' }],
  ['rounding.places', { name: 'x', rounding: { mode: 'half-up', places: 7 } }],
  ['curve', { name: 'x', curve: ['1', '2'] }],
  ['curve.1', { name: 'x', curve: ['50', '40', ...Array.from({ length: 10 }, () => '100')] }],
  ['boundary.0', { name: 'x', boundary: ['moon'] }],
  ['conversions', { name: 'x', conversions: [1, 2].map(() => ({ currency: 'USD', rate: '7.1', on: '2023-06-30' })) }],
  ['conversions.0.rate', { name: 'x', conversions: [{ currency: 'USD', rate: '0', on: '2023-06-30' }] }],
  ['conversions.0.currency', { name: 'x', conversions: [{ currency: 'CNY', rate: '1', on: '2023-06-30' }] }],
  ['metrics.signed', { name: 'x', metrics: { signed: big } }],
  ['metrics.own.formula.value.of', own({ value: { ...part, of: 'dream' } })],
  ['metrics.own.formula.value.where.0', own({ value: { ...part, where: ['foreign'] } })],
  ['metrics.own.formula.value.window', own({ value: { ...part, window: 'at-end' } })],
  ['metrics.own.formula.value.filter.0.field', own({ value: { ...part, filter: [{ field: 'phase', is: ['x'] }] } })],
  ['metrics.own.formula.value.filter.0', own({ value: { ...part, filter: [{ field: 'contracted' }] } })],
  [
    'metrics.own.formula.value.filter.0.to',
    own({ value: { ...part, filter: [{ field: 'contracted', from: '10', to: '9.5' }] } }),
  ],
  ['metrics.own.formula.denominator.measure', own({ numerator: part, denominator: { ...part, measure: 'amount' } })],
])('%s: a document that nobody could compute is refused by its field', (field, document) =>
  expect(() => readDefinition(document)).toThrow(expect.objectContaining({ code: 'definition-invalid', field })),
);

// Every rule has its line here: a new code does not compile without one.
const draft: DefinitionEvent = {
  type: 'DefinitionDrafted',
  occurredOn: on,
  data: draftDefinition({ name: 'city' }, foldDefinitions([])),
};
it('drafts are numbered on, with their note, and a publication that names one makes it a version', () => {
  const facts: DefinitionEvent[] = [draft];
  const second = draftDefinition({ name: 'city', window: 'year' }, foldDefinitions(facts), '再议');
  facts.push({ type: 'DefinitionDrafted', occurredOn: on, data: second });
  expect([draft.data, second]).toMatchObject([{ draft: 1 }, { draft: 2, note: '再议' }]);
  expect(draft.data).not.toHaveProperty('note');
  const published = (of: object): DefinitionEvent => ({
    type: 'DefinitionPublished',
    occurredOn: on,
    data: { definition: publishDefinitionDraft(foldDefinitions(facts), 2), ...of },
  });
  const drafts = (of: object) => foldDefinitions([...facts, published(of)]).drafts;
  expect(drafts({ draft: 2 })).toMatchObject([
    { draft: 1, note: null, publishedAs: null },
    { draft: 2, note: '再议', publishedAs: 1 },
  ]);
  expect(drafts({}).map(({ publishedAs }) => publishedAs)).toEqual([null, null]);
  expect(foldDefinitions([...facts, published({ draft: 2 })]).published).toMatchObject([
    { name: 'default', version: 1 },
    { name: 'city', version: 1, window: 'year' },
  ]);
});

it('a definition that an earlier release stored is read with what it did not know', () => {
  const stored: DefinitionEvent = {
    type: 'DefinitionPublished',
    occurredOn: on,
    data: { definition: { name: 'city', version: 1 } as Definition },
  };
  expect(foldDefinitions([stored]).published.at(-1)).toEqual({ ...DEFAULT_DEFINITION, name: 'city', version: 1 });
});

const refusals: Record<DefinitionRejectionCode, () => unknown> = {
  'definition-invalid': () => readDefinition(null),
  'definition-draft-unknown': () => publishDefinitionDraft(foldDefinitions([]), 1),
  'definition-draft-published': () => {
    const definition = publishDefinitionDraft(foldDefinitions([draft]), 1);
    const done: DefinitionEvent = { type: 'DefinitionPublished', occurredOn: on, data: { definition, draft: 1 } };
    return publishDefinitionDraft(foldDefinitions([draft, done]), 1);
  },
};
it.each(Object.entries(refusals))('%s is refused', (code, scenario) =>
  expect(scenario).toThrow(expect.objectContaining({ code })),
);

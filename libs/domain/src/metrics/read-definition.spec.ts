import { DEFAULT_DEFINITION } from './definition.ts';
import { readDefinition } from './read-definition.ts';
import { ASKABLE } from './read-formula.ts';
import { COUNTABLES, METRICS } from './metrics.ts';

const read = (more: object = {}) => readDefinition({ name: 'city', ...more });
const title = { zh: '一', en: 'one' };
const part = { of: 'signing', measure: 'count' };
const own = (formula: unknown, more: object = {}) => ({ metrics: { own: { title, formula, ...more } } });
const value = (more: object) => own({ value: { ...part, ...more } });
const filter = (...filters: readonly unknown[]) => value({ filter: filters });
const rate = (rate: unknown, more: object = {}) => ({
  conversions: [{ currency: 'USD', rate, on: '2023-06-30', ...more }],
});
const twelve = (...first: readonly unknown[]) => ({
  curve: [...first, ...Array.from({ length: 12 - first.length }, () => '100')],
});
const many = (count: number, one: unknown) => Array.from({ length: count }, () => one);

it.each<[string, object]>([
  ['a title', { title }],
  ['a title of a hundred characters, two hundred in English', { title: { zh: '一'.repeat(100), en: 'x'.repeat(200) } }],
  ['time by days', { curve: 'days' }],
  ['a curve that stands still from one month to the next', twelve('0', '50.5', '50.5')],
  ['whole percentages', { rounding: { mode: 'truncate', places: 0 } }],
  ['six places', { rounding: { mode: 'half-up', places: 6 } }],
  ['money of every origin', { boundary: ['overseas', 'out-of-province', 'out-of-city', 'out-of-district', 'local'] }],
  ['a rate with eight places', rate('7.12345678')],
  ['a rate below one', rate('0.05')],
  ['a rate of fifteen digits', rate('123456789012345')],
  ['two currencies', { conversions: ['USD', 'EUR'].map((currency) => ({ currency, rate: '7', on: '2023-06-30' })) }],
  [
    'fifty metrics',
    {
      metrics: Object.fromEntries(
        many(50, 0).map((_, index) => [
          `m${index}`,
          { title, formula: { value: { ...part, window: 'period', where: [] } } },
        ]),
      ),
    },
  ],
  ['figures without a year before', { comparable: 'none' }],
  ['the contract as it was signed', { contract: 'original' }],
  ['the signings of the year', { window: 'year' }],
  ['only what was signed in the period', { carriedOver: 'out' }],
])('a definition may say %s', (_what, more) => expect(read(more)).toMatchObject(more));

it('a definition without a title bears its name', () => {
  expect(read().title).toEqual({ zh: 'city', en: 'city' });
  expect(readDefinition({ name: '市口径-2' }).title).toEqual({ zh: '市口径-2', en: '市口径-2' });
});
it.each(['a'.repeat(60), '0', '市', 'a-b'])('"%s" is a name', (name) =>
  expect(readDefinition({ name }).name).toBe(name),
);
it.each(['', ' ', '-a', 'A', 'a b', 'a_b', 'a'.repeat(61), 'a@1'])('"%s" is no name', (name) =>
  expect(() => readDefinition({ name })).toThrow(expect.objectContaining({ field: 'name' })),
);

it.each<[string, object]>([
  ['title', { title: 'x' }],
  ['title.zh', { title: { en: 'x' } }],
  ['title.zh', { title: { zh: '一'.repeat(101), en: 'x' } }],
  ['title.en', { title: { zh: '一', en: ' ' } }],
  ['title.fr', { title: { ...title, fr: 'un' } }],
  ['carriedOver', { carriedOver: 'some' }],
  ['contract', { contract: 'first' }],
  ['window', { window: 'month' }],
  ['comparable', { comparable: 'maybe' }],
  ['curve', { curve: 'weeks' }],
  ['curve', { curve: many(11, '100') }],
  ['curve', { curve: many(13, '100') }],
  ['curve.1', twelve('50', '49.9')],
  ['curve.2', twelve('5', '9', '8')],
  ['curve.0', twelve('-1')],
  ['curve.0', twelve(5)],
  ['curve.0', twelve('1.123456789')],
  ['rounding', { rounding: 'half-up' }],
  ['rounding', { rounding: [] }],
  ['rounding.mode', { rounding: { mode: 'up', places: 2 } }],
  ['rounding.places', { rounding: { mode: 'half-up', places: -1 } }],
  ['rounding.places', { rounding: { mode: 'half-up', places: 1.5 } }],
  ['rounding.places', { rounding: { mode: 'half-up', places: '2' } }],
  ['rounding.digits', { rounding: { mode: 'half-up', places: 2, digits: 2 } }],
  ['boundary', { boundary: [] }],
  ['boundary', { boundary: 'overseas' }],
  ['boundary', { boundary: many(6, 'local') }],
  ['conversions', { conversions: {} }],
  ['conversions', { conversions: many(21, 0) }],
  ['conversions.0', { conversions: ['USD'] }],
  ['conversions.0.rate', rate('0.00')],
  ['conversions.0.rate', rate(7.1)],
  ['conversions.0.rate', rate('1234567890123456')],
  ['conversions.0.on', rate('7', { on: '2023-06-31' })],
  ['conversions.0.on', rate('7', { on: '1949-12-31' })],
  ['conversions.0.on', rate('7', { on: 20230630 })],
  ['conversions.0.currency', rate('7', { currency: 'usd' })],
  ['conversions.0.currency', rate('7', { currency: 'US' })],
  ['conversions.0.currency', rate('7', { currency: 'USDT' })],
  ['metrics', { metrics: [] }],
  ['metrics', { metrics: null }],
  ['metrics', { metrics: 'x' }],
  ['metrics', { metrics: Object.fromEntries(many(51, 0).map((_, index) => [`m${index}`, 0])) }],
  ['metrics.Own', { metrics: { Own: { title, formula: { value: part } } } }],
  ['metrics.own.title', own({ value: part }, { title: undefined })],
  ['metrics.own.unit', own({ value: part }, { unit: '万元' })],
  ['metrics.own.formula', own({ value: part, numerator: part })],
  ['metrics.own.formula', own({ value: part, denominator: part })],
  ['metrics.own.formula.rate', own({ value: part, rate: 1 })],
  ['metrics.own.formula.numerator', own({ denominator: part })],
  ['metrics.own.formula.denominator', own({ numerator: part })],
  ['metrics.own.formula.value.measure', value({ measure: 'sum' })],
  ['metrics.own.formula.value.where', value({ where: many(2, 'started') })],
  ['metrics.own.formula.value.where.0', value({ where: ['passed'] })],
  ['metrics.own.formula.value.window', value({ window: 'ever' })],
  ['metrics.own.formula.value.filter', filter(...many(11, { field: 'unit', is: ['01'] }))],
  ['metrics.own.formula.value.filter.1.is', filter({ field: 'unit', is: ['01'] }, { field: 'unit', is: [] })],
  ['metrics.own.formula.value.filter.0.is', filter({ field: 'unit', is: many(101, '01') })],
  ['metrics.own.formula.value.filter.0.is', filter({ field: 'unit' })],
  ['metrics.own.formula.value.filter.0.is.0', filter({ field: 'unit', is: ['x'.repeat(201)] })],
  ['metrics.own.formula.value.filter.0', filter({ field: 'contracted', from: '1', is: ['1'] })],
  ['metrics.own.formula.value.filter.0.from', filter({ field: 'contracted', from: 1 })],
  ['metrics.own.formula.value.filter.0.to', filter({ field: 'fixedAssets', to: '-1' })],
  ['metrics.own.formula.value.measure', value({ of: 'outreach', measure: 'amount' })],
  [
    'metrics.own.formula.value.filter.1.field',
    value({
      of: 'outreach',
      filter: [
        { field: 'unit', is: ['01'] },
        { field: 'chain', is: ['芯片'] },
      ],
    }),
  ],
])('%s is refused: %j', (field, more) =>
  expect(() => read(more)).toThrow(expect.objectContaining({ code: 'definition-invalid', field })),
);

describe('a metric of the bureau’s own', () => {
  const formula = (more: object) => read(more).metrics['own']!.formula;

  it('counts in the first window of what it counts, and all of it, where nothing is said', () => {
    for (const of of COUNTABLES)
      expect(formula(own({ value: { of, measure: 'count' } }))).toEqual({
        value: { of, measure: 'count', window: of === 'backlog' ? 'at-end' : 'period', where: [] },
      });
  });
  it('may ask each condition of what it fits, in each window', () => {
    for (const of of COUNTABLES) {
      const { windows, where } = ASKABLE[of];
      const measure = of === 'outreach' ? 'count' : 'amount';
      for (const window of windows)
        expect(formula(own({ value: { of, measure, window, where } }))).toEqual({
          value: { of, measure, window, where },
        });
    }
  });
  it('may be filtered by ten texts and amounts, each from, to or between', () => {
    const filters = [
      { field: 'unit', is: many(100, '01') },
      { field: 'contracted', from: '5' },
      { field: 'contracted', to: '9.5' },
      { field: 'fixedAssets', from: '9.50', to: '9.5' },
      ...many(6, { field: 'tags', is: ['链主'] }),
    ];
    expect(formula(filter(...filters))).toMatchObject({ value: { filter: filters } });
    expect(formula(filter())).toEqual({ value: { ...part, window: 'period', where: [] } });
  });
  it('is one part, or the ratio of two that are measured alike', () => {
    expect(formula(own({ numerator: { ...part, where: ['started'] }, denominator: part }))).toEqual({
      numerator: { ...part, window: 'period', where: ['started'] },
      denominator: { ...part, window: 'period', where: [] },
    });
  });
});

it('every metric of every bureau asks what may be asked', () => {
  for (const [name, formula] of Object.entries(METRICS))
    expect(read({ metrics: { [`own-${name}`]: { title, formula } } }).metrics[`own-${name}`]!.formula).toEqual(formula);
  expect(Object.keys(read())).toEqual(Object.keys(DEFAULT_DEFINITION).filter((field) => field !== 'version'));
});

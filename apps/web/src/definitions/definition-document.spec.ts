import {
  metricAsFilledIn,
  scopeAsFilledIn,
  scopeFrom,
  withMetric,
  withoutMetric,
  type Scope,
} from './definition-document.ts';

const large = {
  title: { zh: '亿元以上项目占比', en: 'Share of large projects' },
  formula: {
    numerator: {
      of: 'signing' as const,
      measure: 'count' as const,
      window: 'period' as const,
      where: [],
      filter: [{ field: 'contracted' as const, from: '100000000' }],
    },
    denominator: { of: 'signing' as const, measure: 'count' as const, window: 'period' as const, where: [] },
  },
};
const scope: Scope = {
  name: '市考核',
  title: { zh: '市考核口径', en: 'City appraisal' },
  terminated: 'dropped',
  carriedOver: 'out',
  contract: 'original',
  window: 'year',
  boundary: ['out-of-province'],
  conversions: [{ currency: 'USD', rate: '7.1', on: '2024-06-30' }],
  comparable: 'none',
  curve: Array.from({ length: 12 }, (_, month) => String(month * 9)),
  rounding: { mode: 'truncate', places: 1 },
  metrics: { large },
};

it('a scope that is opened and sent unchanged says just what it said', () => {
  expect(scopeFrom(scopeAsFilledIn(scope), scope.metrics)).toEqual(scope);
  expect(scopeFrom(scopeAsFilledIn({ ...scope, curve: 'days' }), {})).toEqual({ ...scope, curve: 'days', metrics: {} });
});
it('no origin chosen is every origin', () => {
  const { boundary: _none, ...rest } = scopeAsFilledIn(scope);
  expect(scopeFrom(rest, {})).toMatchObject({ boundary: null });
});
it('a metric that is opened and sent unchanged says just what it said, under another name it is another', () => {
  expect(withMetric(metricAsFilledIn('large', large), scope)).toEqual(scope);
  const one = { title: large.title, formula: { value: large.formula.denominator } };
  const { metrics } = withMetric(metricAsFilledIn('all', one), scope) as Scope;
  expect(metrics).toEqual({ large, all: one });
  expect(withoutMetric('all', { ...scope, metrics })).toEqual(scope);
});

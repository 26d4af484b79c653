import { isMetricKey, measuredIn, METRICS } from './metrics.ts';

it('a ratio is told in percent, a sum as money, anything else counted', () => {
  const measures = Object.entries(METRICS).map(([name, formula]) => [name, measuredIn(formula)]);
  const told = (measure: string) => measures.filter(([, one]) => one === measure).map(([name]) => name);
  expect(told('percent')).toEqual([
    'start-rate',
    'three-year-start-rate',
    'funds-in-place-rate',
    'backlog-cleared',
    'valuable-information-rate',
    'pre-review-pass-rate',
  ]);
  expect(told('money').every((name) => /amount|arrived/.test(name!))).toBe(true);
  expect(told('money')).toHaveLength(7);
  expect(told('count')).toHaveLength(7);
});
it('a metric of every bureau is known by its key alone', () => {
  expect(['signed', 'constructor', ''].map(isMetricKey)).toEqual([true, false, false]);
});

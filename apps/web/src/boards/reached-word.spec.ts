import { reachedWord } from './reached-word.ts';

it('what a unit reached is read as on every page: money in its unit, a count whole, a share with its sign', () => {
  expect(reachedWord('5800000000.00', 'money')).toEqual({ said: '58.00 亿元', exact: '580,000 万元' });
  expect(reachedWord('0.00', 'money').said).toBe('0 万元');
  expect(reachedWord('6.00', 'count').said).toBe('6');
  expect(reachedWord('53.68', 'percent').said).toBe('53.68 %');
  expect(reachedWord('7.50', undefined).said).toBe('7.50');
});

import { addressOfKept, keptOf, sameKept, type ListAsked } from './list-question.ts';

const NOTHING = Object.fromEntries(
  [
    ...['colour', 'q', 'unit', 'leader', 'region', 'year', 'from', 'to', 'clock', 'phase', 'tag'],
    ...['asOf', 'asKnown', 'sort', 'group', 'columns', 'view'],
  ].map((name) => [name, null]),
) as ListAsked;
const askedIn = (address: URLSearchParams): ListAsked => ({ ...NOTHING, ...Object.fromEntries(address) });

it('a view opens with the filters with which it was saved, and is then unchanged', () => {
  const asked: ListAsked = {
    ...NOTHING,
    ...{ colour: 'red', q: '轴承', unit: '01', leader: '王强', year: '2024', from: '5', tag: '市级协调' },
    ...{ asOf: '2024-12-31', sort: '-contracted', group: 'signingYear', columns: 'colour,name' },
  };
  const kept = keptOf(asked, ['signedOn<=2021-12-31']);
  const address = addressOfKept(kept);
  expect([address.get('leader'), address.get('from'), address.get('asOf')]).toEqual(['王强', '5', null]);
  expect(address.getAll('where')).toEqual(['signedOn<=2021-12-31']);
  expect(sameKept(keptOf(askedIn(address), address.getAll('where')), kept)).toBe(true);
});

it('what no filter can say stays a condition: an amount beside 亿元, a second year', () => {
  const address = addressOfKept({ where: ['contracted>=1500.00', 'signingYear=2023', 'signingYear=2024'] });
  expect(address.getAll('where')).toEqual(['contracted>=1500.00', 'signingYear=2024']);
  expect(address.get('year')).toBe('2023');
});

it('another order of conditions is no change, another condition is one', () => {
  expect(sameKept({ where: ['a=1', 'b=2'], q: 'x' }, { q: 'x', where: ['b=2', 'a=1'] })).toBe(true);
  expect(sameKept({ where: ['a=1'] }, { where: ['a=2'] })).toBe(false);
});

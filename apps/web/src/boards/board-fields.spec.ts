import { asDocument, asFilledIn } from './board-fields.ts';

const board = {
  name: '龙虎榜',
  version: 2,
  title: { zh: '龙虎榜', en: 'Dragons and tigers' },
  definition: 'default',
  leagues: [{ name: '甲组', units: ['01', '02'] }],
  measures: [{ metric: 'signed', of: 'value' as const, points: '40', full: '4', cap: '40' }],
  deductions: [{ metric: 'backlog', above: '0', each: '1', most: '5' }],
  floors: [{ metric: 'started', least: '1', deduct: '3' }],
  red: { title: { zh: '龙榜', en: 'Dragons' }, first: 3 },
  black: { title: { zh: '蜗牛榜', en: 'Snails' }, last: 1 },
};

it('a board that is opened and sent unchanged says just what it said', () => {
  const { version: _version, ...document } = board;
  expect(asDocument(asFilledIn(board), board)).toEqual({ board: document });
});
it('money that is typed with its unit is sent in 元, what is no amount as it was typed', () => {
  const measures = [
    { metric: 'signed-amount', points: '40', full: { typed: '5.5', unit: 'yi' } },
    { metric: 'domestic', points: '10', full: { typed: '3000', unit: 'wan' } },
    { metric: 'domestic', points: '10', full: { typed: '三千', unit: 'wan' } },
  ];
  const floors = [{ metric: 'signed-amount', least: { typed: '1', unit: 'wan' }, deduct: '1' }];
  expect(asDocument({ ...asFilledIn(board), measures, floors }, board)).toMatchObject({
    board: { measures: [{ full: '550000000' }, { full: '30000000' }, { full: '三千' }], floors: [{ least: '10000' }] },
  });
});
it('words that were changed are their own translation until one is written', () => {
  expect(asDocument({ ...asFilledIn(board), redTitle: '英雄榜' }, board)).toMatchObject({
    board: { red: { title: { zh: '英雄榜', en: '英雄榜' } } },
  });
});

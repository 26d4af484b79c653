import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { e, yuan } from '../../../../test/support/project-facts.ts';
import { OPERATOR } from '../operator.ts';
import { importOrganisation } from '../organisation/give-organisation.ts';
import { giveBoard, reproduceBoard, type BoardChange } from './give-board.ts';
import { showBoard, type ShownLeague } from './show-board.ts';

let b: Bureau;
let key = 0;
const give = (body: BoardChange) =>
  giveBoard(b.office, { caller: OPERATOR, body, key: `b${(key += 1)}`, ifVersion: null });

beforeAll(async () => {
  b = await bureau();
  const units = ['01', '02', '03', '04'].map((code, row) => ({
    row: row + 2,
    code,
    name: `${code}局`,
    kind: '招商机构',
  }));
  await importOrganisation(b.office, { caller: OPERATOR, key: 'units', ifVersion: null }, units);
  const signed = (code: string, unit: string, amount: string, more: ReturnType<typeof e>[] = []) =>
    b.record(code, [
      e('ProjectRecorded', '2023-06-01', { code, title: code, unit }),
      ...more,
      e('ContractSigned', '2023-06-20', { contracted: yuan(amount), landMode: 'lease' }),
    ]);
  await signed('A', '01局', '100.00');
  await signed('B', '02局', '100.00');
  // Held by 03 for 15 of its 20 days, then handed to 01.
  await signed('C', '03局', '200.00', [e('OwnerAssigned', '2023-06-16', { unit: '01局' })]);
  await give({
    type: 'PublishBoard',
    board: {
      name: '龙虎榜',
      leagues: [
        { name: '甲组', units: ['01', '02', '03'] },
        { name: '乙组', units: ['04'] },
      ],
      measures: [
        { metric: 'signed', points: '40', full: '4' },
        { metric: 'signed-amount', points: '60', full: '300' },
      ],
      red: { title: { zh: '龙榜', en: 'Dragons' }, first: 1 },
      black: { title: { zh: '蜗牛榜', en: 'Snails' }, last: 1 },
    },
  });
}, 600_000);
afterAll(() => b.close());

it('scores units in their leagues, and beside them those who really held the projects', async () => {
  const { leagues, red, black } = await showBoard(b.office, OPERATOR, '龙虎榜', { period: '2023-06' });
  const [first, second] = leagues;
  const plain = (row: ShownLeague['rows'][number]) => [row.unit!.code, row.score, row.rank, row.tied];
  expect(first!.rows.map(plain)).toEqual([
    ['01', '80.00', 1, false], // two signings of four: 20; 300 元 of 300: 60
    ['02', '30.00', 2, false],
    ['03', '0.00', null, false],
  ]);
  const fair = new Map(first!.rows.map(({ unit, fair: { score, rank } }) => [unit!.code, [score, rank]]));
  // 01: 1.25 signings: 12.5, and 100 + 50 元: 30; 03: 0.75 signings: 7.5, and 150 元: 30
  expect(fair.get('01')).toEqual(['42.50', 1]);
  expect(fair.get('03')).toEqual(['37.50', 2]);
  expect(fair.get('02')).toEqual(['30.00', 3]);
  expect([red.zh, first!.red, black.zh, first!.black]).toEqual(['龙榜', ['01局'], '蜗牛榜', ['03局']]);
  expect(second!.rows.map(plain)).toEqual([['04', '0.00', null, false]]);
  await expect(showBoard(b.office, OPERATOR, '英雄榜', { period: '2023-06' })).rejects.toMatchObject({
    code: 'board-unknown',
  });
});

it('who shares a place with the last is named among the last, and nobody else', async () => {
  const black = { title: { zh: '黑榜', en: 'Black' }, last: 1 };
  const measures = [{ metric: 'signed', points: '10', full: '1' }];
  const blackOf = async (name: string, more: object): Promise<readonly string[]> => {
    await give({ type: 'PublishBoard', board: { name, measures, black, ...more } });
    return (await showBoard(b.office, OPERATOR, name, { period: '2023-06' })).leagues[0]!.black;
  };
  expect(await blackOf('并列末位', {})).toEqual(['04局', '03局']); // neither has signed anything
  expect(await blackOf('并列得分', { leagues: [{ name: '一', units: ['01', '02'] }] })).toEqual(['02局', '01局']); // the cap makes them alike
  expect(await blackOf('末三位', { black: { ...black, last: 3 } })).toEqual(['04局', '03局', '02局', '01局']);
  expect(await blackOf('末九位', { black: { ...black, last: 9 } })).toEqual(['04局', '03局', '02局', '01局']);
  expect(await blackOf('不设黑榜', { black: { ...black, last: 0 } })).toEqual([]);
});

it('a frozen month stays what it was, whatever is recorded or published afterwards', async () => {
  await give({ type: 'FreezeBoard', name: '龙虎榜', month: '2023-06' });
  await expect(give({ type: 'FreezeBoard', name: '龙虎榜', month: '2023-06' })).rejects.toMatchObject({
    code: 'board-frozen-already',
  });
  await b.record('D', [
    e('ProjectRecorded', '2023-06-02', { code: 'D', title: 'D', unit: '03局' }),
    e('ContractSigned', '2023-06-21', { contracted: yuan('900.00'), landMode: 'lease' }),
  ]);
  await give({
    type: 'PublishBoard',
    board: { name: '龙虎榜', measures: [{ metric: 'signed', points: '1', full: '1' }] },
  });
  const { same, shown } = await reproduceBoard(b.office, OPERATOR, '龙虎榜', '2023-06');
  expect([same, shown.leagues[0]!.rows[0]!.score, shown.board.version]).toEqual([true, '80.00', 1]);
  const now = await showBoard(b.office, OPERATOR, '龙虎榜', { period: '2023-06' });
  expect([now.board.version, now.leagues.length]).toEqual([2, 1]);
  expect(now.leagues[0]!.rows.map(({ unit, rank, tied }) => [unit!.code, rank, tied])).toEqual([
    ['01', 1, true],
    ['02', 1, true],
    ['03', 1, true],
    ['04', null, false],
  ]);
  await expect(reproduceBoard(b.office, OPERATOR, '龙虎榜', '2023-05')).rejects.toMatchObject({
    code: 'board-not-frozen',
  });
});

const board = (more: object) => ({ name: '错榜', measures: [{ metric: 'signed', points: '10', full: '1' }], ...more });
it.each([
  ['metric-unknown', 'measures.0.metric', board({ measures: [{ metric: 'dreams', points: '10', full: '1' }] })],
  ['metric-unknown', 'deductions.0.metric', board({ deductions: [{ metric: 'constructor', each: '1', most: '5' }] })],
  ['metric-unknown', 'floors.0.metric', board({ floors: [{ metric: 'dreams', least: '1', deduct: '5' }] })],
  ['definition-unknown', 'definition', board({ definition: 'moon' })],
])('%s at %s: a board that could score nobody is not published', async (code, field, document) => {
  await expect(give({ type: 'PublishBoard', board: document })).rejects.toMatchObject({ code, field });
});

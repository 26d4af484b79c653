import { inUnit, type KnownProject } from '#domain';
import { imported, type Value } from './imported.ts';

// What arrived is told as a whole and in parts of it, 其中：省外: all of it counts, and all of it once.

const arrivalsOf = ({ arrivals }: KnownProject): readonly string[] =>
  arrivals
    .map(
      ({ on, amount, origin }) =>
        `${on} ${inUnit(amount, '万元')} ${amount.currency}${origin === null ? '' : ` ${origin}`}`,
    )
    .sort();

const PROJECTS = {
  rows: [
    ['项目名称', '投资方', '签约日期', '合同额（万元）'],
    ['甲', '甲公司', '2023-05-06', 50000],
  ],
};
const arrived = async (heads: readonly string[], ...amounts: readonly (readonly Value[])[]) => {
  const { of, found } = await imported({
    项目: PROJECTS,
    到位: {
      rows: [
        ['项目到位资金明细（万元）'],
        ['项目名称', '到位日期', ...heads],
        ...amounts.map((one, at) => ['甲', `2024-03-0${at + 1}`, ...one]),
      ],
    },
  });
  return { found, arrivals: arrivalsOf(of('甲')) };
};

it.each([
  [['到位金额', '其中：省外', '其中：外资']],
  [['到位资金', '省外资金', '外资']],
  [['到位总额', '省外到位资金', '外资到位资金']],
])('parts in the unit of the whole: what they leave is recorded, too (%s)', async (heads) => {
  const { found, arrivals } = await arrived(
    heads,
    [500, 300, 100],
    [500, 300, null],
    [500, 300, 200],
    [500, null, null],
  );
  expect([found, arrivals]).toEqual([
    [],
    [
      '2024-03-01 100 CNY',
      '2024-03-01 100 CNY overseas',
      '2024-03-01 300 CNY out-of-province',
      '2024-03-02 200 CNY',
      '2024-03-02 300 CNY out-of-province',
      '2024-03-03 200 CNY overseas',
      '2024-03-03 300 CNY out-of-province',
      '2024-03-04 500 CNY',
    ],
  ]);
});

it('parts that are more than their whole: the whole counts, and it is said', async () => {
  const { found, arrivals } = await arrived(['到位金额', '其中：市外', '其中：省外'], [400, 400, 300]);
  expect([found, arrivals]).toEqual([['到位!3 warn: parts-above-whole'], ['2024-03-01 400 CNY']]);
});

it('a part in another currency is recorded in it, and the whole beside it is said', async () => {
  const { found, arrivals } = await arrived(['到位金额', '其中：外资（万美元）'], [120, 15], [500, null]);
  expect([found, arrivals]).toEqual([
    ['到位!3 warn: whole-in-two-currencies'],
    ['2024-03-01 15 USD overseas', '2024-03-02 500 CNY'],
  ]);
});

it('money in another currency beside an amount, of which nobody says that it is a part, waits', async () => {
  const { found, arrivals } = await arrived(['到位金额', '外资（万美元）'], [120, 15], [500, null]);
  expect([found, arrivals]).toEqual([['到位!3 held: whole-and-foreign'], ['2024-03-02 500 CNY']]);
});

it('in columns a month, too', async () => {
  const { of, found } = await imported({
    台账: {
      rows: [
        ['2024年到位资金（万元）'],
        ['项目名称', '投资方', '签约日期', '合同额', '1月', null, '2月', null, '3月', null],
        [null, null, null, null, '到位资金', '其中：省外', '到位资金', '其中：省外', '到位资金', '其中：省外'],
        ['甲', '甲公司', '2023-05-06', 50000, 500, 300, 200, 200, 100, 150],
      ],
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:H2', 'I2:J2'],
    },
  });
  expect([found, arrivalsOf(of('甲'))]).toEqual([
    ['台账!4 warn: parts-above-whole'],
    [
      '2024-01-31 200 CNY',
      '2024-01-31 300 CNY out-of-province',
      '2024-02-29 200 CNY out-of-province',
      '2024-03-31 100 CNY',
    ],
  ]);
});

it('a small amount in 亿元 near the sum of those above it is no total: it has its day, and its own last places', async () => {
  const { of, found } = await imported({
    项目: PROJECTS,
    到位: {
      rows: [
        ['项目名称', '到位日期', '到位金额（亿元）'],
        ['甲', '2024-03-01', 0.07],
        [null, '2024-03-02', 0.0057],
        [null, 45639, 0.0755],
      ],
      merges: ['A2:A4'],
    },
  });
  expect([found, arrivalsOf(of('甲'))]).toEqual([
    [],
    ['2024-03-01 700 CNY', '2024-03-02 57 CNY', '2024-12-13 755 CNY'],
  ]);
});

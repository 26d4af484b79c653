import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** figures.json: what reports printed, each with its parts. */
export const VECTORS = JSON.parse(readFileSync(join(__dirname, 'figures.json'), 'utf8')) as {
  readonly rates: readonly {
    readonly id: string;
    readonly numerator: string;
    readonly denominator: string;
    readonly printed: string;
    readonly places: number;
    readonly rounding: 'half-up' | 'truncate';
  }[];
  readonly yearOnYear: readonly { id: string; current: string; previous: string; printed: string; places: number }[];
  readonly bands: { readonly counts: Readonly<Record<string, number>> };
  readonly goals: readonly { readonly id: string }[];
  readonly reviews: { readonly meetings: number; readonly reviewed: number; readonly passed: number };
  readonly workingDays: readonly { readonly from: string; readonly add: number; readonly to: string }[];
  readonly months: readonly { readonly from: string; readonly add: number; readonly to: string }[];
  readonly creditCodes: Readonly<Record<'valid' | 'remainderZero' | 'issuedButFailingCheck', readonly string[]>>;
};
export const rate = (id: string) => VECTORS.rates.find((one) => one.id === id)!;
export const growthOf = (id: string) => VECTORS.yearOnYear.find((one) => one.id === id)!;

interface Signed {
  readonly unit: string;
  readonly count: number;
  readonly signedOn: string;
  readonly yi?: string;
  readonly leading?: number; // so many of them of the leading industry
  readonly started?: readonly { readonly count: number; readonly on: string }[];
}

/** Signings of years after the ledger's, a unit for each figure, so that each is a row of one table. */
const SIGNED: readonly Signed[] = [
  { unit: '汐岚工业园管委会', count: 38, signedOn: '2024-05-06' },
  { unit: '星砚科创园管委会', count: 1, signedOn: '2024-05-06', yi: '64.1' },
  { unit: '栖霁镇人民政府', count: 164, signedOn: '2024-05-06', leading: 142 },
  { unit: '望苇镇人民政府', count: 10, signedOn: '2024-05-06' },
  { unit: '松纾镇人民政府', count: 185, signedOn: '2023-05-08', started: [{ count: 185, on: '2023-06-08' }] },
  { unit: '松纾镇人民政府', count: 227, signedOn: '2024-05-06' },
  {
    unit: '澹溪街道办事处',
    count: 393,
    signedOn: '2024-05-06',
    started: [
      { count: 314, on: '2024-11-29' },
      { count: 1, on: '2024-11-30' },
    ],
  },
  { unit: '汐岚区商务局', count: 93, signedOn: '2023-05-08', started: [{ count: 45, on: '2024-03-29' }] },
];

const HEADERS = [
  '编码',
  '项目名称',
  '责任单位',
  '协议性质',
  '协议签订时间',
  '协议总投资（亿元）',
  '主导产业',
  '认定开工时间',
  '统一社会信用代码',
];
const NAMES = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';

/** A name of its own for each of the projects: no two are alike. */
const nameOf = (at: number): string => {
  const { length } = NAMES;
  return [at % length, Math.floor(at / length) % length, Math.floor(at / length / length)]
    .map((n) => NAMES[n])
    .join('');
};

/** The ledger of these signings, as a clerk would hand it in. */
export const laterLedger = (): string => {
  const rows = SIGNED.flatMap(({ unit, count, signedOn, yi = '1.5', leading = 0, started = [] }) => {
    const starts = started.flatMap(({ count: many, on }) => Array.from({ length: many }, () => on));
    return Array.from({ length: count }, (_, at) => [unit, signedOn, yi, at < leading ? '是' : '否', starts[at] ?? '']);
  });
  const codes = Object.values(VECTORS.creditCodes).filter(Array.isArray).flat();
  const lines = rows.map(([unit, signedOn, yi, leading, start], at) => {
    const who = [`H${String(at).padStart(4, '0')}`, `${nameOf(at)}厂`, unit];
    return [...who, '正式合同', signedOn, yi, leading, start, codes[at] ?? ''].join(',');
  });
  return [HEADERS.join(','), ...lines].join('\n');
};

interface Part {
  readonly of: string;
  readonly measure: string;
  readonly filter?: readonly object[];
}
const share = (title: string, numerator: readonly object[], denominator: readonly object[] = []) => {
  const part = (filter: readonly object[]): Part => ({
    of: 'signing',
    measure: 'count',
    ...(filter.length === 0 ? {} : { filter }),
  });
  return {
    title: { zh: title, en: title },
    formula: { numerator: part([...denominator, ...numerator]), denominator: part(denominator) },
  };
};
const tagged = (...is: readonly string[]): object => ({ field: 'tags', is });

/** The shares that reports print and no bureau is born with: metrics of its own, of parts that exist. */
const SHARES = (chains: readonly string[]) => ({
  'key-chain-share': share('重点产业链占比', [{ field: 'chain', is: chains }]),
  'leading-share': share('主导产业占比', [tagged('主导产业')]),
  'leading-share-20': share(
    '20亿元以上主导产业占比',
    [tagged('主导产业')],
    [{ field: 'contracted', from: '2000000000' }],
  ),
  'leading-share-10': share(
    '10至20亿元主导产业占比',
    [tagged('主导产业')],
    [{ field: 'contracted', from: '1000000000', to: '1999999999.99' }],
  ),
  'emerging-share': share('新兴产业占比', [tagged('战略性新兴产业')]),
  'manufacturing-share': share('制造业占比', [{ field: 'industry', is: ['制造业', 'C制造业'] }]),
  'listed-share': share('上市公司占比', [tagged('上市公司')]),
  'purchase-share': share('征地占比', [{ field: 'landMode', is: ['purchase'] }]),
  'lease-share': share('租赁占比', [{ field: 'landMode', is: ['lease'] }]),
});

/** How a report rounds, as a definition of its own: `half-up-1`. */
export const definitionOf = (mode: 'half-up' | 'truncate', places: number, chains: readonly string[]): object => ({
  name: `${mode}-${places}`,
  rounding: { mode, places },
  metrics: SHARES(chains),
});

import { planOf, type Plan } from './cells.ts';
import type { Chance } from './chance.ts';

/** An amount of whole yuan, or of whole units of another currency. */
interface Amount {
  readonly units: number;
  readonly currency: string;
}
interface Arrived {
  readonly on: string; // ISO
  readonly amount: Amount;
}
/** What a ledger tells of a project, and what must be found again. */
export interface Project {
  readonly code: string;
  readonly name: string;
  readonly investor: string;
  readonly industry: string;
  readonly region: string;
  readonly unit: string;
  readonly leader: string;
  readonly signed: boolean;
  readonly signedOn: string | null;
  readonly amount: Amount; // contracted, or intended while it is negotiated
  readonly fixedAssets: Amount | null;
  readonly agreed: Plan | null; // its start, as the contract says
  readonly startOn: string | null;
  readonly productionOn: string | null;
  readonly progress: string | null;
  readonly remark: string; // of a column that nobody knows
  readonly monthly: boolean; // its days are told as months
  readonly arrivals: readonly Arrived[];
}

const day = (random: Chance, from: number, years: number): string =>
  `${from + random.below(years)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
const later = (random: Chance, iso: string): string => {
  const next = Number(iso.slice(0, 4)) + 1;
  return day(random, next, 1);
};
const yuan = (random: Chance): number =>
  random.pick([
    (1 + random.below(400)) * 10_000_000,
    (1_000 + random.below(90_000)) * 10_000,
    (10_000_000 + random.below(90_000_000)) * 10 + 5,
  ]);

export const REGIONS = ['梧汀镇', '砚棠镇', '蒹渚乡', '汐岚街道', '经济开发区', '翊川产业园'] as const;
const FIRM = [
  '科技有限公司',
  '集团',
  '（中国）有限公司',
  '新材料股份有限公司',
  '控股集团有限公司',
  '投资中心（有限合伙）',
];
const SUFFIX = ['项目', '基地', '（一期）', '产业园', '生产线建设项目', '总部', 'A区', '（2024）', '项目一期'];
const ABOUT = [
  '轴承',
  '储能',
  '数据汇总',
  '预制菜',
  '新材料',
  '合计仪表',
  '5G模组',
  '锂电小计量泵',
  '冷链物流',
  '签约中心',
];

/** A project of this number; the number is in its names, so that no two are alike by chance. */
export const drawProject = (random: Chance, index: number, signed: boolean): Project => {
  const sign = String.fromCharCode(0x4e00 + 97 * index + random.below(90)); // another character for each
  const signedOn = signed ? day(random, 2018, 6) : null;
  const startOn = signedOn !== null && random.often(0.5) ? later(random, signedOn) : null;
  const units = yuan(random);
  const currency = random.often(0.15) ? random.pick(['USD', 'HKD', 'EUR']) : 'CNY';
  const amount = { units: currency === 'CNY' ? units : Math.round(units / 70_000) * 10_000, currency };
  const arrivals = signedOn === null ? [] : Array.from({ length: random.below(4) }, () => later(random, signedOn));
  return {
    code: `P-${1000 + index}`,
    name: `${sign}${random.pick(ABOUT)}第${index}号${random.pick(SUFFIX)}`,
    investor: `${random.pick(['东', '南', '西', '北'])}${sign}${index}${random.pick(FIRM)}`,
    industry: random.pick(['装备制造', '新能源', '食品加工', '电子信息', '现代物流']),
    region: random.pick(REGIONS),
    unit: random.pick(['区发改局', '商务局', '经开区管委会', '投资促进中心', '梧汀镇政府']),
    leader: random.pick(['张三', '李四光', '欧阳明', '王五', '赵六']),
    signed,
    signedOn,
    amount,
    fixedAssets:
      currency === 'CNY' && random.often(0.6) ? { units: Math.floor(units / 20_000) * 10_000, currency } : null,
    startOn,
    productionOn: startOn !== null && random.often(0.4) ? later(random, startOn) : null,
    agreed: signedOn !== null && random.often(0.6) ? planOf(random, Number(signedOn.slice(0, 4)) + 1) : null,
    progress: random.often(0.7)
      ? `第${index}次会商，${random.pick(['等用地指标', '图纸已审', '设备进场', '已完成投资3000万元；下月封顶'])}`
      : null,
    remark: `备考${index}号`,
    monthly: random.often(0.25),
    arrivals: [...new Set(arrivals)]
      .sort()
      .map((on) => ({ on, amount: { units: (1 + random.below(900)) * 10_000, currency: 'CNY' } })),
  };
};

import type { Cell, Row } from '../../libs/imports/src/files/sheet.ts';

/** A small generator of numbers from a seed (mulberry32): the same seed draws the same ledger. */
export const chance = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(among: readonly T[]): T => among[below(among.length)]!;
  return { below, pick, often: (share: number): boolean => next() < share };
};
type Chance = ReturnType<typeof chance>;

/** What a row of the ledger tells, and what must be found again. */
export interface DrawnProject {
  readonly code: string;
  readonly name: string;
  readonly investor: string;
  readonly signedOn: string; // ISO
  readonly yuan: string; // the contract, two places
  readonly startOn: string | null;
  readonly region: string;
  readonly progress: string | null;
  readonly remark: string; // of a column that nobody knows
}
interface DrawnLedger {
  readonly rows: readonly Row[];
  readonly projects: readonly DrawnProject[];
  readonly passedOver: number;
}

const WORDS = {
  code: ['项目编号', '编号', '台账编号', '项目编码'],
  name: ['项目名称', '招商项目', '项目全称', '签约项目名称'],
  investor: ['投资方', '投资主体', '投资企业名称', '投资商', '签约主体'],
  signedOn: ['签约时间', '签约日期', '签订日期', '合同签订时间', '协议签订日期'],
  contracted: ['合同额', '投资总额', '协议投资额', '签约金额', '合同总投资', '计划总投资'],
  startOn: ['开工时间', '认定开工时间', '实际开工日期', '开工认定日期'],
  region: ['落地区域', '所属乡镇', '所在县区', '属地', '落户园区'],
  progress: ['进展情况', '项目进展', '最新进展', '推进情况'],
  remark: ['建设内容', '用能情况', '亩均税收', '主要产品'],
} as const;
type Field = keyof typeof WORDS;

const isoOf = (random: Chance): string =>
  `${2019 + random.below(6)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
const later = (iso: string): string => `${Number(iso.slice(0, 4)) + 1}${iso.slice(4)}`;

/** A day as one of many clerks writes it. */
const written = (random: Chance, iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return random.pick([
    iso,
    `${year}.${month}.${day}`,
    `${year}年${month}月${day}日`,
    `${year}/${month}/${day}`,
    `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`,
    ` ${iso} `,
  ]);
};
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
/** Figures with separators, in full width, with blanks around them. */
const figure = (random: Chance, text: string): string =>
  random.pick([text, text, ` ${text}`, wide(text), Number(text).toLocaleString('en-US', { maximumFractionDigits: 6 })]);

const projectOf = (random: Chance, index: number): DrawnProject => {
  const signedOn = isoOf(random);
  const wan = random.below(90_000) + 1_000;
  return {
    code: `P-${1000 + index}`,
    name: `${random.pick(['轴承', '储能', '数据汇总', '预制菜', '新材料'])}第${index}号${random.pick(['项目', '基地', '（一期）', '产业园'])}`,
    investor: `${random.pick(['东', '南', '西', '北'])}${index}科技有限公司`,
    signedOn,
    yuan: `${wan * 10_000}.00`,
    startOn: random.often(0.5) ? later(signedOn) : null,
    region: random.pick(['梧汀镇', '砚棠镇', '蒹渚乡']),
    progress: random.often(0.7) ? `第${index}次会商，${random.pick(['等用地指标', '图纸已审', '设备进场'])}` : null,
    remark: `备考${index}号`,
  };
};

const shuffled = <T>(random: Chance, list: readonly T[]): readonly T[] => {
  const rest = [...list];
  return list.map(() => rest.splice(random.below(rest.length), 1)[0]!);
};
const text = (value: string): Cell => ({ text: value, kind: 'text' });

/** A ledger with its facts: layout, wording, units, order and dirt drawn from the seed. `unit` may be hidden to show that it matters. */
export const drawLedger = (seed: number): DrawnLedger => {
  const random = chance(seed);
  const projects = Array.from({ length: 3 + random.below(6) }, (_, index) => projectOf(random, index + 1));
  const fields = shuffled(
    random,
    (Object.keys(WORDS) as Field[]).filter((field) => field !== 'code' || random.often(0.8)),
  );
  const yi = random.often(0.5);
  const place = random.pick(['header', 'corner', 'title', 'row'] as const);
  const unit = yi ? '亿元' : '万元';
  const heads = fields.map((field) => random.pick(WORDS[field]));
  const rows: Row[] = [];
  let number = 0;
  const push = (cells: readonly (string | null)[], gap = 1): void => {
    number += gap;
    rows.push({ number, hidden: false, cells: cells.map((one) => (one === null ? undefined : text(one))) });
  };
  if (place === 'title' || random.often(0.5)) push([`某区招商项目台账${place === 'title' ? `（单位：${unit}）` : ''}`]);
  if (place === 'corner') push([...fields.slice(1).map(() => null), `计量单位：${unit}`]);
  const headed = heads.map((head, at) =>
    fields[at] === 'contracted' && place === 'header' ? `${head}（${unit}）` : head,
  );
  push(headed);
  if (place === 'row') push(fields.map((field) => (field === 'contracted' ? `（${unit}）` : null)));
  let passedOver = 0;
  if (random.often(0.3)) {
    push(fields.map((_, index) => (index < 4 ? '甲乙丙丁'[index]! : String(index - 3))));
    passedOver += 1;
  }
  for (const project of projects) {
    const amount = yi ? String(Number(project.yuan) / 1e8) : String(Number(project.yuan) / 1e4);
    push(
      fields.map((field) => {
        if (field === 'contracted') return figure(random, amount);
        if (field === 'signedOn') return written(random, project.signedOn);
        if (field === 'startOn')
          return project.startOn === null ? random.pick([null, '/', '未开工']) : written(random, project.startOn);
        return project[field];
      }),
      random.often(0.1) ? 2 : 1,
    );
    if (random.often(0.1)) {
      push(headed);
      passedOver += 1;
    }
  }
  if (random.often(0.5)) {
    const sum = projects.reduce((all, { yuan }) => all + Number(yuan), 0) / (yi ? 1e8 : 1e4);
    const label = random.pick(['合计', '合 计', '总计']);
    const first = fields.findIndex((field) => field !== 'contracted');
    push(
      fields.map((field, at) =>
        at === first ? label : field === 'contracted' ? String(Number(sum.toFixed(6))) : null,
      ),
    );
    passedOver += 1;
  }
  if (random.often(0.3)) {
    push(['注：本表数据截至上月底。']);
    passedOver += 1;
  }
  return { rows, projects: projects.map((one) => (fields.includes('code') ? one : { ...one, code: '' })), passedOver };
};

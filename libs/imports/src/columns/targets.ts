import { FOREIGN_CAPITAL, unitIn } from '../cells/units.ts';
import { clean } from '../cells/text.ts';
import { natureOf } from './field-names.ts';
import { normalised, type Header } from './headers.ts';
import { matchColumns, unitOver } from './match.ts';
import type { Mapped } from './mapped.ts';
import type { Recognised } from './recognise.ts';

const TARGET = /目标|任务|指标|计划数|下达数/;
const DONE = /完成|实绩|实际|进度|占比|同比|增幅|增长|排名|得分|名次|差额|缺口/;

/** Metrics as bureaus head their columns, by the keys of the command line; the first that fits. */
const METRICS: readonly (readonly [RegExp, string])[] = [
  [/开工率/, 'start-rate'],
  [/(资金)?到位率/, 'funds-in-place-rate'],
  [/通过率/, 'pre-review-pass-rate'],
  [new RegExp(FOREIGN_CAPITAL), 'foreign-arrived'],
  [/内资|到位(资金|额)|[省市区县]外资金|到资/, 'domestic-arrived'],
  [/开工.*(额|投资|亿|万)/, 'started-amount'],
  [/开工/, 'started'],
  [/(入库|入统|纳统)/, 'entered'],
  [/(签约|合同|协议|引资|引进).*(额|投资|资金|亿|万元)/, 'signed-amount'],
  [/签约|项目(个)?数|引进项目/, 'signed'],
  [/线索|信息/, 'leads'],
  [/(外出|驻外|小分队).*(天|日)/, 'outreach-days'],
  [/(拜访|走访|对接)企业/, 'firms-visited'],
];
const LARGE = /(亿|千万|百万|万)(元|美元)?(\(含\)|及|或)?(以上|级|项目)/;
/** A metric of projects from a size on, 新签约亿元以上项目（个）, is none of ours: it keeps the bureau's own words. */
const isOfSize = (path: readonly string[]): boolean => path.some((text) => LARGE.test(clean(text)));
const PART_OF_YEAR = /季度?|Q[1-4]|[上下]半年|月|H[12]/;
/** Nor is what is due within a part of the year, 一季度目标, the target of the year. */
export const isPart = (path: readonly string[]): boolean =>
  isOfSize(path) || path.some((text) => PART_OF_YEAR.test(clean(text).replace(/1[-~至]12月/g, '')));
export const metricOf = (path: readonly string[]): string | null => {
  const words = path.map((text) => clean(text)).join(' ');
  return METRICS.find(([is]) => is.test(words))?.[1] ?? null;
};

const ISSUER = /(省|市|区|县)(级|里|政府|委|局)?(下达|自?定|目标|任务)|(国家|本级|自定|自加压力)/;

/** Who set it, as the heads of a column say: 市下达 → 市. */
export const issuerOf = (path: readonly string[]): string | null => {
  const [found, place] = ISSUER.exec(path.join(' ')) ?? [];
  return place ?? found ?? null;
};
export const yearOf = (texts: readonly string[]): string | null => /(20\d{2})/.exec(texts.join(' '))?.[1] ?? null;
export const isProvisional = (texts: readonly string[]): boolean => /暂定|预下达|初步|征求意见/.test(texts.join(' '));

/** A table of targets: units or regions in its rows, a metric a column. `title` is what stands above it, and the sheet's name. */
export const recogniseTargets = (headers: readonly Header[], title: string): Recognised => {
  const none: Recognised = { kind: 'notes', columns: [], score: 0 };
  const plain = matchColumns(headers, 'targets');
  const holder = plain.find(({ field }) => field === 'unit' || field === 'region');
  const alien = plain.some(({ field }) => ['name', 'signedOn', 'investor', 'arrivedOn', 'contractNo'].includes(field));
  if (holder === undefined || alien) return none;
  const columns = headers.flatMap((header): Mapped[] => {
    if (header === undefined || header.column === holder.column) return [];
    const words = header.path.join(' ').replace(/实际(利用|使用|到位)(?=外资|内资|资金|省外|市外|境外)/g, '');
    const other = plain.find(({ column, field }) => column === header.column && field !== 'target');
    const about =
      TARGET.test(words) ||
      (TARGET.test(title) && (metricOf(header.path) !== null || unitIn(words) !== null || isOfSize(header.path)));
    if (!about || DONE.test(words) || /文件|文号|单位$|部门/.test(normalised(header.text)))
      return other === undefined || ['day', 'plan', 'money'].includes(natureOf(other.field)) ? [] : [other];
    return [
      {
        column: header.column,
        header: header.path.join(' '),
        field: 'target',
        weight: 8,
        because: ['words'],
        ...unitOver(header),
      },
    ];
  });
  const score = columns.reduce((sum, { weight }) => sum + weight, holder.weight);
  return columns.some(({ field }) => field === 'target')
    ? { kind: 'targets', columns: [holder, ...columns].sort((a, b) => a.column - b.column), score }
    : none;
};

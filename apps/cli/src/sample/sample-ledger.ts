import ExcelJS from 'exceljs';
import { addDays, addMonths, daysBetween, yearOf, type IsoDate } from '#domain';
import { chance, type Chance } from './chance.ts';
import { BRANCHES, EXCUSES, FIRMS, GIVEN, ORIGINS, PROGRESS, REGIONS, SURNAMES, TASK_UNITS } from './invented.ts';
import { courseOf, past, type Course } from './sample-course.ts';
import { sheetOf, type Line } from './sheet.ts';
import { addTargets } from './targets.ts';

const PROJECTS = 262;
const LEADS = 46;

const cell = (day: IsoDate | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));
const person = ({ pick }: Chance): string => pick(SURNAMES) + pick(GIVEN);

interface Written {
  readonly code: string;
  readonly name: string;
  readonly signed: IsoDate | null;
  readonly start: IsoDate | null;
  readonly ended: IsoDate | null;
  readonly opened: IsoDate;
  readonly wan: number;
}

const nameOf = (dice: Chance, index: number): { firm: string; title: string; branch: (typeof BRANCHES)[number] } => {
  const branch = dice.pick(BRANCHES);
  const firm = `${FIRMS[index % FIRMS.length]}${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[Math.floor(index / FIRMS.length)] ?? ''}`;
  return {
    firm,
    title: `${firm}${dice.pick(branch.products)}${dice.pick(['基地', '生产线', '产业园', '扩能', '总部'])}项目`,
    branch,
  };
};

/** The columns of what happened, in the order of their headers. */
const eventCells = (dice: Chance, { agreed, changed, start, entered, excused, held, ended, dropped }: Course): Line => [
  cell(agreed),
  cell(changed === null ? null : addMonths(agreed!, 3)),
  cell(changed),
  cell(start === null ? null : addDays(start, -3)),
  cell(start),
  cell(entered),
  cell(excused),
  cell(excused === null ? null : addDays(excused, 75)),
  excused === null ? null : dice.pick(EXCUSES),
  cell(held),
  cell(held === null ? null : addDays(held, 120)),
  held === null ? null : '股权重组',
  cell(ended),
  ended === null ? null : dice.pick(['投资方退出', '供地未达成一致']),
  cell(dropped),
];

/** The columns of what was agreed and for how much, in the order of their headers. A framework has neither number nor fixed assets. */
const agreementCells = (index: number, { opened, framework, signed }: Course, wan: number, today: IsoDate): Line => [
  framework ? '框架协议' : signed === null ? null : '正式合同',
  signed === null ? null : `青招合〔${yearOf(signed)}〕${index + 1}号`,
  cell(opened),
  cell(framework ? past(addDays(opened, 40), today) : signed),
  signed === null && !framework ? null : wan / 10_000,
  signed === null ? null : Math.round(wan * 0.6) / 10_000,
];

const project = (dice: Chance, index: number, today: IsoDate): { line: Line; written: Written } => {
  const { firm, title, branch } = nameOf(dice, index);
  const course = courseOf(dice, index, today);
  const { opened, signed, start, ended, dropped } = course;
  const wan = dice.happens(0.07) ? dice.between(10, 32) * 10_000 : dice.between(10, 95) * 1_000;
  const code = `QL${String(yearOf(opened)).slice(2)}${String(index + 1).padStart(3, '0')}`;
  const line: Line = [
    REGIONS[index % REGIONS.length]!,
    code,
    title,
    `${dice.pick(ORIGINS)}${firm}${branch.firm}有限公司`,
    dice.pick(ORIGINS),
    branch.industry,
    branch.chain,
    dice.happens(0.5) ? '是' : '否',
    dice.pick(TASK_UNITS),
    ...agreementCells(index, course, wan, today),
    dice.happens(0.55) ? '征地' : '租赁标准厂房',
    ...eventCells(dice, course),
    `${person(dice)}`,
    person(dice),
    dice.happens(0.12) ? '每周调度' : null,
  ];
  return { line, written: { code, name: title, signed, start, ended: ended ?? dropped, opened, wan } };
};

const HEADERS = [
  '落地区域',
  '项目编号',
  '项目名称',
  '投资主体',
  '投资方所在省市',
  '所属行业门类',
  '所属产业链',
  '主导产业',
  '责任单位',
  '协议性质',
  '协议编号',
  '洽谈启动时间',
  '协议签订时间',
  '协议总投资（亿元）',
  '其中：固投（亿元）',
  '供地方式',
  '约定开工时间',
  '变更后开工时间',
  '变更日期',
  '申报开工时间',
  '认定开工时间',
  '纳统时间',
  '正当理由认可日',
  '计时暂停至',
  '正当理由',
  '项目暂停日',
  '预计恢复日',
  '暂停原因',
  '终止时间',
  '终止情况',
  '放弃日期',
  '包保领导',
  '服务专员',
  '备注',
];

const progressOf = (dice: Chance, { code, signed, opened, start, ended }: Written, today: IsoDate): Line[] => {
  const last = [start, ended, today].filter((day): day is IsoDate => day !== null).sort()[0]!;
  const silent = dice.happens(0.25) ? dice.between(35, 220) : dice.between(0, 25);
  const first = signed ?? opened;
  const lines: Line[] = [];
  for (
    let day = addDays(first, dice.between(5, 25));
    day <= addDays(last, -silent);
    day = addDays(day, dice.between(25, 55))
  )
    lines.push([
      cell(day),
      code,
      dice.pick(PROGRESS),
      dice.pick(['补齐材料', '约谈投资方', '组织会审', '落实用地', '']),
    ]);
  return lines;
};

const arrivalsOf = (
  dice: Chance,
  { code, name, signed, start, wan, ended }: Written,
  today: IsoDate,
  next: () => string,
): Line[] => {
  if (signed === null || ended !== null || (start === null && !dice.happens(0.15)) || dice.happens(0.2)) return [];
  return Array.from({ length: dice.between(1, 3) }, (_, index): Line | null => {
    const day = past(addDays(start ?? signed, dice.between(10, 60) + index * 70), today);
    return day === null
      ? null
      : [
          next(),
          code,
          name,
          cell(day),
          Math.round((wan * dice.between(4, 14)) / 100),
          dice.pick(['注册资本金', '厂房建设', '设备采购', '土地款']),
          dice.pick(['省外', '市外', '区外', '境外']),
          dice.happens(0.9) ? '已核定' : '待核定',
        ];
  }).filter((line): line is Line => line !== null);
};

const lead = (dice: Chance, index: number, today: IsoDate): Line => {
  const { firm, title, branch } = nameOf(dice, PROJECTS + index);
  const received = addDays(today, -(index < 12 ? dice.between(0, 12) : dice.between(13, 300)));
  const acknowledged = dice.happens(0.92) ? past(addDays(received, dice.between(0, 3)), today) : null;
  const screened =
    acknowledged !== null && dice.happens(0.85) ? past(addDays(acknowledged, dice.between(1, 6)), today) : null;
  const valuable = dice.happens(0.5);
  const fedBack = screened !== null && dice.happens(0.85) ? past(addDays(screened, dice.between(1, 7)), today) : null;
  return [
    `XS${String(index + 1).padStart(3, '0')}`,
    cell(received),
    title.replace('项目', '线索'),
    `${dice.pick(ORIGINS)}${firm}${branch.firm}有限公司`,
    dice.pick(ORIGINS),
    dice.pick(['以商招商', '展会对接', '商协会推荐', '企业自荐']),
    branch.chain === '/' ? '其他' : branch.chain,
    dice.between(3, 60) * 1000,
    dice.pick(TASK_UNITS),
    cell(acknowledged),
    cell(screened),
    screened === null ? null : valuable ? '有价值' : '价值不大',
    cell(fedBack),
  ];
};

/** A ledger of some 300 invented projects over the three years before `today`, in every phase and colour. The same day gives the same ledger. */
export const writeSampleLedger = async (path: string, today: IsoDate): Promise<void> => {
  const dice = chance(20_260_101 + daysBetween('2026-01-01' as IsoDate, today));
  const book = new ExcelJS.Workbook();
  const projects = Array.from({ length: PROJECTS }, (_, index) => project(dice, index, today));
  let voucher = 0;
  const next = (): string => `青银第${String(++voucher).padStart(4, '0')}号`;
  sheetOf(
    book,
    '线索登记',
    '青岚区招商线索登记表（示例，全部虚构）',
    [
      '线索编号',
      '接收日期',
      '线索内容',
      '意向投资方',
      '意向方来源',
      '获取途径',
      '产业方向',
      '意向投资额（万元）',
      '报送单位',
      '签收日期',
      '研判日期',
      '研判结果',
      '反馈日期',
    ],
    Array.from({ length: LEADS }, (_, index) => lead(dice, index, today)),
  );
  sheetOf(
    book,
    '项目总台账',
    '青岚区招商引资项目总台账（示例，全部虚构）',
    HEADERS,
    projects.map(({ line }) => line),
  );
  sheetOf(
    book,
    '资金到账',
    '资金到账记录（示例，全部虚构）',
    ['凭证编号', '项目编号', '项目名称', '进账时间', '本次到账（万元）', '款项用途', '资金来源', '核定情况'],
    projects.flatMap(({ written }) => arrivalsOf(dice, written, today, next)),
  );
  sheetOf(
    book,
    '进度填报',
    '项目进度填报（示例，全部虚构）',
    ['填报日', '项目编号', '本期进展', '下一步工作'],
    projects.flatMap(({ written }) => progressOf(dice, written, today)),
  );
  for (const year of [yearOf(today) - 1, yearOf(today)]) addTargets(book, dice, year);
  await book.xlsx.writeFile(path);
};

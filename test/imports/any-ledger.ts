import { FIELDS, type FieldName } from '#imports';
import type { Cell, Row } from '../../libs/imports/src/files/sheet.ts';
import { formatOf } from '../../libs/imports/src/formats/format.ts';
import { chance, type Chance } from './drawn/chance.ts';
import type { DrawnSheet } from './drawn/sheet.ts';

// What each kind of sheet must have to be known as one, and what else may stand in it.
const NEEDED: Readonly<Record<string, readonly FieldName[]>> = {
  projects: ['name', 'investor', 'signedOn', 'contracted'],
  negotiations: ['name', 'investor', 'openedOn', 'unit'],
  leads: ['name', 'receivedOn', 'intendedAmount'],
};
const OTHERS = (Object.keys(FIELDS) as FieldName[]).filter(
  (field) => !['sequence', 'tag', 'target', 'issuer', 'document', 'amountUnit', 'currency'].includes(field),
);
const ENDS: ReadonlySet<FieldName> = new Set<FieldName>(['droppedOn', 'endedOn', 'stage', 'saidSigned', 'saidStarted']);
const ARRIVAL: ReadonlySet<FieldName> = new Set<FieldName>([
  'arrivedOn',
  'amount',
  'amountDomestic',
  'amountOverseas',
  'amountOutOfProvince',
  'amountOutOfCity',
  'amountOutOfDistrict',
  'amountLocal',
  'rate',
  'rateOn',
  'arrivalKind',
  'fundsOrigin',
  'certified',
  'certifiedOn',
  'voucher',
]);

const WORDS: Partial<Record<FieldName, readonly string[]>> = {
  screenResult: ['有价值', '无价值', '待研判'],
  reviewResult: ['通过', '退回', '未通过'],
  landMode: ['出让', '租赁', '其他'],
  agreementKind: ['正式合同', '框架协议'],
  negotiationClass: ['重大', '一般'],
  landedKind: ['开工建设_01', '注册落地_02'],
  plannedSigning: ['2025年3月', '明年'],
  leading: ['是', '否', '电子信息'],
  saidSigned: ['是', '否'],
  saidStarted: ['是', '否'],
  stage: ['在谈', '签约', '暂停'],
  industry: ['智能制造_0101', '食品'],
};

const shown = (text: string): Cell => ({ text, kind: 'text' });
const pad = (part: number): string => String(part).padStart(2, '0');
/** Days of a life as it goes: the later a field comes in the list of fields, the later its day. Now and then any day, or words. */
const dayCell = (random: Chance, months: number): Cell => {
  const at = new Date(Date.UTC(2008, random.often(0.05) ? random.below(200) : months, 1 + random.below(28)));
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  const serial = Math.round((at.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  if (random.often(0.1)) return shown(random.pick(['未定', '未开工', '看情况']));
  return random.pick([
    shown(`${year}-${pad(month)}-${pad(day)}`),
    shown(`${year}年${month}月`),
    formatOf('yyyy"年"m"月"d"日"').number(String(serial), false) ?? shown('—'),
  ]);
};
const moneyCell = (random: Chance): Cell => {
  const wan = 1_000 + random.below(90_000);
  return random.pick([
    shown(String(wan)),
    shown(`${wan}.5万元`),
    formatOf('0!.0,').number(String(wan * 10_000), false) ?? shown('—'),
    shown(`${wan}万美元`),
    shown(random.often(0.2) ? '约三亿' : String(wan)),
  ]);
};

const cellOf = (random: Chance, field: FieldName, index: number): Cell | undefined => {
  const { nature } = FIELDS[field];
  const words = WORDS[field];
  if (words !== undefined) return shown(random.pick(words));
  if (nature === 'day') return dayCell(random, 3 * OTHERS.indexOf(field));
  if (nature === 'plan') return random.often(0.5) ? dayCell(random, 228) : shown('2027年一季度');
  if (nature === 'money') return moneyCell(random);
  if (nature === 'id') return shown(`${field.slice(0, 2).toUpperCase()}-${index}-${random.below(1_000)}`);
  return shown(`${FIELDS[field].zh}${index}乙${random.below(1_000)}`);
};

/** A ledger of columns drawn from all that there are, filled with what clerks write, sense or not; and which of its cells say something. */
export const drawAnyLedger = (seed: number): DrawnSheet => {
  const random = chance(seed);
  const needed = random.pick(Object.values(NEEDED));
  const more = OTHERS.filter(
    (field) => !needed.includes(field) && !ARRIVAL.has(field) && random.often(ENDS.has(field) ? 0.03 : 0.2),
  );
  const fields = [...needed, ...more];
  const headers = [...fields.map((field) => FIELDS[field].zh), '建设内容', '建设内容'];
  const rows: Row[] = [{ number: 1, hidden: false, cells: headers.map(shown) }];
  for (let index = 1; index <= 3; index += 1) {
    const cells = fields.map((field) =>
      needed.includes(field) || random.often(0.8) ? cellOf(random, field, index) : undefined,
    );
    rows.push({
      number: index + 1,
      hidden: false,
      cells: [...cells, shown(`甲${index}`), shown(`乙${random.below(100)}`)],
    });
  }
  const said = rows
    .slice(1)
    .flatMap(({ cells }, at) =>
      cells.flatMap((cell, column) =>
        cell === undefined || cell.text === '—'
          ? []
          : [{ row: at + 2, column, header: headers[column]!, told: 'any', project: String(at) }],
      ),
    );
  return { name: '台账', rows, said, passedOver: 0, doubts: [], comments: [], placed: {} };
};

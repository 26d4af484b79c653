import { w, type Sentence } from '../words/sentence.ts';
import type { Colour } from '../words/words.ts';

/** A number of the policy: what it is called, what it counts, the least it can be, and the colour that it sets. */
interface NumberWords {
  readonly label: Sentence;
  readonly unit: Sentence;
  readonly least?: number;
  readonly colour?: Colour;
}

const DAYS = w('天', 'days');
const WAN = w('万元', '万元 (10,000 CNY)');
const YI = w('亿元', '亿元 (100 million CNY)');
const WORKING = w('个工作日', 'working days');
const number = (zh: string, en: string, unit: Sentence, least = 1): NumberWords => ({ label: w(zh, en), unit, least });

/** The single numbers of the document by path. A number that the document has and this table lacks is shown under its path: a new one needs one line here. */
const NUMBERS: Readonly<Record<string, NumberWords>> = {
  'scale.blueDaysBefore': { ...number('到期前', 'before the due day', DAYS, 0), colour: 'blue' },
  'scale.yellowDaysLate': { ...number('逾期', 'late by', DAYS), colour: 'yellow' },
  'scale.orangeDaysLate': { ...number('逾期', 'late by', DAYS), colour: 'orange' },
  'scale.redDaysLate': { ...number('逾期', 'late by', DAYS), colour: 'red' },
  'leadSteps.acknowledged': number('签收', 'Acknowledged within', WORKING),
  'leadSteps.screened': number('研判', 'Screened within', WORKING),
  'leadSteps.fedBack': number('反馈', 'Fed back within', WORKING),
  'deadlines.order.receiptWorkingDays': number('督办件签收', 'Order acknowledged within', WORKING),
  'deadlines.order.replyWorkingDays': number('督办件回复', 'Order answered within', WORKING),
  'deadlines.order.nearDueDays': number('督办件到期前提醒', 'Order: reminder before the reply date', DAYS),
  'deadlines.order.interviewWorkingDays': number('督办逾期未复，转约谈', 'Order unanswered: interview after', WORKING),
  'deadlines.issue.workingDays.unit': number('单位级问题办结', 'Issue of a unit resolved within', WORKING),
  'deadlines.issue.workingDays.district': number('区县级问题办结', 'Issue of the district resolved within', WORKING),
  'deadlines.issue.workingDays.city': number('市级问题办结', 'Issue of the city resolved within', WORKING),
  'deadlines.issue.nearDueDays': number('问题到期前提醒', 'Issue: reminder before the due day', DAYS),
  'deadlines.task.nearDueDays': number('会议任务到期前提醒', 'Meeting task: reminder before the due day', DAYS),
  'secondPerson.correctionDays': number('登记后可独自更正', 'Corrected alone after recording within', DAYS),
  'secondPerson.correctionWan': number('可独自更正的金额变动', 'Amount that a correction moves alone', WAN),
  'secondPerson.amendmentYi': number('可独自变更的合同额', 'Contract that an amendment moves alone', YI),
  fundsPercent: number('开工后应到位的资金比例', 'Share of funds to have arrived after the start', w('%', '%')),
};

const GROUPS: Readonly<Record<string, Sentence>> = {
  scale: w('通用颜色', 'General colour scale'),
  leadSteps: w('线索办理', 'Steps of a lead'),
  deadlines: w('督办件、问题与会议任务', 'Orders, issues and meeting tasks'),
  fundsPercent: w('资金到位', 'Funds'),
  secondPerson: w('第二人批准的限度', 'From where on a second person approves'),
};

/** Parts of the document that have a table of their own, or are no rule. */
const ELSEWHERE = ['version', 'validFrom', 'clocks', 'ladder'];

interface PolicyNumber extends NumberWords {
  readonly path: readonly string[];
  readonly value: number;
}
interface NumberGroup {
  readonly title: Sentence;
  readonly numbers: readonly PolicyNumber[];
}

const numberWords = (path: readonly string[]): NumberWords =>
  NUMBERS[path.join('.')] ?? { label: w(path.join('.'), path.join('.')), unit: w('', '') };

const numbersIn = (value: unknown, path: readonly string[]): readonly PolicyNumber[] => {
  if (typeof value === 'number') return [{ ...numberWords(path), path, value }];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, [...path, key]))
    : [];
};

/** Every single number of a policy, group by group. */
export const numberGroups = (policy: object): readonly NumberGroup[] => {
  const order = (name: string): number => (name in GROUPS ? Object.keys(GROUPS).indexOf(name) : Infinity);
  return Object.entries(policy)
    .filter(([name]) => !ELSEWHERE.includes(name))
    .sort(([a], [b]) => order(a) - order(b))
    .map(([name, value]) => ({ title: GROUPS[name] ?? w(name, name), numbers: numbersIn(value, [name]) }))
    .filter(({ numbers }) => numbers.length > 0);
};

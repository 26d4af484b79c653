import { w, type Sentence } from '../../words/sentence.ts';
import { exactly, farApart, fenOf, forReading, timesAsMuch, type Money } from '../money.ts';
import type { Begun } from './begun.ts';
import type { Field, Values } from './field-values.ts';

// What cannot simply be done again names its consequence first (design of the page, "A form").
const CONSEQUENCES: Readonly<Record<string, Sentence>> = {
  DropLead: w(
    '放弃后项目不再列入线索和在谈清单，时限停止。重新启动须经批准。',
    'The project leaves the lists of leads and negotiations and its clocks stop. Reactivating it needs an approval.',
  ),
  TerminateProject: w(
    '终止后项目退出签约未开工等清单，时限停止；已签约额和到位资金仍计入统计。重新启动须经批准。',
    'The project leaves the backlog and its clocks stop; the signed amount and the arrived funds stay counted. Reactivating it needs an approval.',
  ),
  CompleteProject: w('完成后项目退出在办清单，时限停止。', 'The project leaves the live lists and its clocks stop.'),
  MergeProjects: w(
    '被并入的项目将退出所有清单，此后只统计本项目一次。合并不能撤回。',
    'The absorbed project leaves every list; from then on only this one is counted. A merge cannot be taken back.',
  ),
  SplitProject: w(
    '将按所填内容建立子项目，合同额从本项目中分出。拆分不能撤回。',
    'The children are set up as stated and take their amounts from this contract. A split cannot be taken back.',
  ),
  VoidFact: w(
    '作废后这条记录不再计入任何清单和数字；原记录保留，并标明已作废。',
    'The record no longer counts in any list or figure; it stays readable and is marked as voided.',
  ),
  ReverseArrival: w('冲销后这笔资金不再计入到位资金。', 'The amount no longer counts as arrived funds.'),
  CloseUnit: w(
    '撤销后不能再把项目交给该单位，其人员任职一并结束；原有项目保留。',
    'No project can be given to the unit any more and its appointments end; its projects remain.',
  ),
};

const HUGE_FEN = 10_000_000_000_000n; // 1,000亿元 in 分: more than any one project, so more likely a wrong unit

const moneyIn = (fields: readonly Field[], body: Values): readonly (readonly [Field, Money])[] =>
  fields.flatMap((field) => {
    const value = body[field.name];
    return field.kind === 'money' && typeof value === 'object' && value !== null
      ? [[field, value as Money] as const]
      : [];
  });

/** A part that is more than the whole it is a part of. */
const partAboveWhole = (amounts: readonly (readonly [Field, Money])[]): readonly Sentence[] => {
  const [part, whole] = ['fixedAssets', 'contracted'].map((name) => amounts.find(([field]) => field.name === name));
  if (part === undefined || whole === undefined || part[1].currency !== whole[1].currency) return [];
  if ((fenOf(part[1].amount) ?? 0n) <= (fenOf(whole[1].amount) ?? 0n)) return [];
  const [[small, more], [large, less]] = [part, whole];
  return [
    w(
      `${small.label.zh} ${forReading(more)}，高于${large.label.zh} ${forReading(less)}，请核对。`,
      `${small.label.en} ${forReading(more)} is above ${large.label.en} ${forReading(less)}: check both.`,
    ),
  ];
};

/** A day before that of what it follows. */
const tooEarly = (fields: readonly Field[], body: Values, follows: Begun['follows']): readonly Sentence[] => {
  const day = body['occurredOn'];
  if (follows === undefined || typeof day !== 'string' || day >= follows.day) return [];
  const label = fields.find(({ name }) => name === 'occurredOn')?.label ?? w('日期', 'Day');
  return [
    w(
      `${label.zh} ${day} 早于${follows.what.zh} ${follows.day}，请核对。`,
      `${label.en} ${day} is before ${follows.what.en} ${follows.day}: check both days.`,
    ),
  ];
};

/** A merge that brings no amount along. */
const withoutAmount = (type: string, body: Values): readonly Sentence[] =>
  type !== 'MergeProjects' || body['contracted'] !== undefined
    ? []
    : [
        w(
          '没有填写随之并入的合同额：被并入项目如有合同额，此后不在清单中合计。',
          'No contracted amount comes with it: what the absorbed project had contracted is in no list’s sum from then on.',
        ),
      ];

/** Why the form should be looked at once more before it is sent; nothing for what is ordinary. */
export const secondLook = (
  type: string,
  fields: readonly Field[],
  body: Values,
  { before: amountsBefore = {}, follows }: Pick<Begun, 'before' | 'follows'> = {},
): readonly Sentence[] => {
  const consequence = CONSEQUENCES[type];
  const typed = moneyIn(fields, body);
  const amounts = typed.flatMap(([field, to]): Sentence[] => {
    const from = amountsBefore[field.name];
    if (from !== undefined && farApart(from, to)) {
      const times = timesAsMuch(from, to) ?? '';
      return [
        w(
          `${field.label.zh}：${exactly(from)} → ${exactly(to)}（${forReading(to)}），是原来的 ${times} 倍。`,
          `${field.label.en}: ${exactly(from)} → ${exactly(to)} (${forReading(to)}), ${times} times as much.`,
        ),
      ];
    }
    return (fenOf(to.amount) ?? 0n) >= HUGE_FEN
      ? [
          w(
            `${field.label.zh}为 ${forReading(to)}，请核对单位。`,
            `${field.label.en} is ${forReading(to)}: check the unit.`,
          ),
        ]
      : [];
  });
  return [
    ...(consequence === undefined ? [] : [consequence]),
    ...amounts,
    ...partAboveWhole(typed),
    ...withoutAmount(type, body),
    ...tooEarly(fields, body, follows),
  ];
};

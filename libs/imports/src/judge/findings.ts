import { DOUBTS, type Sentence } from '#domain';
import { AMOUNT_FINDINGS } from './amount-findings.ts';
import { COLUMN_FINDINGS } from './column-findings.ts';
import { DAY_FINDINGS } from './day-findings.ts';
import { LOOKS_FINDINGS } from './looks-findings.ts';
import { PHASE_FINDINGS } from './phase-findings.ts';

export type Verdict = 'accept' | 'warn' | 'held' | 'reject';

/** Everything an import can find, and what follows (README, "Import verdicts"). */
export const FINDINGS = {
  'name-missing': ['reject', '没有项目名称。', 'The project has no name.'],
  'region-unknown': ['reject', '没有登记过这个区域。', 'This region is not known.'],
  'amount-in-words': [
    'reject',
    '金额不是可以准确记录的数字。',
    'The amount is no number that could be stored exactly.',
  ],
  'unit-unknown': [
    'reject',
    '看不懂这个币种或金额单位，金额无法准确记录。',
    'This currency or unit is not known: the amount cannot be stored exactly.',
  ],
  'amount-negative': ['reject', '金额不能为负数。', 'The amount is negative.'],
  'amount-missing': ['reject', '签约项目没有金额。', 'A contract has no amount.'],
  'error-cell': ['reject', '单元格是公式错误值，内容已丢失。', 'The cell holds an error; its value is gone.'],
  'amounts-differ': ['held', '同一金额写在两列，换算后不一致。', 'Two columns of one amount differ.'],
  'project-unknown': ['reject', '没有这个项目。', 'There is no such project.'],
  'project-rejected': ['reject', '该项目所在行未被接受。', 'The project’s own row was rejected.'],
  'arrival-before-project': ['reject', '到账早于项目建档。', 'The money is dated before the project was known.'],
  'not-possible': ['reject', '按办理规则不成立。', 'The rules of the lifecycle refuse it.'],
  'contract-number-used': [
    'held',
    '合同编号已被另一项目使用。',
    'The contract number is already used by another project.',
  ],
  'national-code-used': [
    'held',
    '国家项目代码已被另一项目使用。',
    'The national project code is already used by another project.',
  ],
  'code-used': ['held', '项目编号已被另一项目使用。', 'The project number is already used by another project.'],
  'same-project': ['held', '与另一项目同名，投资方也无不同。', 'Another project has this name and no other party.'],
  'perhaps-renamed': [
    'held',
    '同一投资方有一个已登记的项目在本台账中不再出现，签约日期相同或名称相近：请决定是它改了名，还是另一个项目。',
    'A project of the same investor is not told any more under its own name, and was signed on the same day or is called alike: decide whether it was renamed, or this is another.',
  ],
  'amount-merged': ['held', '一个金额合并在几个项目上。', 'One amount is merged over several projects.'],
  'only-a-name': [
    'held',
    '这一行只有名称（和金额），看不出是分节标题、合计还是项目，请人工决定。',
    'The row holds nothing but a name (and amounts): a heading, a sum or a project? A person decides.',
  ],
  'project-held': ['held', '该项目所在行待人工决定。', 'The project’s own row waits for a decision.'],
  'project-ambiguous': ['held', '有几个同名项目，不知是哪一个。', 'Several projects have this name.'],
  'differs-from-recorded': [
    'held',
    '与已记录的事实不一致，请决定是否更正。',
    'This differs from what is recorded; decide whether it is a correction.',
  ],
  'arrival-in-place': [
    'held',
    '已记录的一笔到账在本台账中不再出现，这一笔与它只差日期或金额：请决定是更正，还是另一笔。',
    'A recorded arrival is not told any more, and this one differs from it in day or amount only: decide whether it corrects it or is another.',
  ],
  'month-recorded': [
    'held',
    '该月到位资金已按月合计记录：这一笔是否已含在内，请决定。',
    'What arrived in that month is recorded as one sum: decide whether this is part of it.',
  ],
  'month-differs': [
    'warn',
    '该月合计与逐笔到账之和不符，按逐笔计入。',
    'The sum of the month is not that of its single arrivals; those are counted.',
  ],
  'similar-name': [
    'warn',
    '与同一投资方的另一项目名称相近。',
    'Another project of the same investor has a similar name.',
  ],
  'credit-code-check': ['warn', DOUBTS['credit-code-check'].zh, DOUBTS['credit-code-check'].en],
  'order-of-magnitude': [
    'warn',
    '金额与本列其他数值相差悬殊，或大得少见，可能单位写错；按原样记录。',
    'The amount is far out of line with its column, or larger than any known project; perhaps the unit is wrong. Stored as typed.',
  ],
  'part-above-whole': ['warn', DOUBTS['part-above-whole'].zh, DOUBTS['part-above-whole'].en],
  'arrivals-above-contract': ['warn', DOUBTS['arrivals-above-contract'].zh, DOUBTS['arrivals-above-contract'].en],
  'voucher-used': ['warn', '凭证号已在前面出现。', 'The voucher was already used by an earlier row.'],
  'period-closed': [
    'held',
    '该日期所在的月份已关账，须由第二人批准后才能记录。',
    'That day lies in a closed month: a second person must approve it before it is recorded.',
  ],
  'sheets-differ': [
    'held',
    '另一张表对同一事实的记载不同，请决定以哪一处为准。',
    'Another sheet tells this fact otherwise: decide which of the two counts.',
  ],
  'not-understood': [
    'warn',
    '看不懂这一格，按原文保存，未计入。',
    'This cell was not understood: kept as written, not counted.',
  ],
  'digits-lost': [
    'warn',
    '这个编号的末位数字已丢失；请把该列设为文本后重新保存。',
    'The digits of this number are lost; format the column as text and save again.',
  ],
  ...AMOUNT_FINDINGS,
  ...LOOKS_FINDINGS,
  ...COLUMN_FINDINGS,
  ...DAY_FINDINGS,
  ...PHASE_FINDINGS,
  'region-line-doubted': [
    'held',
    '本表没有区域列，上面分段行的名称与登记过的一个区域只差一个字：请决定是否记在这个区域，或在“核对各列”里指定',
    'No column tells regions, and the line above these rows is but one sign from a region that is known: decide whether it is that one, or say so under the columns:',
  ],
  'region-missing': ['warn', '没有填写区域。', 'No region is given.'],
  'period-unknown': [
    'warn',
    '本期到位资金没有到账日期，按原文保存，未计入到位资金。',
    'Money of the period without a day of arrival: kept as written, not counted.',
  ],
  'value-left-out': [
    'warn',
    '这一项不合记录规则，按原文保存，未计入',
    'This value breaks the rules of its field; kept as written, not counted:',
  ],
  'value-refused': ['reject', '这一项不合记录规则', 'This value breaks the rules of its field:'],
  'comes-again': [
    'warn',
    '与已结束的项目相同，作为新项目登记。',
    'The same as a project that has ended; registered anew.',
  ],
  'adds-to-recorded': ['warn', '补充了原来空缺的内容。', 'This fills what was blank.'],
  'column-changed': [
    'warn',
    '这一列没有对应字段，内容与上次不同，按新内容保存',
    'A column without a field says something else than last time; what it says now is kept:',
  ],
  'decided-against': ['reject', '已决定不导入这一行。', 'It was decided not to import this row.'],
} as const satisfies Record<string, readonly [Verdict, string, string]>;
export type FindingCode = keyof typeof FINDINGS;

/** What a row may be the same as: a project that is stored, or an earlier row of the file, with what it says of itself. */
export interface Resembled {
  readonly project: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly shows: Readonly<Record<string, string>>; // by field
}

/** What the log holds, and what the ledger says now; "—" where nothing was recorded. */
export interface Change {
  readonly from: string;
  readonly to: string;
}

/** One thing found in a row, where, what stands there, and what it means. */
export interface Finding {
  readonly code: FindingCode;
  readonly field: string | null;
  readonly cell: string | null;
  readonly read: string | null;
  readonly message: Sentence;
  readonly resembles?: Resembled;
  readonly change?: Change;
}

export const finding = (
  code: FindingCode,
  field: string | null,
  cell: string | null,
  read: string | null,
  more?: Sentence,
): Finding => {
  const [, zh, en] = FINDINGS[code];
  return {
    code,
    field,
    cell,
    read,
    message:
      more === undefined
        ? { zh, en }
        : { zh: `${zh.replace(/。$/, '')}：${more.zh.replace(/。$/, '')}。`, en: `${en} ${more.en}` },
  };
};

const WEIGHT: Record<Verdict, number> = { accept: 0, warn: 1, held: 2, reject: 3 };

/** The gravest of what was found. */
export const verdictOf = (findings: readonly Finding[]): Verdict =>
  findings.reduce<Verdict>(
    (worst, { code }) => (WEIGHT[FINDINGS[code][0]] > WEIGHT[worst] ? FINDINGS[code][0] : worst),
    'accept',
  );

/** Whether what was found keeps a row from being recorded, for now or for good. */
export const isUnsound = (findings: readonly Finding[]): boolean => ['reject', 'held'].includes(verdictOf(findings));

import { w, type Sentence } from '../words/sentence.ts';

/** The words of targets. */
export const TARGET_WORDS = {
  targetsPage: w('任务', 'Targets'),
  targetsOfSheet: w('从任务表导入', 'From a targets sheet'),
  howRevised: w('下达与调整', 'Set and revised'),
  provisional: w('（暂定）', '(provisional)'),
  provisionalTarget: w('暂定（待正式下达）', 'Provisional, to be confirmed'),
  setTarget: w('下达任务', 'Set a target'),
  setTargetAbout: w(
    '单位留空表示全局。各单位任务之和不必等于全局任务，两者并列显示。',
    'Leave the unit out for the whole bureau. The targets of units need not add up to it: both are shown.',
  ),
  reviseTarget: w('调整', 'Revise'),
  reviseTargetAbout: w(
    '自调整之日起按新数考核；此前各日的报表仍用原数，原数和原因都保留。',
    'Holds from its day on: tables of earlier days keep what stood then. What it was, and why, stays.',
  ),
  whyRevised: w('调整原因', 'Reason'),
  targetAmount: w('金额', 'Amount'),
  targetCount: w('个数', 'Count'),
  targetPercent: w('百分比', 'Percent'),
  targetDocument: w('文件依据', 'Document'),
  effectiveOn: w('日期', 'Day'),
} as const satisfies Record<string, Sentence>;

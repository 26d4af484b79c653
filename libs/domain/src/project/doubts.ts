import { isCreditCode } from '../credit-code.ts';
import { compareMoney, type Money } from '../money.ts';
import type { Sentence } from '../rejected.ts';
import { arrivedOf, type KnownProject } from './state.ts';

/** What may be wrong and is recorded all the same, through every door: a person compares it with the papers, and corrects it or leaves it. */
export const DOUBTS = {
  'credit-code-check': {
    zh: '统一社会信用代码校验位不符，请与营业执照核对。',
    en: 'The check character of the credit code does not fit: compare it with the business licence.',
  },
  'signed-before-negotiation': {
    zh: '签约日期早于转入洽谈的日期，请核对两个日期。',
    en: 'The contract is dated before the negotiation was opened: check both days.',
  },
  'part-above-whole': {
    zh: '固定资产投资大于合同总额，请核对。',
    en: 'The fixed-asset part is above the whole: check both.',
  },
  'arrivals-above-contract': {
    zh: '累计到账大于合同额，请核对。',
    en: 'The arrivals exceed the contract: check both.',
  },
} as const satisfies Record<string, Sentence>;
type DoubtCode = keyof typeof DOUBTS;

export interface Doubt {
  readonly code: DoubtCode;
  readonly message: Sentence;
}

export const doubtOf = (code: DoubtCode): Doubt => ({ code, message: DOUBTS[code] });

const exceeds = (part: Money | null, whole: Money): boolean =>
  part !== null && part.currency === whole.currency && compareMoney(part, whole) > 0;

/** What a person should look at once more in what is known of a project. */
export const doubtsOf = (
  project: Pick<KnownProject, 'creditCode' | 'contract' | 'negotiation' | 'arrivals'>,
): readonly Doubt[] => {
  const { creditCode, contract, negotiation } = project;
  const found: Readonly<Record<DoubtCode, boolean>> = {
    'credit-code-check': creditCode !== undefined && !isCreditCode(creditCode),
    'signed-before-negotiation': contract !== null && negotiation !== null && contract.on < negotiation.on,
    'part-above-whole': contract !== null && exceeds(contract.fixedAssets, contract.contracted),
    'arrivals-above-contract':
      contract !== null && arrivedOf(project).some((arrived) => exceeds(arrived, contract.contracted)),
  };
  return (Object.keys(DOUBTS) as DoubtCode[]).filter((code) => found[code]).map(doubtOf);
};

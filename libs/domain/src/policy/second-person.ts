import { wholes } from './document.ts';

/** From where on a change needs a second person (README, "Corrections"). */
export interface SecondPerson {
  readonly correctionDays: number; // after the day on which the fact was recorded
  readonly correctionWan: number; // 万元: how far a correction may move an amount, or the amount that a void takes away
  readonly amendmentYi: number; // 亿元: how far an amendment may move the contract
}

/** Ours, no source. */
export const DEFAULT_SECOND_PERSON: SecondPerson = { correctionDays: 7, correctionWan: 1_000, amendmentYi: 5 };

/** From a policy document. Throws Rejected 'policy-invalid' naming the field. */
export const secondPersonOf = (value: unknown, field: string): SecondPerson =>
  wholes(value, ['correctionDays', 'correctionWan', 'amendmentYi'], field);

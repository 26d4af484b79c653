import type { IsoDate } from '../dates.ts';
import type { Recipient } from '../policy/policy.ts';

// STORED FOR EVER: these codes and shapes are the storage format. Plain JSON only. What a code says stands in words/reasons.ts.

type Nothing = Readonly<Record<string, never>>;

/** Why a notice had its outcome, with what its sentence needs to know (README, "Escalation ladder"). */
export interface ReasonData {
  readonly 'before-adoption': Nothing; // owed before the project was taken over: never sent
  readonly 'highest-before-adoption': Nothing; // the one rung of the past that is sent, on the day of adoption
  readonly 'known-too-late': Nothing; // became late by a fact that was recorded afterwards: never sent
  readonly 'highest-known-late': Nothing; // the one rung that such a fact sends
  readonly reactivated: Nothing; // the highest rung that passed while the project was ended
  readonly 'clock-stopped': { readonly on: IsoDate };
  readonly 'no-longer-owed': Nothing; // its clock stopped, or a correction moved it
  readonly 'nobody-holds': { readonly roles: readonly Recipient[]; readonly unit?: string }; // the supervision office was told instead
  readonly 'handed-over': { readonly roles: readonly Recipient[] }; // the new unit has not named its own: its head was told
  readonly 'not-delivered': { readonly failure: string }; // code of the channel
  readonly 'as-recorded': { readonly text: string }; // a sentence of an earlier release that says none of these
}
export type ReasonCode = keyof ReasonData;
export type Reason = { readonly [C in ReasonCode]: { readonly code: C; readonly data: ReasonData[C] } }[ReasonCode];

/** A reason that needs no data. */
export const reason = <C extends { [K in ReasonCode]: ReasonData[K] extends Nothing ? K : never }[ReasonCode]>(
  code: C,
): { readonly code: C; readonly data: Nothing } => ({ code, data: {} });

/** The sentences in which release 0.2 recorded its reasons, and what they said. */
const SENTENCES: readonly (readonly [RegExp, (found: RegExpExecArray) => Reason])[] = [
  [/^before adoption$/, () => reason('before-adoption')],
  [/^highest rung reached before adoption/, () => reason('highest-before-adoption')],
  [/^before the fact was recorded$/, () => reason('known-too-late')],
  [/^the highest rung reached before the fact was recorded$/, () => reason('highest-known-late')],
  [/^the clock stopped on (\S+),/, ([, on]) => ({ code: 'clock-stopped', data: { on: on as IsoDate } })],
  [/^no longer owed/, () => reason('no-longer-owed')],
  [
    /^nobody holds: (.*)$/,
    ([, roles = '']) => ({ code: 'nobody-holds', data: { roles: roles.split(', ') as Recipient[] } }),
  ],
];

/** A reason as a record of any release holds it; null where it holds none. */
export const reasonIn = (stored: Reason | string | undefined): Reason | null => {
  if (stored === undefined) return null;
  if (typeof stored !== 'string') return stored;
  for (const [sentence, meant] of SENTENCES) {
    const found = sentence.exec(stored);
    if (found !== null) return meant(found);
  }
  return { code: 'as-recorded', data: { text: stored } };
};

import type { ReasonCode, ReasonData } from '../notice/reasons.ts';
import type { Sentence } from '../rejected.ts';
import { w } from './sentence.ts';
import { RECIPIENT_WORDS } from './time.ts';

const rolesIn = (roles: ReasonData['nobody-holds']['roles']): Sentence =>
  w(roles.map((role) => RECIPIENT_WORDS[role].zh).join('、'), roles.map((role) => RECIPIENT_WORDS[role].en).join(', '));

const SAYS: { readonly [C in ReasonCode]: (data: ReasonData[C]) => Sentence } = {
  'before-adoption': () => w('启用之前应发的提醒，不补发', 'before adoption: not sent afterwards'),
  'highest-before-adoption': () =>
    w(
      '启用前已到的最高一级，在启用当天发出',
      'the highest rung reached before adoption: issued on the day of adoption',
    ),
  'known-too-late': () => w('事后才录入，应发日已过，不补发', 'known too late: not sent afterwards'),
  'highest-known-late': () =>
    w(
      '录入时已到的最高一级，在录入当天发出',
      'the highest rung reached when the fact was recorded: issued on that day',
    ),
  reactivated: () =>
    w('重新启动时已到的最高一级，自启动之日起催办', 'the highest rung reached when the project was reactivated'),
  'clock-stopped': ({ on }) =>
    w(`期限已于 ${on} 终止，发送日之前撤回`, `the clock stopped on ${on}, before the day of sending`),
  'no-longer-owed': () =>
    w('不再需要：期限已终止，或经更正改期', 'no longer owed: its clock stopped, or a correction moved it'),
  'nobody-holds': ({ roles }) =>
    w(
      `无人担任${rolesIn(roles).zh}，已改告督查室`,
      `nobody holds: ${rolesIn(roles).en}; the supervision office was told instead`,
    ),
  'handed-over': ({ roles }) =>
    w(
      `移交后尚未明确${rolesIn(roles).zh}，已告接收单位负责人`,
      `nobody named since the hand-over: ${rolesIn(roles).en}; the head of the new unit was told`,
    ),
  'not-delivered': ({ failure }) => w(`未能送达（${failure}）`, `not delivered (${failure})`),
  'as-recorded': ({ text }) => w(text, text),
};

/** A reason as a sentence in both languages. */
export const reasonWords = <C extends ReasonCode>(reason: {
  readonly code: C;
  readonly data: ReasonData[C];
}): Sentence => SAYS[reason.code](reason.data);

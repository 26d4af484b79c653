import type { Sentence } from '#domain';
import { OperatorRefused } from '../operator-refused.ts';

/** Why nobody is erased. */
const ERASURE_REFUSALS = {
  'person-not-found': {
    zh: '日志中没有这个姓名、号码或编号，什么都没有改变。',
    en: 'No fact holds this name, number or reference; nothing was changed.',
  },
  'person-ambiguous': {
    zh: '有几个人符合。请先不带 --confirm 查看，再用其编号（可给几个）指明。',
    en: 'Several people match. Look without --confirm first, then name them by their references; several may be given.',
  },
  'person-otherwise': {
    zh: '所选的人与现在查到的不同，什么都没有改变。请重新查看后再选。',
    en: 'Those chosen are not those that are found now; nothing was changed. Look again, then choose.',
  },
  'confirmation-differs': {
    zh: '再次输入的内容与所查内容不同，什么都没有改变。',
    en: 'What was typed once more is not what was looked for; nothing was changed.',
  },
  'decider-unknown': {
    zh: '没有这个账号，或其已停用、无权删除个人信息。',
    en: 'Nobody signs in so, or they are disabled, or may not erase people.',
  },
  'text-too-short': {
    zh: '姓名至少两个字，号码须完整。',
    en: 'A name has at least two characters, and a number is whole.',
  },
  'reason-names-person': {
    zh: '理由会永久保存，请不要写此人的姓名或号码。',
    en: 'The reason is kept for ever: do not write the person’s name or number into it.',
  },
} as const satisfies Record<string, Sentence>;

/** Nobody was erased, and nothing was changed. */
export class ErasureRefused extends OperatorRefused {
  override readonly name = 'ErasureRefused';
  constructor(code: keyof typeof ERASURE_REFUSALS, detail: string) {
    super(code, ERASURE_REFUSALS[code], detail);
  }
}

/** Why a log is not sealed anew. */
const SEALING_REFUSALS = {
  'log-not-sound': {
    zh: '日志核验未通过，什么都没有改变。请先运行 luodi verify。',
    en: 'The log does not verify; nothing was changed. Run luodi verify first.',
  },
  'log-kept-elsewhere': {
    zh: 'KurrentDB 中的记录不能改写，什么都没有改变。请用 luodi move 搬到 PostgreSQL，封存后再搬到新的前缀（KURRENTDB_PREFIX），核验无误后删除旧前缀的流并清理（scavenge）：其中仍是明文。',
    en: 'Records in a KurrentDB cannot be written anew; nothing was changed. Move the log to PostgreSQL (luodi move), seal it there, and move it back under a new KURRENTDB_PREFIX; once it verifies, delete the streams of the old prefix and scavenge: they still tell everything in the clear.',
  },
} as const satisfies Record<string, Sentence>;

/** The log was not sealed; it is as it was. */
export class SealingRefused extends OperatorRefused {
  override readonly name = 'SealingRefused';
  constructor(code: keyof typeof SEALING_REFUSALS, detail: string) {
    super(code, SEALING_REFUSALS[code], detail);
  }
}

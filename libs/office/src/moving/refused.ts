import type { Sentence } from '#domain';
import { OperatorRefused } from '../operator-refused.ts';

/** Why a log is not moved. */
const MOVE_REFUSALS = {
  'log-not-there': {
    zh: '本机构的日志不在 --from 所说的地方，什么都没有改变。',
    en: 'The log of this installation is not where --from says; nothing was changed.',
  },
  'move-nowhere': {
    zh: '--from 与 --to 相同，无需搬迁。',
    en: '--from and --to are the same: there is nothing to move.',
  },
  'logs-differ': {
    zh: '目标处已有另一份日志，或搬迁后的记录与原来不同。原日志继续使用，什么都没有切换。请换一个空的目标（KURRENTDB_PREFIX 可另取）。',
    en: 'Another log stands there already, or a record reads otherwise there. The old log stays in charge; nothing was switched. Name an empty place (another KURRENTDB_PREFIX).',
  },
  'move-ended': {
    zh: '搬迁已中止，原日志继续使用；再次运行会从中断处继续。',
    en: 'The move was ended; the old log stays in charge. Run it again and it goes on from there.',
  },
} as const satisfies Record<string, Sentence>;

/** A log was not moved; the one in charge stays so. */
export class MoveRefused extends OperatorRefused {
  override readonly name = 'MoveRefused';
  constructor(code: keyof typeof MOVE_REFUSALS, detail: string) {
    super(code, MOVE_REFUSALS[code], detail);
  }
}

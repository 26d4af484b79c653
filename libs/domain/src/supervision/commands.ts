import { CLOCK_NAMES, type ClockName } from '../clocks/names.ts';
import type { IsoDate } from '../dates.ts';
import * as field from '../fields/kinds.ts';
import { Occurrence } from '../project/commands/occurrence.ts';
import type { Breach, OrderRung } from './events.ts';

export const ORDER_RUNGS: readonly OrderRung[] = ['supervision', 'interview', 'accountability'];

/** Given by the reminder process at its rung, and by the supervision office by hand. */
export class IssueOrder extends Occurrence {
  get type() {
    return 'IssueOrder' as const;
  }
  @field.text({ zh: '项目', en: 'Project', max: 60 }) project!: string;
  @field.text({ zh: '项目名称', en: 'Project title', optional: true }) projectName?: string;
  @field.text({
    zh: '文号（留空则按年度编号）',
    en: 'Number (left out: the next of the year)',
    optional: true,
    max: 60,
  })
  number?: string;
  @field.choice(ORDER_RUNGS, { zh: '种类', en: 'Rung', optional: true }) rung?: OrderRung; // supervision, if left out
  @field.choice(CLOCK_NAMES, { zh: '涉及期限', en: 'Clock', optional: true }) clock?: ClockName;
  declare breached?: readonly Breach[]; // what the reminder process issues it for; nobody writes it
  @field.longText({ zh: '督办事由', en: 'What it is about' }) rule!: string;
  @field.text({ zh: '承办单位', en: 'Unit' }) unit!: string;
  @field.texts({ zh: '承办人', en: 'People', optional: true, max: 20 }) people?: string[];
  @field.day({ zh: '签收期限', en: 'Receipt due', optional: true }) receiptDue?: IsoDate; // by the policy, if left out
  @field.day({ zh: '回复期限', en: 'Reply due', optional: true }) replyDue?: IsoDate; // by the policy, if left out
}
export class AcknowledgeOrder extends Occurrence {
  get type() {
    return 'AcknowledgeOrder' as const;
  }
}
export class ReplyToOrder extends Occurrence {
  get type() {
    return 'ReplyToOrder' as const;
  }
  @field.longText({ zh: '回复内容', en: 'Reply' }) text!: string;
}
export class RequestExtension extends Occurrence {
  get type() {
    return 'RequestExtension' as const;
  }
  @field.day({ zh: '申请延期至', en: 'Until' }) until!: IsoDate;
  @field.longText({ zh: '延期理由', en: 'Reason' }) reason!: string;
}
export class DecideExtension extends Occurrence {
  get type() {
    return 'DecideExtension' as const;
  }
  @field.flag({ zh: '同意', en: 'Granted' }) granted!: boolean;
  @field.day({ zh: '延期至（留空按申请）', en: 'Until (left out: as asked for)', optional: true }) until?: IsoDate;
  @field.longText({ zh: '说明', en: 'Reason', optional: true }) reason?: string;
}
/** Pauses the named clock of the project until its date; the order's own reply date moves with it. */
export class AcceptOrderExcuse extends Occurrence {
  get type() {
    return 'AcceptOrderExcuse' as const;
  }
  @field.day({ zh: '计时暂停至', en: 'Paused until' }) until!: IsoDate;
  @field.longText({ zh: '正当理由', en: 'Excuse' }) reason!: string;
  @field.choice(CLOCK_NAMES, { zh: '涉及期限', en: 'Clock', optional: true }) clock?: ClockName; // the order's, if left out
}
export class ReviewReply extends Occurrence {
  get type() {
    return 'ReviewReply' as const;
  }
  @field.flag({ zh: '认可回复', en: 'Accepted' }) accepted!: boolean;
  @field.longText({ zh: '审核意见', en: 'Opinion' }) reason!: string;
}
export class EscalateOrder extends Occurrence {
  get type() {
    return 'EscalateOrder' as const;
  }
  @field.choice(['interview', 'accountability'], { zh: '升级为', en: 'To' }) rung!: OrderRung;
  @field.longText({ zh: '升级理由', en: 'Reason' }) reason!: string;
}
export class CloseOrder extends Occurrence {
  get type() {
    return 'CloseOrder' as const;
  }
  @field.longText({ zh: '办结意见', en: 'Account', optional: true }) text?: string;
}
export class WithdrawOrder extends Occurrence {
  get type() {
    return 'WithdrawOrder' as const;
  }
  @field.longText({ zh: '撤回原因', en: 'Reason' }) reason!: string;
}

/** Every command of a supervision order, by name. */
export const ORDER_COMMANDS = {
  IssueOrder,
  AcknowledgeOrder,
  ReplyToOrder,
  RequestExtension,
  DecideExtension,
  AcceptOrderExcuse,
  ReviewReply,
  EscalateOrder,
  CloseOrder,
  WithdrawOrder,
} as const;
export type OrderCommand = InstanceType<(typeof ORDER_COMMANDS)[keyof typeof ORDER_COMMANDS]>;

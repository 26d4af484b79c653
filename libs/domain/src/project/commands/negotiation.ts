import * as field from '../../fields/kinds.ts';
import type { IsoDate } from '../../dates.ts';
import type { Money } from '../../money.ts';
import type { NegotiationClass } from '../events.ts';
import { ProjectOccurrence } from './occurrence.ts';
import { about } from './about.ts';
import { BEFORE_SIGNING, LIVE } from '../phases.ts';

export class OpenNegotiation extends ProjectOccurrence {
  get type() {
    return 'OpenNegotiation' as const;
  }
  static readonly about = about({
    when: ['lead', 'negotiation'],
    needs: 'record-facts',
    stage: 'negotiation',
    day: { zh: '转入洽谈日期', en: 'Opened on' },
    records: { NegotiationOpened: ['class', 'owner'] },
  });
  @field.choice(['standard', 'large'], { zh: '洽谈类别', en: 'Class' }) class!: NegotiationClass;
  @field.text({ zh: '责任单位', en: 'Owner', optional: true, max: 100 }) owner?: string;
}
export class ReportProgress extends ProjectOccurrence {
  get type() {
    return 'ReportProgress' as const;
  }
  static readonly about = about({
    when: [...LIVE, 'dropped', 'terminated', 'completed'],
    needs: 'record-facts',
    stage: 'negotiation',
    day: { zh: '进展日期', en: 'Day of the progress' },
    records: { ProgressReported: ['text', 'nextStep', 'nextDate'] },
  });
  @field.longText({ zh: '进展', en: 'Progress' }) text!: string;
  @field.longText({ zh: '下一步', en: 'Next step', optional: true }) nextStep?: string;
  @field.day({ zh: '下一步时间', en: 'Next date', optional: true }) nextDate?: IsoDate;
}
export class SubmitPreReview extends ProjectOccurrence {
  get type() {
    return 'SubmitPreReview' as const;
  }
  static readonly about = about({
    when: BEFORE_SIGNING,
    needs: 'record-facts',
    stage: 'negotiation',
    records: { PreReviewSubmitted: ['departments'] },
  });
  @field.texts({ zh: '征求意见部门', en: 'Departments asked', optional: true }) departments?: string[];
}
export class GiveOpinion extends ProjectOccurrence {
  get type() {
    return 'GiveOpinion' as const;
  }
  static readonly about = about({
    when: BEFORE_SIGNING,
    needs: 'record-facts',
    stage: 'negotiation',
    records: { OpinionGiven: ['department', 'opinion', 'text'] },
  });
  @field.text({ zh: '部门', en: 'Department' }) department!: string;
  @field.choice(['agree', 'conditional', 'disagree'], { zh: '意见', en: 'Opinion' }) opinion!:
    'agree' | 'conditional' | 'disagree';
  @field.longText({ zh: '说明', en: 'Text', optional: true }) text?: string;
}
export class DecidePreReview extends ProjectOccurrence {
  get type() {
    return 'DecidePreReview' as const;
  }
  static readonly about = about({
    when: BEFORE_SIGNING,
    needs: 'decide',
    stage: 'negotiation',
    records: { PreReviewDecided: ['result', 'meeting', 'text'] },
  });
  @field.choice(['passed', 'returned', 'failed'], { zh: '预审结论', en: 'Result' }) result!:
    'passed' | 'returned' | 'failed';
  @field.text({ zh: '会次', en: 'Meeting', optional: true }) meeting?: string;
  @field.longText({ zh: '说明', en: 'Text', optional: true }) text?: string;
}
export class HoldJointReview extends ProjectOccurrence {
  get type() {
    return 'HoldJointReview' as const;
  }
  static readonly about = about({
    when: BEFORE_SIGNING,
    needs: 'record-facts',
    stage: 'negotiation',
    records: { JointReviewHeld: ['meeting', 'investment', 'landMu', 'outputPerMu'] },
  });
  @field.text({ zh: '会议编号', en: 'Meeting number' }) meeting!: string;
  @field.money({ zh: '投资额', en: 'Investment', optional: true }) investment?: Money;
  @field.decimal({ zh: '用地（亩）', en: 'Land (mu)', optional: true }) landMu?: string;
  @field.money({ zh: '亩均产值', en: 'Output per mu', optional: true }) outputPerMu?: Money;
}
export class ExtendNegotiation extends ProjectOccurrence {
  get type() {
    return 'ExtendNegotiation' as const;
  }
  static readonly about = about({
    when: ['negotiation'],
    needs: 'decide',
    stage: 'negotiation',
    records: { NegotiationExtended: ['until', 'reason'] },
  });
  @field.day({ zh: '延期至', en: 'Extended until' }) until!: IsoDate;
  @field.longText({ zh: '延期理由', en: 'Reason' }) reason!: string;
}
export class PlanSigning extends ProjectOccurrence {
  get type() {
    return 'PlanSigning' as const;
  }
  static readonly about = about({
    when: BEFORE_SIGNING,
    needs: 'record-facts',
    stage: 'negotiation',
    records: { SigningPlanned: ['month'] },
  });
  @field.month({ zh: '拟签约月份', en: 'Month' }) month!: string;
}
export class AgreeFramework extends ProjectOccurrence {
  get type() {
    return 'AgreeFramework' as const;
  }
  static readonly about = about({
    when: BEFORE_SIGNING,
    needs: 'record-facts',
    stage: 'negotiation',
    records: { FrameworkAgreed: ['kind', 'amount', 'number'] },
  });
  @field.choice(['framework', 'intent'], { zh: '协议性质（框架、意向）', en: 'Kind' }) kind!: 'framework' | 'intent';
  @field.money({ zh: '协议金额', en: 'Amount', optional: true }) amount?: Money;
  @field.text({ zh: '协议编号', en: 'Number', optional: true }) number?: string;
}

/** In the order of the lifecycle. */
export const NEGOTIATION_COMMANDS = {
  OpenNegotiation,
  ReportProgress,
  SubmitPreReview,
  GiveOpinion,
  DecidePreReview,
  HoldJointReview,
  ExtendNegotiation,
  PlanSigning,
  AgreeFramework,
} as const;

import * as field from '../../fields/kinds.ts';
import type { IsoDate } from '../../dates.ts';
import type { Money } from '../../money.ts';
import type { ArrivalKind, Origin } from '../events.ts';
import { ProjectOccurrence } from './occurrence.ts';
import { about } from './about.ts';
import { AFTER_SIGNING, LIVE } from '../phases.ts';

export class CompleteMilestone extends ProjectOccurrence {
  get type() {
    return 'CompleteMilestone' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'record-facts',
    stage: 'start',
    day: { zh: '完成日期', en: 'Completed on' },
    records: { MilestoneCompleted: ['milestone'] },
  });
  @field.text({ zh: '事项', en: 'Milestone', max: 60 }) milestone!: string;
}
export class PlanStart extends ProjectOccurrence {
  get type() {
    return 'PlanStart' as const;
  }
  static readonly about = about({
    when: ['negotiation', 'signing'],
    needs: 'record-facts',
    stage: 'start',
    records: { StartPlanned: ['plannedOn'] },
  });
  @field.day({ zh: '计划开工日期', en: 'Planned start' }) plannedOn!: IsoDate;
}
export class ReportStart extends ProjectOccurrence {
  get type() {
    return 'ReportStart' as const;
  }
  static readonly about = about({
    when: ['negotiation', 'signing'],
    needs: 'record-facts',
    stage: 'start',
    day: { zh: '开工日期', en: 'Started on' },
    records: { StartReported: [] },
  });
}
export class CertifyStart extends ProjectOccurrence {
  get type() {
    return 'CertifyStart' as const;
  }
  static readonly about = about({
    when: ['negotiation', 'signing', 'start'],
    needs: 'decide',
    stage: 'start',
    day: { zh: '开工日期', en: 'Started on' },
    records: { StartCertified: ['verifier', 'exception'] },
  });
  @field.text({ zh: '核验人', en: 'Verifier', optional: true }) verifier?: string;
  @field.text({ zh: '先开工后签约的批准文件', en: 'Paper that allows the start before the contract', optional: true })
  exception?: string;
}
export class RejectStart extends ProjectOccurrence {
  get type() {
    return 'RejectStart' as const;
  }
  static readonly about = about({
    when: ['negotiation', 'signing'],
    needs: 'decide',
    stage: 'start',
    day: { zh: '退回日期', en: 'Rejected on' },
    records: { StartRejected: ['reason'] },
  });
  @field.longText({ zh: '不予认定的理由', en: 'Reason' }) reason!: string;
}
export class EnterStatistics extends ProjectOccurrence {
  get type() {
    return 'EnterStatistics' as const;
  }
  static readonly about = about({
    when: ['negotiation', ...AFTER_SIGNING], // some are entered before the start is certified
    needs: 'record-facts',
    stage: 'start',
    day: { zh: '入库日期', en: 'Entered on' },
    records: { StatisticsEntered: ['form', 'threshold'] },
  });
  @field.text({ zh: '报表', en: 'Form', optional: true }) form?: string;
  @field.money({ zh: '入库门槛', en: 'Threshold', optional: true }) threshold?: Money;
}
class ForeignMoney {
  @field.money({ zh: '外币金额', en: 'Foreign amount' }) amount!: Money;
  @field.decimal({ zh: '汇率', en: 'Rate' }) rate!: string;
  @field.day({ zh: '汇率日期', en: 'Rate date' }) rateOn!: IsoDate;
}
export const ARRIVAL_KINDS = [
  'registered-capital',
  'land',
  'building',
  'equipment',
  'working-capital',
  'loan',
  'deposit',
  'other',
] as const;
export const ORIGINS = ['overseas', 'out-of-province', 'out-of-city', 'out-of-district', 'local'] as const;
export class ReportArrival extends ProjectOccurrence {
  get type() {
    return 'ReportArrival' as const;
  }
  static readonly about = about({
    when: [...LIVE, 'terminated', 'completed'],
    needs: 'record-facts',
    stage: 'funding',
    day: { zh: '到账日期', en: 'Arrived on' },
    records: { ArrivalReported: ['amount', 'foreign', 'kind', 'origin', 'voucher'] },
  });
  @field.text({ zh: '到账记录号', en: 'Arrival id', max: 100 }) arrival!: string;
  @field.money({ zh: '到账金额', en: 'Amount' }) amount!: Money;
  @field.group(ForeignMoney, { zh: '外币', en: 'Foreign currency', optional: true }) foreign?: ForeignMoney;
  @field.choice(ARRIVAL_KINDS, { zh: '款项种类', en: 'Kind' }) kind!: ArrivalKind;
  @field.choice(ORIGINS, { zh: '资金来源', en: 'Origin boundary', optional: true })
  origin?: Origin;
  @field.text({ zh: '凭证号', en: 'Voucher', optional: true }) voucher?: string;
}
export class CertifyArrival extends ProjectOccurrence {
  get type() {
    return 'CertifyArrival' as const;
  }
  static readonly about = about({
    when: [...LIVE, 'terminated', 'completed'],
    needs: 'decide',
    stage: 'funding',
    day: { zh: '认定日期', en: 'Certified on' },
    records: { ArrivalCertified: [] },
  });
  @field.text({ zh: '到账记录号', en: 'Arrival id', max: 100 }) arrival!: string;
}
export class ReverseArrival extends ProjectOccurrence {
  get type() {
    return 'ReverseArrival' as const;
  }
  static readonly about = about({
    when: [...LIVE, 'terminated', 'completed'],
    needs: 'decide',
    stage: 'funding',
    day: { zh: '冲销日期', en: 'Reversed on' },
    records: { ArrivalReversed: ['reason'] },
  });
  @field.text({ zh: '到账记录号', en: 'Arrival id', max: 100 }) arrival!: string;
  @field.longText({ zh: '冲销理由', en: 'Reason' }) reason!: string;
}

/** In the order of the lifecycle. */
export const LANDING_COMMANDS = {
  CompleteMilestone,
  PlanStart,
  ReportStart,
  CertifyStart,
  RejectStart,
  EnterStatistics,
  ReportArrival,
  CertifyArrival,
  ReverseArrival,
} as const;

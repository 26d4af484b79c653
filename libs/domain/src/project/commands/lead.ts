import * as field from '../../fields/kinds.ts';
import type { IsoDate } from '../../dates.ts';
import type { Money } from '../../money.ts';
import type { Identity } from '../events.ts';
import { IDENTITY_FIELDS } from '../identity-fields.ts';
import { ProjectOccurrence } from './occurrence.ts';
import { about } from './about.ts';
import { BEFORE_SIGNING, LIVE } from '../phases.ts';

/** What is known of a project at its first record. */
abstract class Introduction extends ProjectOccurrence implements Identity {
  @field.text({ zh: '项目编号', en: 'Code', max: 60 }) code!: string;
  @field.text({ zh: '项目名称', en: 'Title' }) title!: string;
  @field.text({ zh: '投资方', en: 'Investor', optional: true }) investor?: string;
  @field.text({ zh: '统一社会信用代码', en: 'Unified social credit code', optional: true, max: 40 })
  creditCode?: string;
  @field.text({ zh: '国家项目代码', en: 'National project code', optional: true, max: 60 }) nationalCode?: string;
  @field.text({ zh: '信息来源', en: 'Source channel', optional: true }) sourceChannel?: string;
  @field.text({ zh: '推荐人', en: 'Referrer', optional: true }) referrer?: string;
  @field.money({ zh: '意向投资额', en: 'Intended amount', optional: true }) intendedAmount?: Money;
  @field.text({ zh: '行业', en: 'Industry', optional: true, max: 100 }) industry?: string;
  @field.text({ zh: '产业链', en: 'Chain', optional: true, max: 100 }) chain?: string;
  @field.text({ zh: '投资方所在地', en: 'Origin region', optional: true, max: 100 }) originRegion?: string;
  @field.text({ zh: '落地区域', en: 'Host region', optional: true, max: 100 }) hostRegion?: string;
  @field.text({ zh: '责任单位', en: 'Unit', optional: true, max: 100 }) unit?: string;
  @field.texts({ zh: '标签', en: 'Tags', optional: true }) tags?: string[];
  @field.day({ zh: '进展自何日起有记录', en: 'Progress known from', optional: true }) progressKnownFrom?: IsoDate; // the day of adoption, where the ledger told none
}

export class RegisterLead extends Introduction {
  get type() {
    return 'RegisterLead' as const;
  }
  static readonly about = about({
    when: ['none'],
    needs: 'record-facts',
    day: { zh: '登记日期', en: 'Registered on' },
    records: { LeadRegistered: IDENTITY_FIELDS },
  });
}
/** Takes a project that already lives into the ledger: it is no lead and runs no lead clock. */
export class RecordProject extends Introduction {
  get type() {
    return 'RecordProject' as const;
  }
  static readonly about = about({
    when: ['none'],
    needs: 'record-facts',
    records: { ProjectRecorded: IDENTITY_FIELDS, ProjectSplitOff: IDENTITY_FIELDS },
  });
}
export class AcknowledgeLead extends ProjectOccurrence {
  get type() {
    return 'AcknowledgeLead' as const;
  }
  static readonly about = about({
    when: ['lead'],
    needs: 'record-facts',
    stage: 'lead',
    records: { LeadAcknowledged: ['by'] },
  });
  @field.text({ zh: '签收人', en: 'Acknowledged by', optional: true }) by?: string;
}
export class ScreenLead extends ProjectOccurrence {
  get type() {
    return 'ScreenLead' as const;
  }
  static readonly about = about({
    when: ['lead'],
    needs: 'record-facts',
    stage: 'lead',
    records: { LeadScreened: ['valuable', 'reasons'] },
  });
  @field.flag({ zh: '有价值', en: 'Valuable' }) valuable!: boolean;
  @field.longText({ zh: '研判理由', en: 'Reasons', optional: true }) reasons?: string;
}
export class FeedBackLead extends ProjectOccurrence {
  get type() {
    return 'FeedBackLead' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'record-facts',
    stage: 'lead',
    records: { LeadFedBack: ['text'] },
  });
  @field.longText({ zh: '反馈内容', en: 'Feedback', optional: true }) text?: string;
}
export class ClaimFirstContact extends ProjectOccurrence {
  get type() {
    return 'ClaimFirstContact' as const;
  }
  static readonly about = about({
    when: BEFORE_SIGNING,
    needs: 'record-facts',
    stage: 'lead',
    records: { FirstContactClaimed: ['unit', 'text'] },
  });
  @field.text({ zh: '申报单位', en: 'Claiming unit', max: 100 }) unit!: string;
  @field.longText({ zh: '首报首谈情况', en: 'Account of the first contact', optional: true }) text?: string;
}
export class DecideClaim extends ProjectOccurrence {
  get type() {
    return 'DecideClaim' as const;
  }
  static readonly about = about({
    when: BEFORE_SIGNING,
    needs: 'decide',
    stage: 'lead',
    records: { ClaimDecided: ['granted', 'until', 'reason'] },
  });
  @field.flag({ zh: '认定', en: 'Granted' }) granted!: boolean;
  @field.day({ zh: '保护期至', en: 'Granted until', optional: true }) until?: IsoDate;
  @field.longText({ zh: '理由', en: 'Reason', optional: true }) reason?: string;
}
export class FlagDuplicate extends ProjectOccurrence {
  get type() {
    return 'FlagDuplicate' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'record-facts',
    stage: 'lead',
    records: { DuplicateFlagged: ['level', 'score', 'reasons'] },
  });
  @field.text({ zh: '疑似重复的项目', en: 'The other project' }) other!: string;
  @field.integer({ zh: '级别', en: 'Level', min: 1, max: 4 }) level!: 1 | 2 | 3 | 4;
  @field.decimal({ zh: '相似度', en: 'Score' }) score!: string;
  @field.texts({ zh: '理由', en: 'Reasons' }) reasons!: string[];
  @field.integer({ zh: '规则版本', en: 'Rule version', min: 1 }) ruleVersion!: number;
}
export class ResolveDuplicate extends ProjectOccurrence {
  get type() {
    return 'ResolveDuplicate' as const;
  }
  static readonly about = about({
    when: LIVE,
    needs: 'decide',
    stage: 'lead',
    records: { DuplicateResolved: ['same', 'reason'] },
  });
  @field.text({ zh: '疑似重复的项目', en: 'The other project' }) other!: string;
  @field.flag({ zh: '是同一项目', en: 'It is the same project' }) same!: boolean;
  @field.longText({ zh: '理由', en: 'Reason' }) reason!: string;
}
/** In the order of the lifecycle. */
export const LEAD_COMMANDS = {
  RegisterLead,
  RecordProject,
  AcknowledgeLead,
  ScreenLead,
  FeedBackLead,
  ClaimFirstContact,
  DecideClaim,
  FlagDuplicate,
  ResolveDuplicate,
} as const;

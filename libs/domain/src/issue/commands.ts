import type { IsoDate } from '../dates.ts';
import * as field from '../fields/kinds.ts';
import { Occurrence } from '../project/commands/occurrence.ts';
import type { IssueFactor, IssueLevel } from './events.ts';

const ISSUE_FACTORS: readonly IssueFactor[] = [
  'land',
  'energy',
  'finance',
  'approval',
  'labour',
  'forest',
  'capacity',
  'market',
  'planning',
  'other',
];
export const ISSUE_LEVELS: readonly IssueLevel[] = ['unit', 'district', 'city']; // lowest first

/** An issue may stand in the way of one project, or of several at once: then no project is named. */
export class RaiseIssue extends Occurrence {
  get type() {
    return 'RaiseIssue' as const;
  }
  @field.text({ zh: '项目', en: 'Project', optional: true, max: 60 }) project?: string;
  @field.text({ zh: '项目名称', en: 'Project title', optional: true }) projectName?: string;
  @field.choice(ISSUE_FACTORS, { zh: '要素类别', en: 'Factor' }) factor!: IssueFactor;
  @field.longText({ zh: '问题描述', en: 'Issue' }) text!: string;
  @field.choice(ISSUE_LEVELS, { zh: '协调层级', en: 'Level', optional: true }) level?: IssueLevel; // the unit's, if left out
  @field.text({ zh: '提出单位', en: 'Raised by', optional: true }) raisedBy?: string;
}
/** Given again, it hands the issue over: the clock keeps running. */
export class AssignIssue extends Occurrence {
  get type() {
    return 'AssignIssue' as const;
  }
  @field.text({ zh: '承办单位', en: 'Unit', optional: true }) unit?: string;
  @field.texts({ zh: '承办人', en: 'People', optional: true, max: 20 }) people?: string[];
  @field.choice(ISSUE_LEVELS, { zh: '协调层级', en: 'Level', optional: true }) level?: IssueLevel; // as raised, if left out
  @field.day({ zh: '办理期限', en: 'Due', optional: true }) due?: IsoDate; // by the policy for its level, if left out
}
export class EscalateIssue extends Occurrence {
  get type() {
    return 'EscalateIssue' as const;
  }
  @field.choice(['district', 'city'], { zh: '提级至', en: 'To' }) level!: IssueLevel;
  @field.longText({ zh: '提级理由', en: 'Reason' }) reason!: string;
}
export class ResolveIssue extends Occurrence {
  get type() {
    return 'ResolveIssue' as const;
  }
  @field.longText({ zh: '解决情况', en: 'How it was resolved' }) text!: string;
}
export class RecordReturnVisit extends Occurrence {
  get type() {
    return 'RecordReturnVisit' as const;
  }
  @field.flag({ zh: '企业满意', en: 'Satisfied' }) satisfied!: boolean;
  @field.longText({ zh: '回访情况', en: 'What was heard' }) text!: string;
}
export class ReopenIssue extends Occurrence {
  get type() {
    return 'ReopenIssue' as const;
  }
  @field.longText({ zh: '重新办理的原因', en: 'Reason' }) reason!: string;
}
export class CloseIssue extends Occurrence {
  get type() {
    return 'CloseIssue' as const;
  }
  @field.longText({ zh: '销号意见', en: 'Account', optional: true }) text?: string;
}

/** Every command of an issue, by name. */
export const ISSUE_COMMANDS = {
  RaiseIssue,
  AssignIssue,
  EscalateIssue,
  ResolveIssue,
  RecordReturnVisit,
  ReopenIssue,
  CloseIssue,
} as const;
export type IssueCommand = InstanceType<(typeof ISSUE_COMMANDS)[keyof typeof ISSUE_COMMANDS]>;

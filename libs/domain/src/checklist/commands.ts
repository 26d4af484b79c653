import type { IsoDate } from '../dates.ts';
import * as field from '../fields/kinds.ts';
import { Occurrence } from '../project/commands/occurrence.ts';

/** The first item of a project opens its checklist and names the project. */
export class AddItem extends Occurrence {
  get type() {
    return 'AddItem' as const;
  }
  @field.text({ zh: '项目', en: 'Project', optional: true, max: 60 }) project?: string;
  @field.text({ zh: '项目名称', en: 'Project title', optional: true }) projectName?: string;
  @field.text({ zh: '事项代号', en: 'Key', max: 60 }) key!: string;
  @field.text({ zh: '事项', en: 'What is to be done' }) text!: string;
  @field.day({ zh: '完成期限', en: 'Due', optional: true }) due?: IsoDate;
  @field.text({ zh: '责任人', en: 'Owner', optional: true }) owner?: string;
}
/** Needs a paper in the field "evidence". */
export class ReportItem extends Occurrence {
  get type() {
    return 'ReportItem' as const;
  }
  @field.text({ zh: '事项代号', en: 'Key', max: 60 }) key!: string;
  @field.longText({ zh: '完成情况', en: 'What was done' }) text!: string;
}
export class VerifyItem extends Occurrence {
  get type() {
    return 'VerifyItem' as const;
  }
  @field.text({ zh: '事项代号', en: 'Key', max: 60 }) key!: string;
  @field.flag({ zh: '认可', en: 'Accepted' }) accepted!: boolean;
  @field.longText({ zh: '核实意见', en: 'Reason', optional: true }) reason?: string;
}
export class RemoveItem extends Occurrence {
  get type() {
    return 'RemoveItem' as const;
  }
  @field.text({ zh: '事项代号', en: 'Key', max: 60 }) key!: string;
  @field.longText({ zh: '移除原因', en: 'Reason' }) reason!: string;
}

/** Every command of a checklist, by name. */
export const CHECKLIST_COMMANDS = { AddItem, ReportItem, VerifyItem, RemoveItem } as const;
export type ChecklistCommand = InstanceType<(typeof CHECKLIST_COMMANDS)[keyof typeof CHECKLIST_COMMANDS]>;

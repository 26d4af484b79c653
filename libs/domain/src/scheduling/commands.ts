import { CLOCK_NAMES, type ClockName } from '../clocks/names.ts';
import type { IsoDate } from '../dates.ts';
import * as field from '../fields/kinds.ts';
import { COLOURS, type Colour } from '../policy/policy.ts';
import { Occurrence } from '../project/commands/occurrence.ts';
import type { SchedulingLine } from './events.ts';

class SchedulingEntry implements SchedulingLine {
  @field.text({ zh: '项目', en: 'Project', max: 60 }) project!: string;
  @field.text({ zh: '项目编号', en: 'Project code' }) code!: string;
  @field.text({ zh: '项目名称', en: 'Project title' }) name!: string;
  @field.text({ zh: '责任单位', en: 'Unit', optional: true }) unit?: string;
  @field.choice(COLOURS, { zh: '颜色', en: 'Colour' }) colour!: Colour;
  @field.choice(CLOCK_NAMES, { zh: '涉及期限', en: 'Clock', optional: true }) clock?: ClockName;
  @field.integer({ zh: '逾期天数', en: 'Days late', optional: true, min: -100_000, max: 100_000 }) daysLate?: number;
  @field.longText({ zh: '未开工原因', en: 'Reason', optional: true }) reason?: string;
  @field.text({ zh: '包保领导', en: 'Responsible leader', optional: true }) responsible?: string;
  @field.longText({ zh: '下一步', en: 'Next step', optional: true }) nextStep?: string;
  @field.flag({ zh: '上期结转', en: 'Carried over' }) carriedOver!: boolean;
}
/** The items come from the backlog as it stood; what was open on the list before is among them, marked as carried over. */
export class IssueSchedulingList extends Occurrence {
  get type() {
    return 'IssueSchedulingList' as const;
  }
  @field.month({ zh: '月份', en: 'Month' }) month!: string;
  @field.text({ zh: '单位（留空为全局）', en: 'Unit (left out: the whole bureau)', optional: true }) unit?: string;
  @field.text({
    zh: '编号（留空则按年度编号）',
    en: 'Number (left out: the next of the year)',
    optional: true,
    max: 60,
  })
  number?: string;
  @field.day({ zh: '数据截至', en: 'As of' }) asOf!: IsoDate;
  @field.position({ zh: '日志位置', en: 'Log position' }) position!: string;
  @field.list(SchedulingEntry, { zh: '项目', en: 'Items', max: 5000 }) items!: SchedulingEntry[];
}
/** Needs its paper in the field "basis". */
export class CloseOffItem extends Occurrence {
  get type() {
    return 'CloseOffItem' as const;
  }
  @field.text({ zh: '项目', en: 'Project', max: 60 }) project!: string;
  @field.longText({ zh: '销号说明', en: 'Account' }) text!: string;
}
export class NoteItem extends Occurrence {
  get type() {
    return 'NoteItem' as const;
  }
  @field.text({ zh: '项目', en: 'Project', max: 60 }) project!: string;
  @field.longText({ zh: '下一步', en: 'Next step' }) text!: string;
}
export class CloseSchedulingList extends Occurrence {
  get type() {
    return 'CloseSchedulingList' as const;
  }
  @field.longText({ zh: '办结意见', en: 'Account', optional: true }) text?: string;
}

/** Every command of a scheduling list, by name. */
export const SCHEDULING_COMMANDS = { IssueSchedulingList, CloseOffItem, NoteItem, CloseSchedulingList } as const;
export type SchedulingCommand = InstanceType<(typeof SCHEDULING_COMMANDS)[keyof typeof SCHEDULING_COMMANDS]>;

import { CLOCK_NAMES, type ClockName } from '../clocks/names.ts';
import type { IsoDate } from '../dates.ts';
import * as field from '../fields/kinds.ts';
import { COLOURS, type Colour } from '../policy/policy.ts';
import { Occurrence } from '../project/commands/occurrence.ts';
import type { AgendaItem, MeetingKind } from './events.ts';

export const MEETING_KINDS: readonly MeetingKind[] = ['scheduling', 'escalated-scheduling', 'review'];

export class ConveneMeeting extends Occurrence {
  get type() {
    return 'ConveneMeeting' as const;
  }
  @field.text({ zh: '会议名称', en: 'Title' }) title!: string;
  @field.choice(MEETING_KINDS, { zh: '种类', en: 'Kind' }) kind!: MeetingKind;
  @field.day({ zh: '计划召开日期', en: 'Planned for' }) plannedOn!: IsoDate; // a plan: may lie ahead
  @field.text({ zh: '议题来自清单', en: 'List of the agenda', optional: true, max: 60 }) list?: string;
  @field.text({ zh: '召集单位', en: 'Convening unit', optional: true }) unit?: string;
  @field.text({ zh: '上次会议', en: 'Meeting before', optional: true, max: 60 }) previous?: string;
}
class AgendaEntry implements AgendaItem {
  @field.text({ zh: '项目', en: 'Project', max: 60 }) project!: string;
  @field.text({ zh: '项目名称', en: 'Project title' }) name!: string;
  @field.choice(COLOURS, { zh: '颜色', en: 'Colour', optional: true }) colour?: Colour;
  @field.choice(CLOCK_NAMES, { zh: '涉及期限', en: 'Clock', optional: true }) clock?: ClockName;
  @field.integer({ zh: '逾期天数', en: 'Days late', optional: true, min: -100_000, max: 100_000 }) daysLate?: number;
  @field.longText({ zh: '列入理由', en: 'Reason', optional: true }) reason?: string;
}
/** The agenda as its list stood on a day, as the log was known at a position. Given again before the meeting, it replaces the one before. */
export class SetAgenda extends Occurrence {
  get type() {
    return 'SetAgenda' as const;
  }
  @field.list(AgendaEntry, { zh: '议题', en: 'Items', max: 500 }) items!: AgendaEntry[];
  @field.day({ zh: '数据截至', en: 'As of' }) asOf!: IsoDate;
  @field.position({ zh: '日志位置', en: 'Log position' }) logPosition!: string;
}
/** Another day for a meeting not yet held, later or sooner. */
export class RescheduleMeeting extends Occurrence {
  get type() {
    return 'RescheduleMeeting' as const;
  }
  @field.day({ zh: '改为哪天召开', en: 'New day' }) plannedOn!: IsoDate; // a plan: may lie ahead
  @field.longText({ zh: '改期原因', en: 'Reason' }) reason!: string;
}

/** A meeting that will not take place. It stays on record, called off; a meeting once held cannot be. */
export class CallOffMeeting extends Occurrence {
  get type() {
    return 'CallOffMeeting' as const;
  }
  @field.longText({ zh: '取消原因', en: 'Reason' }) reason!: string;
}

export class HoldMeeting extends Occurrence {
  get type() {
    return 'HoldMeeting' as const;
  }
  @field.texts({ zh: '参会人员', en: 'Attendees', max: 200 }) attendees!: string[];
  @field.longText({ zh: '会议纪要', en: 'Minutes', optional: true }) minutes?: string;
}
export class AssignTask extends Occurrence {
  get type() {
    return 'AssignTask' as const;
  }
  @field.text({ zh: '任务号（留空则依次编号）', en: 'Task (left out: the next number)', optional: true, max: 60 })
  task?: string;
  @field.text({ zh: '项目', en: 'Project', optional: true, max: 60 }) project?: string;
  @field.longText({ zh: '任务内容', en: 'What is to be done' }) text!: string;
  @field.text({ zh: '承办单位', en: 'Unit', optional: true }) unit?: string;
  @field.texts({ zh: '承办人', en: 'People', optional: true, max: 20 }) people?: string[];
  @field.day({ zh: '完成期限', en: 'Due' }) due!: IsoDate;
}
export class CompleteTask extends Occurrence {
  get type() {
    return 'CompleteTask' as const;
  }
  @field.text({ zh: '任务号', en: 'Task', max: 60 }) task!: string;
  @field.longText({ zh: '完成情况', en: 'What was done' }) text!: string;
}
export class ConfirmTask extends Occurrence {
  get type() {
    return 'ConfirmTask' as const;
  }
  @field.text({ zh: '任务号', en: 'Task', max: 60 }) task!: string;
}
export class ReturnTask extends Occurrence {
  get type() {
    return 'ReturnTask' as const;
  }
  @field.text({ zh: '任务号', en: 'Task', max: 60 }) task!: string;
  @field.longText({ zh: '退回原因', en: 'Reason' }) reason!: string;
}
export class CancelTask extends Occurrence {
  get type() {
    return 'CancelTask' as const;
  }
  @field.text({ zh: '任务号', en: 'Task', max: 60 }) task!: string;
  @field.longText({ zh: '取消原因', en: 'Reason' }) reason!: string;
}
export class CloseMeeting extends Occurrence {
  get type() {
    return 'CloseMeeting' as const;
  }
  @field.longText({ zh: '办结意见', en: 'Account', optional: true }) text?: string;
}

/** Every command of a meeting, by name. */
export const MEETING_COMMANDS = {
  ConveneMeeting,
  SetAgenda,
  HoldMeeting,
  RescheduleMeeting,
  CallOffMeeting,
  AssignTask,
  CompleteTask,
  ConfirmTask,
  ReturnTask,
  CancelTask,
  CloseMeeting,
} as const;
export type MeetingCommand = InstanceType<(typeof MEETING_COMMANDS)[keyof typeof MEETING_COMMANDS]>;

import { w, type Words } from './sentence.ts';
import { RECIPIENT_WORDS } from './time.ts';

/** What somebody who was told is to the project: the lines of the ladder, and those who are told in their stead. */
export const TOLD_AS_WORDS = {
  ...RECIPIENT_WORDS,
  liaison: w('联络员', 'liaison'),
  receiver: w('承办人', 'receiver'),
  deputy: w('代理人', 'deputy'),
} as const;

/** What became of a notice (libs/reminders/README.md, "What holds"). */
export const OUTCOME_WORDS = {
  expected: w('待发', 'To be sent'),
  sent: w('已发', 'Sent'),
  merged: w('已合并', 'Merged'),
  suppressed: w('免发', 'Suppressed'),
  failed: w('无人可告', 'Nobody to tell'),
  acknowledged: w('已签收', 'Acknowledged'),
  withdrawn: w('已撤回', 'Withdrawn'),
} as const satisfies Words<string>;

/** What became of a message that went through a channel. */
export const DELIVERY_WORDS = {
  waiting: w('待发', 'Waiting'),
  taken: w('发送中', 'Being sent'),
  accepted: w('渠道已接收', 'Accepted by the provider'),
  refused: w('渠道拒收，将重发', 'Refused, to be tried again'),
  'given-up': w('未能送达', 'Given up'),
} as const satisfies Words<string>;

/** What the log says of one notice. */
export const NOTICE_EVENT_WORDS = {
  NoticeIssued: w('发出提醒', 'Notice issued'),
  NoticeMerged: w('并入另一提醒', 'Merged into another notice'),
  NoticeWithdrawn: w('撤回', 'Withdrawn'),
  NoticeAcknowledged: w('签收', 'Acknowledged'),
  NoticeFellBack: w('改告他人', 'Told somebody else instead'),
  NoticeSuppressed: w('免发', 'Suppressed'),
} as const satisfies Words<string>;

export const TASK_STATE_WORDS = {
  open: w('办理中', 'Open'),
  completed: w('待确认', 'To be confirmed'),
  confirmed: w('已完成', 'Done'),
  cancelled: w('已取消', 'Cancelled'),
} as const satisfies Words<string>;

export const CHECKLIST_STATE_WORDS = {
  done: w('已完成', 'Done'),
  open: w('待办', 'Open'),
  late: w('逾期', 'Late'),
  'not-due': w('未到期', 'Not due yet'),
  reported: w('待核实', 'To be verified'),
} as const satisfies Words<string>;

/** Those who act without being a person. */
export const PROCESS_WORDS = {
  'reminder-process': w('提醒程序', 'Reminder process'),
  'luodi-cli': w('系统导入（经办人）', 'Import by the operator'),
  system: w('系统', 'System'),
} as const satisfies Words<string>;

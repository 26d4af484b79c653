import { rejecting, type Sentence } from '../rejected.ts';

/** Every rule of meetings that can say no. */
const MEETING_REJECTIONS = {
  'meeting-step-too-early': {
    zh: '日期不能早于前一环节。',
    en: 'That day lies before the step that this one follows.',
  },
  'meeting-planned-too-early': {
    zh: '计划召开日期不能早于召集日期；补录的会议请填写当时的召集日期。',
    en: 'A meeting cannot be planned for a day before it is convened; for one entered late, give the day on which it was convened.',
  },
  'meeting-rescheduled-too-early': {
    zh: '会议不能改到改期日期之前；会议已开的，请记录召开。',
    en: 'A meeting cannot be moved to a day before the move itself; if it has taken place, record that it was held.',
  },
  'meeting-day-unchanged': {
    zh: '会议原定就在这一天，请填写另一天。',
    en: 'The meeting is already planned for that day; give another one.',
  },
  'agenda-project-twice': { zh: '同一项目在议题中出现两次。', en: 'A project stands on the agenda twice.' },
  'agenda-from-the-future': {
    zh: '议题的数据日期不能晚于今天。',
    en: 'An agenda cannot be as of a day that has not come.',
  },
  'task-exists': { zh: '该任务号已使用。', en: 'There is already a task of that number.' },
  'task-unknown': { zh: '没有这一任务。', en: 'There is no such task.' },
  'task-receiver-missing': { zh: '须写明承办单位或承办人。', en: 'Name the unit or the people who are to do it.' },
  'task-due-too-early': { zh: '完成期限不能早于交办日期。', en: 'A task cannot be due before it is assigned.' },
  'task-not-open': { zh: '该任务已报告完成或已取消。', en: 'The task was already reported as done, or cancelled.' },
  'task-not-completed': {
    zh: '该任务没有待确认的完成报告。',
    en: 'The task has no report that waits to be confirmed.',
  },
  'task-confirmed-by-its-author': {
    zh: '任务须由报告完成者以外的人确认。',
    en: 'A task is confirmed by somebody other than who reported it as done.',
  },
  'task-settled': { zh: '该任务已确认或已取消。', en: 'The task is already confirmed or cancelled.' },
  'tasks-unsettled': {
    zh: '还有任务未确认，会议不能办结。',
    en: 'The meeting can be closed only when every task is confirmed or cancelled.',
  },
} as const satisfies Record<string, Sentence>;
export type MeetingRejectionCode = keyof typeof MEETING_REJECTIONS;

export const rejectMeeting = rejecting(MEETING_REJECTIONS);

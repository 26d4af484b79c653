import { w, type Sentence } from '../words/sentence.ts';

/** The words of a meeting as it is held. */
export const MEETING_WORDS = {
  meetingDue: w('召开或任务到期', 'Held, or task due'),
  meetingMode: w('会议模式', 'Meeting mode'),
  leaveMeeting: w('退出会议模式', 'Leave meeting mode'),
  meetingKeys: w('J、K 换议题，N 记任务，Esc 退出', 'J and K move through the agenda, N notes a task, Esc leaves'),
  itemOf: w('议题', 'Item'),
  listedBecause: w('列入理由', 'Why it is on the agenda'),
  unchangedItem: w('上次会议以来没有新的记录。', 'Nothing was recorded since the last meeting.'),
  tasksOfItem: w('本议题交办的任务', 'Tasks of this item'),
  noTasksOfItem: w('本议题还没有交办任务。', 'No task was given on this item yet.'),
  heldFirst: w(
    '先记录会议召开（参会人员、纪要），再交办任务。',
    'Record that the meeting is held (attendees, minutes); then tasks can be given.',
  ),
  taskText: w('任务内容', 'What is to be done'),
  taskUnit: w('承办单位', 'Unit'),
  taskDue: w('完成期限', 'Due'),
  giveTask: w('交办', 'Give the task'),
  taskGiven: w('已交办', 'Given'),
} as const satisfies Record<string, Sentence>;

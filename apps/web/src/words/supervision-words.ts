import { CHANNEL_NAMES } from '../generated/channel-names.ts';
import { DICTIONARY } from '../generated/words.ts';
import { w, type Sentence } from './sentence.ts';

/** The words of the supervision pages, beside those of WORDS. */
export const SUPERVISION_WORDS = {
  supervision: w('督办', 'Supervision'),
  inbox: w('我的提醒', 'Inbox'),
  orderDesk: w('督办件', 'Order desk'),
  issueLedger: w('问题台账', 'Issue ledger'),
  meetings: w('调度会', 'Meetings'),
  schedulingLists: w('月度调度清单', 'Scheduling lists'),
  approvals: w('请批件', 'Approvals'),
  outreachLedger: w('招商活动', 'Outreach'),
  noOutreach: w(
    '还没有登记招商活动。外出、走访、接待、推介登记后列在这里，并计入指标。',
    'No outreach is recorded yet. Trips, visits, receptions and promotions are listed here once recorded, and count in the indicators.',
  ),
  checklist: w('督办清单', 'Checklist'),
  reminderLedger: w('提醒台账', 'Reminder ledger'),
  leaderView: w('领导视图', 'Leader view'),
  mattersOfProject: w('督办件与问题', 'Orders and issues'),
  clocksAndHistory: w('时限与记录', 'Clocks and history'),
  openOnes: w('未办结', 'Open'),
  closedOnes: w('已办结', 'Closed'),
  overdueOnes: w('已逾期', 'Late'),
  findMatter: w('查找文号、标题、责任人', 'Find number, title, person'),
  state: w('状态', 'State'),
  level: w('层级', 'Level'),
  number: w('文号', 'Number'),
  subject: w('事由', 'Subject'),
  project: w('项目', 'Project'),
  people: w('责任人', 'People'),
  openedOn: w('发起日期', 'Opened'),
  month: w('月份', 'Month'),
  items: w('项目', 'Items'),
  factor: w('要素', 'Factor'),
  rungWord: w('种类', 'Kind'),
  noOrders: w(
    '没有督办件。时限变橙后会自动发出，也可由督查人员手工发出。',
    'No orders. One is issued by itself when a clock turns orange, or by hand by the supervision office.',
  ),
  noIssues: w(
    '没有问题。经办人在项目页提出后列在这里。',
    'No issues. What a clerk raises on a project’s page is listed here.',
  ),
  noMeetings: w(
    '没有调度会。召集后在这里排议题、交任务、看变化。',
    'No meetings. Once one is convened, its agenda, its tasks and what changed stand here.',
  ),
  noSchedulingLists: w(
    '没有调度清单。每月印发一期，从签约未开工项目生成，逐项销号。',
    'No scheduling list. One a month is made from the projects signed but not started, and closed off item by item.',
  ),
  noApprovals: w(
    '没有请批件。更正、延期、重新启动等须另一人批准的事项，在这里批准或不批准。',
    'Nothing to approve. What a second person must approve (corrections, extensions, reactivations) is approved or refused here.',
  ),
  sentForApproval: w('已送批准，批准后记入', 'Sent for approval; it is recorded once approved'),
  toApprove: w('请批内容', 'What is to be approved'),
  nothingFiltered: w('没有符合条件的事项', 'Nothing matches'),
  noInbox: w(
    '没有提醒。临近到期、到期、逾期和升级的提醒会送到这里。',
    'No notices. What is nearly due, due, late or escalated will arrive here.',
  ),
  onlyOpen: w('只看未签收', 'Not acknowledged only'),
  acknowledge: w('签收', 'Acknowledge'),
  acknowledged: w('已签收', 'Acknowledged'),
  notAcknowledged: w('未签收', 'Not acknowledged'),
  acknowledgedBy: w('签收人', 'Acknowledged by'),
  inboxKeys: w('j k 上下，回车打开，a 签收', 'j k to move, Enter to open, a to acknowledge'),
  byProject: w('按项目', 'By project'),
  singly: w('逐条', 'One by one'),
  otherNotices: w('不属于某个项目的提醒', 'Notices of no single project'),
  unfoldNotices: w('展开', 'Show'),
  foldNotices: w('收起', 'Hide'),
  latestSent: w('最近发出', 'last sent'),
  acknowledgeAll: w('签收所列全部', 'Acknowledge all shown'),
  acknowledgeAllMeans: w(
    '签收即表示已知悉，记入台账，不能撤回。',
    'Acknowledging says that you have been told. It is recorded and cannot be taken back.',
  ),
  about2: w('事项', 'About'),
  told: w('告知', 'Told'),
  sentAt: w('发出', 'Sent'),
  sendOn: w('发送日', 'Sent on'),
  dueDay: w('应发日', 'Owed on'),
  dueBy: w('办理期限', 'Due'),
  rung: w('提醒级别', 'Rung'),
  outcome: w('结果', 'Outcome'),
  whyTold: w('说明', 'Why'),
  order: w('督办件', 'Order'),
  openOrder: w('打开督办件', 'Open the order'),
  ledger: w('台账', 'Ledger'),
  preview: w('未来 30 天', 'Next 30 days'),
  watch: w('运行监视', 'Watch'),
  from: w('自', 'From'),
  to: w('至', 'To'),
  proof: w('告知凭据', 'Proof of notice'),
  channel: w('渠道', 'Channel'),
  receiver: w('收件人', 'Receiver'),
  attempts: w('次数', 'Attempts'),
  detail: w('说明', 'Detail'),
  at: w('时间', 'At'),
  fingerprint: w('记录指纹', 'Record hash'),
  records: w('记录', 'Records'),
  deliveries: w('送达', 'Deliveries'),
  noDeliveries: w('只进我的提醒，没有经其他渠道发送。', 'To the inbox only; no other channel was used.'),
  noReminders: w(
    '这段时间没有提醒。项目有了时限，到期前后的提醒就列在这里。',
    'No reminders in this time. Once a project has a clock, what it owes before and after its day is listed here.',
  ),
  noReminderOfKind: w('这段时间没有这一结果的提醒。', 'No reminder in this time came to this.'),
  noPreview: w('未来 30 天没有要发的提醒。', 'Nothing will be sent in the next 30 days.'),
  canary: w('自检', 'Self-check'),
  audit: w('每日核查', 'Daily check'),
  missed: w('漏发', 'Missed'),
  waitingNow: w('待发', 'Waiting'),
  overdue: w('过时未发', 'Overdue'),
  never: w('尚未运行', 'not run yet'),
  calm: w('提醒运行正常', 'The reminders run as they should'),
  alarm: w('有提醒过时未发，请检查提醒进程', 'Reminders are overdue: look at the reminder process'),
  minutesAgo: w('分钟前', 'min ago'),
  owner: w('责任人', 'Owner'),
  item: w('事项', 'Item'),
  doneByEvent: w('依据记录', 'Told by'),
  addItem: w('列入事项', 'Add an item'),
  report: w('报告完成', 'Report as done'),
  verify: w('核实', 'Verify'),
  remove: w('移除', 'Remove'),
  noItems: w('没有清单事项。', 'The checklist has no items.'),
  doneOf: w('已完成', 'done'),
  chooseUnit: w('选择单位', 'Choose a unit'),
  noUnits: w(
    '还没有组织树。导入单位名单后可按单位查看。',
    'There is no organisation yet. Once the units are imported, their checklists stand here.',
  ),
  noUnitProjects: w('该单位没有在办项目。', 'This unit has no live projects.'),
  agenda: w('议题', 'Agenda'),
  noAgenda: w(
    '还没有议题。排议题后按清单当时的样子冻结在这里。',
    'No agenda yet. Once set, it is frozen here as the list stood.',
  ),
  tasks: w('交办任务', 'Tasks'),
  noTasks: w('还没有交办任务。会议召开后可以交办。', 'No tasks yet. They are given once the meeting is held.'),
  task: w('任务', 'Task'),
  changes: w('上次会议以来的变化', 'What changed since the last meeting'),
  noBefore: w(
    '没有上次会议可比。召集会议时选定上次会议，这里就列出变化。',
    'There is no meeting before to compare with. Name one when you convene the next, and the changes stand here.',
  ),
  nothingChanged: w('没有变化。', 'Nothing changed.'),
  entered2: w('新列入', 'Came onto the agenda'),
  left: w('已退出', 'Left the agenda'),
  tasksBefore: w('上次交办的任务', 'Tasks given last time'),
  dataAsOf: w('数据截至', 'as of'),
  carriedOver: w('上期结转', 'carried over'),
  closedOff: w('已销号', 'Closed off'),
  note: w('更新下一步', 'Note the next step'),
  noListItems: w(
    '清单为空：印发时没有签约未开工的项目。',
    'The list is empty: no project was signed and not started when it was issued.',
  ),
  answersFor: w('负责项目', 'Answers for'),
  lateProjects: w('停滞项目', 'Stalled projects'),
  changedSince: w('变化', 'Changed'),
  ordersToLeader: w('待办督办件', 'Open orders'),
  leaderName: w('领导姓名', 'Leader'),
  sinceDay: w('自哪天以来', 'Since'),
  nothingLate: w('没有停滞项目。', 'Nothing is stalled.'),
  noLeaderOrders: w('没有待办的督办件。', 'No open orders.'),
  nobodyAnswers: w('没有由这位领导包保的项目。', 'This leader answers for no project.'),
  chooseLeader: w(
    '您本人没有包保项目。请选择要查看的领导：',
    'You answer for no project yourself. Choose the leader to look at:',
  ),
  noLeaders: w(
    '还没有项目指定包保领导。在项目页“指定责任人”后，领导列在这里。',
    'No project names a responsible leader yet. Once one does, the leader stands here.',
  ),
  raiseIssue: w('提出问题', 'Raise an issue'),
  issueOrder: w('发出督办件', 'Issue an order'),
  noProjectOrders: w('没有督办件。', 'No orders.'),
  noProjectIssues: w('没有问题。', 'No issues.'),
  by: w('办理人', 'by'),
  movedOn: w(
    '这一事项刚刚被别人更新。请载入最新内容后再提交；已填写的内容会保留。',
    'Somebody else has just changed this. Load the newest state, then submit again; what you typed stays.',
  ),
  reload: w('载入最新', 'Load the newest'),
  nothingToDo: w('现在没有您可以办理的事项。', 'There is nothing for you to do now.'),
  typeToSearch: w('输入项目名称或编号查找', 'Type a name or code to search'),
  evidence: w('佐证材料', 'Evidence'),
  reloadedHint: w('已载入最新内容', 'The newest state is loaded'),
} as const satisfies Record<string, Sentence>;

/** Head of what changed from a day on. */
export const changesSince = (day: string): Sentence => w(`自 ${day} 以来的变化`, `Changes since ${day}`);

export const RUNGS: Record<string, Sentence> = DICTIONARY.rungs;
export const OUTCOMES: Record<string, Sentence> = DICTIONARY.outcomes;
export const OUTCOME_COLOURS: Record<string, string> = {
  expected: 'blue',
  sent: 'green',
  merged: 'default',
  suppressed: 'default',
  failed: 'red',
  acknowledged: 'cyan',
  withdrawn: 'default',
};
export const LEVELS: Record<string, Sentence> = DICTIONARY.levels;
export const FACTORS: Record<string, Sentence> = DICTIONARY.factors;
export const OUTREACH_KINDS: Record<string, Sentence> = DICTIONARY.outreachKinds;
export const MEETING_KINDS: Record<string, Sentence> = DICTIONARY.meetingKinds;
export const ROLES_TOLD: Record<string, Sentence> = DICTIONARY.toldAs;
export const TASK_STATES: Record<string, Sentence> = DICTIONARY.taskStates;
export const ITEM_STATES: Record<string, Sentence> = DICTIONARY.checklistStates;
export const ITEM_COLOURS: Record<string, string> = {
  done: 'green',
  open: 'blue',
  late: 'red',
  'not-due': 'default',
  reported: 'orange',
};
export const DELIVERY_STATES: Record<string, Sentence> = DICTIONARY.deliveries;
/** Those who act without being a person. */
export const PROCESSES: Record<string, Sentence> = DICTIONARY.processes;
export const CHANNELS: Record<string, Sentence> = CHANNEL_NAMES;
export const NOTICE_EVENTS: Record<string, Sentence> = DICTIONARY.noticeEvents;

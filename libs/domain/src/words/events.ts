import type { ApprovalEvent } from '../approval/events.ts';
import type { ChecklistEvent } from '../checklist/events.ts';
import type { IssueEvent } from '../issue/events.ts';
import type { MeetingEvent } from '../meeting/events.ts';
import type { OrganisationEvent } from '../organisation/events.ts';
import type { OutreachEvent } from '../outreach/events.ts';
import type { ProjectEvent } from '../project/events.ts';
import type { SchedulingEvent } from '../scheduling/events.ts';
import type { OrderEvent } from '../supervision/events.ts';
import { w, type Words } from './sentence.ts';

const PROJECT: Words<ProjectEvent['type']> = {
  LeadRegistered: w('登记线索', 'Lead registered'),
  ProjectRecorded: w('建档', 'Project recorded'),
  LeadAcknowledged: w('签收线索', 'Lead acknowledged'),
  LeadScreened: w('研判线索', 'Lead screened'),
  LeadFedBack: w('反馈线索', 'Lead fed back'),
  FirstContactClaimed: w('申报首报首谈', 'First contact claimed'),
  ClaimDecided: w('认定首报首谈', 'Claim decided'),
  DuplicateFlagged: w('标记疑似重复', 'Duplicate flagged'),
  DuplicateResolved: w('判定疑似重复', 'Duplicate resolved'),
  LeadDropped: w('放弃', 'Dropped'),
  NegotiationOpened: w('转入洽谈', 'Negotiation opened'),
  ProgressReported: w('填报进展', 'Progress reported'),
  PreReviewSubmitted: w('提交预审', 'Pre-review submitted'),
  OpinionGiven: w('部门意见', 'Opinion given'),
  PreReviewDecided: w('预审结论', 'Pre-review decided'),
  JointReviewHeld: w('联席会审', 'Joint review held'),
  NegotiationExtended: w('延长洽谈', 'Negotiation extended'),
  SigningPlanned: w('拟签约', 'Signing planned'),
  FrameworkAgreed: w('签订框架（意向）协议', 'Framework agreed'),
  ContractSigned: w('签订正式合同', 'Contract signed'),
  ContractFiled: w('合同备案', 'Contract filed'),
  ContractAmended: w('变更合同', 'Contract amended'),
  CeremonyRecorded: w('签约仪式', 'Ceremony'),
  MilestoneCompleted: w('完成落地节点', 'Milestone completed'),
  StartPlanned: w('计划开工', 'Start planned'),
  StartReported: w('申报开工', 'Start reported'),
  StartCertified: w('认定开工', 'Start certified'),
  StartRejected: w('不予认定开工', 'Start rejected'),
  StatisticsEntered: w('入库纳统', 'Entered in the statistics'),
  ArrivalReported: w('申报到位资金', 'Arrival reported'),
  ArrivalCertified: w('认定到位资金', 'Arrival certified'),
  ArrivalReversed: w('冲销到位资金', 'Arrival reversed'),
  ProductionStarted: w('投产', 'Production started'),
  ProjectCompleted: w('项目完成', 'Completed'),
  ProjectTerminated: w('终止投资', 'Terminated'),
  ProjectSuspended: w('暂停', 'Suspended'),
  ProjectResumed: w('恢复', 'Resumed'),
  ProjectReactivated: w('重新启动', 'Reactivated'),
  ProjectSplit: w('拆分项目', 'Split'),
  ProjectSplitOff: w('由拆分产生', 'Split off'),
  ProjectsMerged: w('并入了另一项目', 'Another project merged into this one'),
  ProjectAbsorbed: w('并入其他项目', 'Absorbed'),
  ProjectRenamed: w('更名', 'Renamed'),
  ColumnsChanged: w('台账其他列变化', 'Other columns of the ledger changed'),
  ProjectTagged: w('标签', 'Tagged'),
  OwnerAssigned: w('指定责任人', 'Responsibility assigned'),
  TransferRequested: w('申请移交', 'Transfer requested'),
  TransferAccepted: w('接收移交', 'Transfer accepted'),
  CreditSet: w('确定业绩份额', 'Credit set'),
  ExcuseAccepted: w('认可正当理由', 'Excuse accepted'),
  FactCorrected: w('更正记录', 'Fact corrected'),
  FactVoided: w('作废记录', 'Fact voided'),
};

const MATTER: Words<
  | OrderEvent['type']
  | IssueEvent['type']
  | MeetingEvent['type']
  | SchedulingEvent['type']
  | ChecklistEvent['type']
  | ApprovalEvent['type']
  | OutreachEvent['type']
> = {
  TripRegistered: w('外出招商', 'Trip'),
  FirmVisited: w('走访企业', 'Visit to a firm'),
  FirmReceived: w('接待客商', 'Reception'),
  PromotionHeld: w('推介活动', 'Promotion'),
  OutreachVoided: w('作废', 'Voided'),
  ApprovalAsked: w('请求批准', 'Approval asked for'),
  ApprovalGiven: w('批准', 'Approved'),
  ApprovalRefused: w('不批准', 'Refused'),
  ApprovalWithdrawn: w('撤回请批', 'Taken back'),
  ApprovalLapsed: w('请批失效', 'Approval lapsed'),
  OrderIssued: w('发出督办件', 'Order issued'),
  OrderAcknowledged: w('签收', 'Acknowledged'),
  OrderReplied: w('回复', 'Replied'),
  ExtensionRequested: w('申请延期', 'Extension asked for'),
  ExtensionDecided: w('审批延期', 'Extension decided'),
  OrderExcuseAccepted: w('认可正当理由', 'Excuse accepted'),
  ReplyReviewed: w('审核回复', 'Reply reviewed'),
  OrderEscalated: w('升级', 'Escalated'),
  OrderClosed: w('办结', 'Closed'),
  OrderWithdrawn: w('撤回', 'Withdrawn'),
  IssueRaised: w('提出问题', 'Issue raised'),
  IssueAssigned: w('交办问题', 'Issue assigned'),
  IssueEscalated: w('提级', 'Escalated'),
  IssueResolved: w('解决', 'Resolved'),
  ReturnVisitRecorded: w('回访', 'Return visit'),
  IssueReopened: w('重新办理', 'Reopened'),
  IssueClosed: w('销号', 'Closed off'),
  MeetingConvened: w('召集会议', 'Convened'),
  AgendaSet: w('排定议题', 'Agenda set'),
  MeetingRescheduled: w('改期', 'Rescheduled'),
  MeetingCalledOff: w('取消会议', 'Called off'),
  MeetingHeld: w('召开会议', 'Held'),
  TaskAssigned: w('交办任务', 'Task given'),
  TaskCompleted: w('报告完成', 'Task reported done'),
  TaskConfirmed: w('确认完成', 'Task confirmed'),
  TaskReturned: w('退回任务', 'Task returned'),
  TaskCancelled: w('取消任务', 'Task cancelled'),
  MeetingClosed: w('办结', 'Closed'),
  SchedulingListIssued: w('印发清单', 'List issued'),
  SchedulingItemClosedOff: w('销号', 'Closed off'),
  SchedulingItemNoted: w('更新下一步', 'Next step noted'),
  SchedulingListClosed: w('办结', 'Closed'),
  ChecklistItemAdded: w('列入事项', 'Item added'),
  ChecklistItemReported: w('报告完成', 'Reported done'),
  ChecklistItemVerified: w('核实', 'Verified'),
  ChecklistItemRemoved: w('移除事项', 'Item removed'),
};

const ORGANISATION: Words<OrganisationEvent['type']> = {
  UnitAdded: w('新设单位', 'Unit added'),
  UnitRenamed: w('单位更名', 'Unit renamed'),
  UnitMoved: w('调整上级单位', 'Unit moved'),
  UnitReclassified: w('调整单位类别', 'Unit reclassified'),
  UnitClosed: w('撤销单位', 'Unit closed'),
  UnitReopened: w('恢复误撤单位', 'Closing of a unit taken back'),
  PersonAppointed: w('任职', 'Appointed'),
  PersonReleased: w('免职', 'Released'),
  LeaveRecorded: w('请假', 'Leave recorded'),
};

/** What each fact is called in a history. */
export const EVENT_WORDS = { ...PROJECT, ...MATTER, ...ORGANISATION } as const;

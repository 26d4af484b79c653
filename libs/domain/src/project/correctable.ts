import { readField } from '../fields/read-command.ts';
import { PROJECT_COMMANDS, type ProjectCommandType } from './commands.ts';
import type { ProjectEventType } from './events.ts';

type Correctable = Readonly<Record<string, ProjectCommandType>>; // field → the command whose rule it passes

const by = (command: ProjectCommandType, ...fields: readonly string[]): Correctable =>
  Object.fromEntries(fields.map((field) => [field, command]));

// prettier-ignore
const IDENTITY = [
  'code', 'title', 'investor', 'creditCode', 'nationalCode', 'sourceChannel', 'referrer', 'intendedAmount', 'industry', 'chain',
  'originRegion', 'hostRegion', 'unit', 'tags',
] as const;

/**
 * Which fields of a fact can be corrected. Not those that tie facts together (an arrival's number, the other project) nor those that the product
 * wrote itself (the value before): such a fact is voided and stated anew.
 */
// prettier-ignore
const CORRECTABLE: Record<ProjectEventType, Correctable> = {
  LeadRegistered: by('RegisterLead', ...IDENTITY), ProjectRecorded: by('RecordProject', ...IDENTITY),
  LeadAcknowledged: by('AcknowledgeLead', 'by'), LeadScreened: by('ScreenLead', 'valuable', 'reasons'), LeadFedBack: by('FeedBackLead', 'text'),
  FirstContactClaimed: by('ClaimFirstContact', 'unit', 'text'), ClaimDecided: by('DecideClaim', 'granted', 'until', 'reason'),
  DuplicateFlagged: by('FlagDuplicate', 'level', 'score', 'reasons'), DuplicateResolved: by('ResolveDuplicate', 'same', 'reason'), LeadDropped: by('DropLead', 'reason'),
  NegotiationOpened: by('OpenNegotiation', 'class', 'owner'), ProgressReported: by('ReportProgress', 'text', 'nextStep', 'nextDate'),
  PreReviewSubmitted: by('SubmitPreReview', 'departments'), OpinionGiven: by('GiveOpinion', 'department', 'opinion', 'text'), PreReviewDecided: by('DecidePreReview', 'result', 'meeting', 'text'),
  JointReviewHeld: by('HoldJointReview', 'meeting', 'investment', 'landMu', 'outputPerMu'), NegotiationExtended: by('ExtendNegotiation', 'until', 'reason'),
  SigningPlanned: by('PlanSigning', 'month'), FrameworkAgreed: by('AgreeFramework', 'kind', 'amount', 'number'),
  ContractSigned: by('SignContract', 'number', 'contracted', 'fixedAssets', 'parties', 'agreedStart', 'fundingSchedule', 'landMode', 'tags'),
  ContractFiled: by('FileContract', 'filingNumber'), ContractAmended: by('AmendContract', 'kind', 'contractedTo', 'agreedStartTo', 'text'), CeremonyRecorded: by('RecordCeremony', 'text'),
  MilestoneCompleted: by('CompleteMilestone', 'milestone'), StartPlanned: by('PlanStart', 'plannedOn'),
  StartReported: {}, StartCertified: by('CertifyStart', 'verifier', 'exception'), StartRejected: by('RejectStart', 'reason'), StatisticsEntered: by('EnterStatistics', 'form', 'threshold'),
  ArrivalReported: by('ReportArrival', 'amount', 'foreign', 'kind', 'origin', 'voucher'), ArrivalCertified: {}, ArrivalReversed: by('ReverseArrival', 'reason'),
  ProductionStarted: {}, ProjectCompleted: by('CompleteProject', 'text'), ProjectTerminated: by('TerminateProject', 'kind', 'reason', 'recoveries'),
  ProjectSuspended: by('SuspendProject', 'reason', 'expectedEnd'), ProjectResumed: {}, ProjectReactivated: by('ReactivateProject', 'reason', 'restart'),
  ProjectSplit: {}, ProjectSplitOff: { ...by('RecordProject', ...IDENTITY), ...by('RecordSplitOff', 'agreedStart', 'landMode') },
  ProjectsMerged: by('MergeProjects', 'contracted'), ProjectAbsorbed: {}, ProjectRenamed: by('RenameProject', 'to'), ProjectTagged: by('TagProject', 'add', 'remove'),
  OwnerAssigned: by('AssignOwner', 'unit', 'leader', 'steward', 'liaisons'), TransferRequested: by('RequestTransfer', 'toUnit', 'reason'), TransferAccepted: {},
  CreditSet: by('SetCredit', 'shares'), ExcuseAccepted: by('AcceptExcuse', 'clock', 'until', 'reason'),
  FactCorrected: {}, FactVoided: {},
};

export const CORRECTABLE_FACTS = Object.keys(CORRECTABLE) as readonly ProjectEventType[];

/** The fields of a fact that a correction may name; every fact has a day. */
export const correctableFields = (type: ProjectEventType): readonly string[] => [
  'occurredOn',
  ...Object.keys(CORRECTABLE[type]),
];

/** `value` as the rules of that field take it, or InvalidCommand. The answer is plain JSON, as facts are; null takes an optional field away. */
export const readCorrected = (type: ProjectEventType, field: string, value: unknown): unknown => {
  const command = field === 'occurredOn' ? 'RecordProject' : CORRECTABLE[type][field]!;
  const read = readField(PROJECT_COMMANDS[command] as new () => object, field, value);
  return read === undefined ? null : (JSON.parse(JSON.stringify(read)) as unknown);
};

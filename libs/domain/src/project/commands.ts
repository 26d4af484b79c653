import * as correction from './commands/correction.ts';
import * as ending from './commands/ending.ts';
import * as identity from './commands/identity.ts';
import * as landing from './commands/landing.ts';
import * as lead from './commands/lead.ts';
import * as negotiation from './commands/negotiation.ts';
import * as signing from './commands/signing.ts';

const {
  RegisterLead,
  RecordProject,
  AcknowledgeLead,
  ScreenLead,
  FeedBackLead,
  ClaimFirstContact,
  DecideClaim,
  FlagDuplicate,
  ResolveDuplicate,
  DropLead,
} = lead;
const {
  OpenNegotiation,
  ReportProgress,
  SubmitPreReview,
  GiveOpinion,
  DecidePreReview,
  HoldJointReview,
  ExtendNegotiation,
  PlanSigning,
  AgreeFramework,
} = negotiation;
const { SignContract, FileContract, AmendContract, RecordCeremony } = signing;
const {
  CompleteMilestone,
  PlanStart,
  ReportStart,
  CertifyStart,
  RejectStart,
  EnterStatistics,
  ReportArrival,
  CertifyArrival,
  ReverseArrival,
} = landing;
const {
  StartProduction,
  CompleteProject,
  TerminateProject,
  SuspendProject,
  ResumeProject,
  ReactivateProject,
  AcceptExcuse,
} = ending;
const {
  SplitProject,
  RecordSplitOff,
  MergeProjects,
  RecordAbsorption,
  RenameProject,
  TagProject,
  AssignOwner,
  RequestTransfer,
  AcceptTransfer,
  SetCredit,
} = identity;
const { CorrectFact, VoidFact } = correction;

/** Every command of a project, by name, in the order of the lifecycle. HTTP routes, forms and the command bus are made from this table. */
export const PROJECT_COMMANDS = {
  RegisterLead,
  RecordProject,
  AcknowledgeLead,
  ScreenLead,
  FeedBackLead,
  ClaimFirstContact,
  DecideClaim,
  FlagDuplicate,
  ResolveDuplicate,
  DropLead,
  OpenNegotiation,
  ReportProgress,
  SubmitPreReview,
  GiveOpinion,
  DecidePreReview,
  HoldJointReview,
  ExtendNegotiation,
  PlanSigning,
  AgreeFramework,
  SignContract,
  FileContract,
  AmendContract,
  RecordCeremony,
  CompleteMilestone,
  PlanStart,
  ReportStart,
  CertifyStart,
  RejectStart,
  EnterStatistics,
  ReportArrival,
  CertifyArrival,
  ReverseArrival,
  StartProduction,
  CompleteProject,
  TerminateProject,
  SuspendProject,
  ResumeProject,
  ReactivateProject,
  AcceptExcuse,
  SplitProject,
  RecordSplitOff,
  MergeProjects,
  RecordAbsorption,
  RenameProject,
  TagProject,
  AssignOwner,
  RequestTransfer,
  AcceptTransfer,
  SetCredit,
  CorrectFact,
  VoidFact,
} as const;

export type ProjectCommandType = keyof typeof PROJECT_COMMANDS;
export type ProjectCommand = InstanceType<(typeof PROJECT_COMMANDS)[ProjectCommandType]>;
export type ProjectCommandOf<T extends ProjectCommandType> = Extract<ProjectCommand, { type: T }>;

import type { ProjectCommandType } from './commands.ts';
import { PHASES, type Phase } from './phases.ts';

const BEFORE_SIGNING = ['lead', 'negotiation'] as const;
const AFTER_SIGNING = ['signing', 'start', 'funding', 'production'] as const;
const LIVE = [...BEFORE_SIGNING, ...AFTER_SIGNING] as const;
const ANY = PHASES;

/** In which phases a command is offered and accepted; 'none' is a project that does not exist yet. The page offers the same moves from the same table. */
// prettier-ignore
export const WHEN: Record<ProjectCommandType, readonly (Phase | 'none')[]> = {
  RegisterLead: ['none'], RecordProject: ['none'], RecordSplitOff: ['none'],
  AcknowledgeLead: ['lead'], ScreenLead: ['lead'], FeedBackLead: LIVE,
  ClaimFirstContact: BEFORE_SIGNING, DecideClaim: BEFORE_SIGNING,
  FlagDuplicate: LIVE, ResolveDuplicate: LIVE, DropLead: BEFORE_SIGNING,
  OpenNegotiation: ['lead', 'negotiation'], ReportProgress: [...LIVE, 'dropped', 'terminated', 'completed'],
  SubmitPreReview: BEFORE_SIGNING, GiveOpinion: BEFORE_SIGNING, DecidePreReview: BEFORE_SIGNING, HoldJointReview: BEFORE_SIGNING,
  ExtendNegotiation: ['negotiation'], PlanSigning: BEFORE_SIGNING, AgreeFramework: BEFORE_SIGNING,
  SignContract: ['lead', 'negotiation', 'signing', 'start', 'funding', 'production'], // the decision says why a second one is refused
  FileContract: AFTER_SIGNING, AmendContract: AFTER_SIGNING, RecordCeremony: LIVE,
  CompleteMilestone: LIVE, PlanStart: ['negotiation', 'signing'],
  ReportStart: ['negotiation', 'signing'], CertifyStart: ['negotiation', 'signing', 'start'], RejectStart: ['negotiation', 'signing'],
  EnterStatistics: ['negotiation', 'signing', 'start', 'funding', 'production'], // some are entered before the start is certified
  ReportArrival: [...LIVE, 'terminated', 'completed'], CertifyArrival: [...LIVE, 'terminated', 'completed'], ReverseArrival: [...LIVE, 'terminated', 'completed'],
  StartProduction: ['start', 'funding'], CompleteProject: ['start', 'funding', 'production'], TerminateProject: AFTER_SIGNING,
  SuspendProject: LIVE, ResumeProject: LIVE, ReactivateProject: ['dropped', 'terminated', 'completed'],
  SplitProject: AFTER_SIGNING, MergeProjects: LIVE, RecordAbsorption: LIVE, RenameProject: LIVE, TagProject: LIVE,
  AssignOwner: LIVE, RequestTransfer: LIVE, AcceptTransfer: LIVE, SetCredit: ANY,
  AcceptExcuse: LIVE,
  CorrectFact: ANY, VoidFact: ANY,
};

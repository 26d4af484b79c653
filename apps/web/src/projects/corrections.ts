import { innerOf, type Field, type Values } from '../parts/form/field-values.ts';
import { typedOf, type Money } from '../parts/money.ts';
import { WORDS } from '../words/words.ts';
import type { Entry } from './history-entry.ts';
import type { ProjectCommand } from './project-forms.tsx';

/** The command that records each fact: its fields are what the fact can be corrected in. */
// prettier-ignore
const RECORDED_BY: Readonly<Record<string, string>> = {
  LeadRegistered: 'RegisterLead', ProjectRecorded: 'RecordProject', LeadAcknowledged: 'AcknowledgeLead', LeadScreened: 'ScreenLead',
  LeadFedBack: 'FeedBackLead', FirstContactClaimed: 'ClaimFirstContact', ClaimDecided: 'DecideClaim', LeadDropped: 'DropLead',
  NegotiationOpened: 'OpenNegotiation', ProgressReported: 'ReportProgress', PreReviewSubmitted: 'SubmitPreReview', OpinionGiven: 'GiveOpinion',
  PreReviewDecided: 'DecidePreReview', JointReviewHeld: 'HoldJointReview', NegotiationExtended: 'ExtendNegotiation', SigningPlanned: 'PlanSigning',
  FrameworkAgreed: 'AgreeFramework', ContractSigned: 'SignContract', ContractFiled: 'FileContract', ContractAmended: 'AmendContract',
  CeremonyRecorded: 'RecordCeremony', MilestoneCompleted: 'CompleteMilestone', StartPlanned: 'PlanStart', StartReported: 'ReportStart',
  StartCertified: 'CertifyStart', StartRejected: 'RejectStart', StatisticsEntered: 'EnterStatistics', ArrivalReported: 'ReportArrival',
  ArrivalCertified: 'CertifyArrival', ArrivalReversed: 'ReverseArrival', ProductionStarted: 'StartProduction', ProjectCompleted: 'CompleteProject',
  ProjectTerminated: 'TerminateProject', ProjectSuspended: 'SuspendProject', ProjectResumed: 'ResumeProject', ExcuseAccepted: 'AcceptExcuse',
  OwnerAssigned: 'AssignOwner', CreditSet: 'SetCredit',
};

// What names a record rather than says something of it stays as it is.
const FIXED: readonly string[] = ['code', 'arrival', 'milestone', 'evidence', 'note', 'basis', 'approver'];

const OCCURRED_ON: Field = { name: 'occurredOn', kind: 'day', required: true, label: WORDS.occurredOn };

/** Something of a record that can be corrected: its field, and what it says now. */
export interface Correctable {
  readonly field: Field;
  readonly now: unknown;
}

/** What of a record can be corrected, as the fact stands after the corrections so far. */
export const correctablesOf = (
  entry: Entry,
  events: readonly Entry[],
  commands: readonly ProjectCommand[],
): readonly Correctable[] => {
  const fields = commands.find(({ type }) => type === RECORDED_BY[entry.type])?.fields ?? [];
  const data = entry.data as Values;
  const corrections = events
    .filter(({ type, data: said }) => type === 'FactCorrected' && said['target'] === entry.version)
    .map(({ data: said }) => [said['field'], said['to']] as const);
  const now = (name: string): unknown => {
    const corrected = corrections.findLast(([field]) => field === name);
    if (corrected !== undefined) return corrected[1];
    return name === 'occurredOn' ? entry.occurredOn : (data[name] ?? null);
  };
  return [OCCURRED_ON, ...fields.filter(({ name }) => !FIXED.includes(name) && name !== 'occurredOn')].map((field) => ({
    field,
    now: now(field.name),
  }));
};

/** A recorded value laid out as it is typed: amounts with their unit, groups and lists inside likewise. */
export const laidOut = (field: Field, value: unknown): unknown => {
  if (value === null || value === undefined) return undefined;
  if (field.kind === 'money') return typedOf(value as Money);
  const inside = (one: Values): Values =>
    Object.fromEntries(innerOf(field).map((part) => [part.name, laidOut(part, one[part.name])]));
  if (field.kind === 'group') return inside(value as Values);
  if (field.kind === 'list') return (value as Values[]).map(inside);
  return value;
};

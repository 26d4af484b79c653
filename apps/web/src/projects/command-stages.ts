import type { Word } from '../words/words.ts';
import type { ProjectState } from './project-state.ts';

interface Typed {
  readonly type: string;
}

/** The commands by the stage they belong to, in the order of a project's life. What stands in no stage is not offered by hand. */
export const STAGES: readonly { readonly word: Word; readonly types: readonly string[] }[] = [
  {
    word: 'stageLead',
    types: [
      'AcknowledgeLead',
      'ScreenLead',
      'FeedBackLead',
      'ClaimFirstContact',
      'DecideClaim',
      'FlagDuplicate',
      'ResolveDuplicate',
    ],
  },
  {
    word: 'stageNegotiation',
    types: [
      'OpenNegotiation',
      'ReportProgress',
      'SubmitPreReview',
      'GiveOpinion',
      'DecidePreReview',
      'HoldJointReview',
      'ExtendNegotiation',
      'PlanSigning',
      'AgreeFramework',
    ],
  },
  { word: 'stageSigning', types: ['SignContract', 'FileContract', 'AmendContract', 'RecordCeremony'] },
  {
    word: 'stageStart',
    types: [
      'CompleteMilestone',
      'PlanStart',
      'ReportStart',
      'CertifyStart',
      'RejectStart',
      'EnterStatistics',
      'AcceptExcuse',
    ],
  },
  { word: 'stageFunding', types: ['ReportArrival', 'CertifyArrival', 'ReverseArrival'] },
  { word: 'stagePeople', types: ['AssignOwner', 'RequestTransfer', 'AcceptTransfer', 'SetCredit'] },
  { word: 'stageIdentity', types: ['RenameProject', 'TagProject', 'SplitProject', 'MergeProjects'] },
  {
    word: 'stageEnd',
    types: [
      'SuspendProject',
      'ResumeProject',
      'StartProduction',
      'CompleteProject',
      'DropLead',
      'TerminateProject',
      'ReactivateProject',
    ],
  },
];

/** The commands of each stage that are allowed now; stages without any are left out. */
export const inStages = <C extends Typed>(
  allowed: readonly C[],
): readonly { readonly word: Word; readonly commands: readonly C[] }[] =>
  STAGES.map(({ word, types }) => ({
    word,
    commands: types.flatMap((type) => allowed.find((one) => one.type === type) ?? []),
  })).filter(({ commands }) => commands.length > 0);

const STARTS = ['ReportStart', 'CertifyStart'] as const;
const FUNDS = ['CertifyArrival', 'ReportArrival'] as const;

/** What stops each clock: the step that is due where the clock decides. */
const STOPS: Readonly<Record<string, readonly string[]>> = {
  'lead-response': ['AcknowledgeLead', 'ScreenLead', 'FeedBackLead'],
  'negotiation-standard': ['SignContract'],
  'negotiation-large': ['SignContract'],
  'no-progress': ['ReportProgress'],
  'agreed-start': STARTS,
  'start-floor': STARTS,
  'signed-one-year': STARTS,
  'statistical-entry': ['EnterStatistics'],
  'first-funds': FUNDS,
  'funds-15-percent': FUNDS,
};

/** What moves a project on from its phase, where no clock presses. */
const MOVES_ON: Readonly<Record<string, readonly string[]>> = {
  lead: ['AcknowledgeLead', 'ScreenLead', 'FeedBackLead', 'OpenNegotiation'],
  negotiation: ['SignContract'],
  signing: STARTS,
  start: ['EnterStatistics', ...FUNDS],
  funding: FUNDS,
  production: ['CompleteProject'],
};

/** The one step that should be taken now, among those that are allowed; null where there is none. */
export const dueStep = <C extends Typed>(
  allowed: readonly C[],
  clock: string | null,
  { phase, startReported }: Pick<ProjectState, 'phase' | 'startReported'>,
): C | null => {
  // A start that was reported waits for its certification, and is not reported a second time.
  const reported = (type: string): boolean => type === 'ReportStart' && startReported !== null;
  const wanted = [...(STOPS[clock ?? ''] ?? []), ...(MOVES_ON[phase] ?? [])].filter((type) => !reported(type));
  return wanted.flatMap((type) => allowed.find((one) => one.type === type) ?? [])[0] ?? null;
};

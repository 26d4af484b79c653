import type { Schemas } from '../ask/api.ts';
import type { Word } from '../words/words.ts';
import type { ProjectState } from './project-state.ts';

type Command = Pick<Schemas['CommandCatalogue']['commands'][number], 'type' | 'stage'>;
type Stage = NonNullable<Command['stage']>;

/** The stages in the order of a project's life. A command without a stage is not offered among them. */
const STAGES: Readonly<Record<Stage, Word>> = {
  lead: 'stageLead',
  negotiation: 'stageNegotiation',
  signing: 'stageSigning',
  start: 'stageStart',
  funding: 'stageFunding',
  people: 'stagePeople',
  identity: 'stageIdentity',
  end: 'stageEnd',
};

/** The commands of each stage that are allowed now; stages without any are left out. */
export const inStages = <C extends Command>(
  allowed: readonly C[],
): readonly { readonly word: Word; readonly commands: readonly C[] }[] =>
  Object.entries(STAGES)
    .map(([stage, word]) => ({ word, commands: allowed.filter((one) => one.stage === stage) }))
    .filter(({ commands }) => commands.length > 0);

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
export const dueStep = <C extends Command>(
  allowed: readonly C[],
  clock: string | null,
  { phase, startReported }: Pick<ProjectState, 'phase' | 'startReported'>,
): C | null => {
  // A start that was reported waits for its certification, and is not reported a second time.
  const reported = (type: string): boolean => type === 'ReportStart' && startReported !== null;
  const wanted = [...(STOPS[clock ?? ''] ?? []), ...(MOVES_ON[phase] ?? [])].filter((type) => !reported(type));
  return wanted.flatMap((type) => allowed.find((one) => one.type === type) ?? [])[0] ?? null;
};

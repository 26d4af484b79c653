import type { ClockName } from '../clocks/names.ts';
import type { ProjectCommandType } from './commands.ts';
import type { Phase } from './phases.ts';
import type { KnownProject } from './state.ts';

type Steps = readonly ProjectCommandType[];

const LEAD: Steps = ['AcknowledgeLead', 'ScreenLead', 'FeedBackLead'];
const STARTS: Steps = ['ReportStart', 'CertifyStart'];
const FUNDS: Steps = ['CertifyArrival', 'ReportArrival'];

/** What stops each clock: the steps that are due where it decides. */
const STOPS: Readonly<Partial<Record<ClockName, Steps>>> = {
  'lead-response': LEAD,
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
const MOVES_ON: Readonly<Partial<Record<Phase, Steps>>> = {
  lead: [...LEAD, 'OpenNegotiation'],
  negotiation: ['SignContract'],
  signing: STARTS,
  start: ['EnterStatistics', ...FUNDS],
  funding: FUNDS,
  production: ['CompleteProject'],
};

/** The steps that should be taken now, the most pressing first: what stops the clock that decides, then what moves the project on. */
export const nextSteps = (
  { phase, startReported }: Pick<KnownProject, 'phase' | 'startReported'>,
  clock: ClockName | null,
): Steps => {
  const stops = clock === null ? [] : (STOPS[clock] ?? []);
  const steps = [...new Set([...stops, ...(MOVES_ON[phase] ?? [])])];
  return steps.filter((step) => step !== 'ReportStart' || startReported === null); // a start that was reported waits for its certification
};

import { aboutCommand, PROJECT_COMMAND_TYPES, type ProjectCommandType } from './commands.ts';
import { openHold, type KnownProject } from './state.ts';

/** Commands that a project in the right phase would still refuse, for what its facts already say, and those that nobody means on a lead, although a ledger may tell of them. */
const POINTLESS: Partial<Record<ProjectCommandType, (project: KnownProject) => boolean>> = {
  AcknowledgeLead: ({ acknowledged }) => acknowledged !== null,
  FeedBackLead: ({ isLead, fedBack }) => !isLead || fedBack !== null,
  DecideClaim: ({ claim }) => claim === null || claim.decided !== null,
  ResolveDuplicate: ({ duplicates }) => Object.keys(duplicates).length === 0,
  OpenNegotiation: ({ negotiation }) => negotiation !== null,
  SignContract: ({ contract }) => contract !== null,
  CompleteMilestone: ({ phase }) => phase === 'lead',
  ReportArrival: ({ phase }) => phase === 'lead',
  CertifyStart: ({ startCertified }) => startCertified !== null,
  RejectStart: ({ startReported }) => startReported === null,
  EnterStatistics: ({ statisticsEntered }) => statisticsEntered !== null,
  CertifyArrival: ({ arrivals }) =>
    arrivals.every(({ certified, reversed }) => certified !== null || reversed !== null),
  ReverseArrival: ({ arrivals }) => arrivals.every(({ reversed }) => reversed !== null),
  SuspendProject: (project) => openHold(project) !== null,
  ResumeProject: (project) => openHold(project) === null,
  AcceptTransfer: ({ transfer }) => transfer === null,
};

/** What can be done with a project now: by its phase, and by its facts. The page offers exactly this. */
export const offered = (project: KnownProject): readonly ProjectCommandType[] =>
  PROJECT_COMMAND_TYPES.filter(
    (type) => aboutCommand(type).when.includes(project.phase) && !(POINTLESS[type]?.(project) ?? false),
  );

import type { Calendar } from '../calendar/calendar.ts';
import type { Length } from '../policy/length.ts';
import type { Policy } from '../policy/policy.ts';
import type { Dated, KnownProject } from '../project/state.ts';
import { after, earliest, latest, type Course } from './course.ts';

/** Registered → acknowledged / screened / fed back; a later step done says that the earlier ones were. */
export const leadCourse = (project: KnownProject, { leadSteps }: Policy): readonly Course[] => {
  if (!project.isLead) return [];
  const start = latest(project.registered, project.restarts['lead-response'])!;
  const steps = [
    [leadSteps.acknowledged, project.acknowledged],
    [leadSteps.screened, project.screened],
    [leadSteps.fedBack, project.fedBack],
  ] as const;
  const open = steps[steps.findLastIndex(([, done]) => done !== null) + 1];
  const [days] = open ?? steps[2];
  const length: Length = { value: days, unit: 'working-days' };
  const left = earliest(project.negotiation, project.contract, project.framework, project.end);
  const stop = open === undefined ? latest(project.acknowledged, project.screened, project.fedBack) : left;
  return [{ clock: 'lead-response', event: 'LeadRegistered', start, stop, due: null, length }];
};

export const negotiationCourse = (project: KnownProject, policy: Policy, calendar: Calendar): readonly Course[] => {
  const { negotiation, extension } = project;
  if (negotiation === null) return [];
  const clock = negotiation.class === 'large' ? 'negotiation-large' : 'negotiation-standard';
  const start = latest(negotiation, project.restarts[clock])!;
  const length = policy.clocks[clock].length ?? { value: 3, unit: 'months' };
  const extended = extension !== null && extension.until > after(start.on, length, calendar) ? extension.until : null;
  return [
    {
      clock,
      event: 'NegotiationOpened',
      start,
      stop: earliest(project.contract, project.end),
      due: extended,
      length: extended === null ? length : null,
    },
  ];
};

/** There is a negotiation or a contract to make progress in. */
const isTalkedAbout = ({ negotiation, contract, progress, framework, phase }: KnownProject): boolean =>
  negotiation !== null || contract !== null || (phase === 'negotiation' && (progress ?? framework) !== null);

const silenceBegins = ({ version }: Dated, { contract, progress }: KnownProject): Course['event'] => {
  if (version === contract?.version) return 'ContractSigned';
  return version === progress?.version ? 'ProgressReported' : 'NegotiationOpened';
};

/** Silence is known only while somebody listens: without any line, and without a column that could have held one, it begins with the adoption. */
export const progressCourse = (project: KnownProject, policy: Policy): readonly Course[] => {
  const { progress, negotiation, contract, startCertified, end, progressKnownFrom } = project;
  if (!isTalkedAbout(project)) return [];
  const adopted = progress === null && progressKnownFrom ? { ...project.registered, on: progressKnownFrom } : null;
  const start = latest(negotiation, contract, progress, project.restarts['no-progress'], adopted);
  if (start === null) return [];
  const event = start === adopted ? 'ProjectRecorded' : silenceBegins(start, project);
  const { length, own } = policy.clocks['no-progress'];
  return [
    {
      clock: 'no-progress',
      event,
      start,
      stop: earliest(startCertified, end),
      due: null,
      length: own?.yellow ?? length,
      warnings: own?.withdrawal ? [{ what: 'proposed-for-withdrawal', after: own.withdrawal, dayAfter: true }] : [],
    },
  ];
};

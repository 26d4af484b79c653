import { addMoney } from '../money.ts';
import { isInNewerShape, NewerFact } from '../newer.ts';
import { personOf } from '../person.ts';
import { inBusinessOrder, type Placed } from './corrections.ts';
import type { Identity } from './events.ts';
import {
  NO_PROJECT,
  phaseOf,
  type Arrival,
  type Contract,
  type Dated,
  type KnownProject,
  type Project,
} from './state.ts';

const at = ({ occurredOn, version }: Placed): Dated => ({ on: occurredOn, version });

/** What nobody has told yet of a project. Laid down first, so that all projects have one shape in memory: an import folds tens of thousands. */
const UNTOLD = {
  acknowledged: null,
  screened: null,
  fedBack: null,
  claim: null,
  duplicates: {},
  negotiation: null,
  extension: null,
  progress: null,
  preReviewSubmitted: null,
  opinions: {},
  preReview: null,
  jointReview: null,
  plannedSigning: null,
  framework: null,
  contract: null,
  ceremony: null,
  milestones: {},
  plannedStart: null,
  startReported: null,
  startRejected: null,
  startCertified: null,
  startException: null,
  statisticsEntered: null,
  arrivals: [],
  production: null,
  holds: [],
  excuses: [],
  end: null,
  reactivated: null,
  restarts: {},
  parent: null,
  splitInto: [],
  absorbed: [],
  transfer: null,
  handedOver: null,
  credit: [],
} as const;

const introduced = (event: Placed, identity: Identity, isLead: boolean): Omit<KnownProject, 'phase'> => {
  const { unit, tags, extra, ...rest } = identity;
  return {
    ...UNTOLD,
    ...rest,
    registered: at(event),
    isLead,
    owner: { unit: unit ?? null, leader: null, steward: null, liaisons: [] },
    tags: tags ?? [],
    extra: extra ?? {},
  };
};

type Facts = Omit<KnownProject, 'phase'>;

const withContract = (project: Facts, change: Partial<Contract>): Facts =>
  project.contract === null ? project : { ...project, contract: { ...project.contract, ...change } };

const withArrival = (project: Facts, id: string, change: Partial<Arrival>): Facts => ({
  ...project,
  arrivals: project.arrivals.map((arrival) => (arrival.id === id ? { ...arrival, ...change } : arrival)),
});

const later = <T extends Dated>(current: T | null, next: T): T =>
  current !== null && current.on > next.on ? current : next;

/** Never where this release recorded all of them. */
const newer = (event: never): never => {
  throw new NewerFact((event as Placed).type);
};

/** What one fact means. Total over every event: the compiler names the one that is missing. */
// prettier-ignore
const applied = (project: Facts, event: Placed): Facts => {
  const on = at(event);
  switch (event.type) {
    case 'LeadRegistered': case 'ProjectRecorded': case 'ProjectSplitOff': return project;
    case 'LeadAcknowledged': return { ...project, acknowledged: project.acknowledged ?? on };
    case 'LeadScreened': return { ...project, screened: { ...on, valuable: event.data.valuable } };
    case 'LeadFedBack': return { ...project, fedBack: project.fedBack ?? on };
    case 'FirstContactClaimed': return { ...project, claim: { ...on, unit: event.data.unit, decided: null } };
    case 'ClaimDecided': return { ...project, claim: project.claim && { ...project.claim, decided: { ...on, granted: event.data.granted, until: event.data.until ?? null } } };
    case 'DuplicateFlagged': return { ...project, duplicates: { ...project.duplicates, [event.data.other]: 'open' } };
    case 'DuplicateResolved': return { ...project, duplicates: { ...project.duplicates, [event.data.other]: event.data.same ? 'same' : 'different' } };
    case 'LeadDropped': return { ...project, end: { ...on, phase: 'dropped', reason: event.data.reason, kind: null } };
    case 'NegotiationOpened': return { ...project, negotiation: { ...on, class: event.data.class }, owner: { ...project.owner, unit: event.data.owner ?? project.owner.unit } };
    case 'ProgressReported': {
      const line = { ...on, text: event.data.text, nextStep: event.data.nextStep ?? null, nextDate: event.data.nextDate ?? null };
      return { ...project, progress: later(project.progress, line) };
    }
    case 'PreReviewSubmitted': return { ...project, preReviewSubmitted: on };
    case 'OpinionGiven': return { ...project, opinions: { ...project.opinions, [event.data.department]: event.data.opinion } };
    case 'PreReviewDecided': return { ...project, preReview: { ...on, result: event.data.result, meeting: event.data.meeting ?? null } };
    case 'JointReviewHeld': return { ...project, jointReview: { ...on, meeting: event.data.meeting } };
    case 'NegotiationExtended': return { ...project, extension: { ...on, until: event.data.until } };
    case 'SigningPlanned': return { ...project, plannedSigning: event.data.month };
    case 'FrameworkAgreed': return { ...project, framework: { ...on, kind: event.data.kind, amount: event.data.amount ?? null } };
    case 'ContractSigned': {
      const { number, contracted, fixedAssets, agreedStart, fundingSchedule, landMode, tags } = event.data;
      return {
        ...project,
        contract: {
          ...on, number: number ?? null, original: contracted, contracted, fixedAssets: fixedAssets ?? null,
          agreedStart: agreedStart ? { ...on, date: agreedStart } : null,
          landMode: landMode ?? null, fundingSchedule: fundingSchedule ?? [], filingNumber: null, counts: true,
        },
        tags: tags ? [...new Set([...project.tags, ...tags])] : project.tags,
      };
    }
    case 'ContractFiled': return withContract(project, { filingNumber: event.data.filingNumber });
    case 'ContractAmended': return withContract(project, {
      ...(event.data.contractedTo ? { contracted: event.data.contractedTo } : {}),
      ...(event.data.agreedStartTo ? { agreedStart: { ...on, date: event.data.agreedStartTo } } : {}),
    });
    case 'CeremonyRecorded': return { ...project, ceremony: on };
    case 'MilestoneCompleted': return { ...project, milestones: { ...project.milestones, [event.data.milestone]: on } };
    case 'StartPlanned': return { ...project, plannedStart: event.data.plannedOn };
    case 'StartReported': return { ...project, startReported: on };
    case 'StartRejected': return { ...project, startRejected: on, startReported: null };
    case 'StartCertified': return { ...project, startCertified: project.startCertified ?? on, startException: event.data.exception ?? project.startException };
    case 'StatisticsEntered': return { ...project, statisticsEntered: project.statisticsEntered ?? on };
    case 'ArrivalReported': {
      const { arrival: id, amount, kind, origin, voucher } = event.data;
      return { ...project, arrivals: [...project.arrivals, { ...on, id, amount, kind, origin: origin ?? null, voucher: voucher ?? null, certified: null, reversed: null }] };
    }
    case 'ArrivalCertified': return withArrival(project, event.data.arrival, { certified: on });
    case 'ArrivalReversed': return withArrival(project, event.data.arrival, { reversed: on });
    case 'ProductionStarted': return { ...project, production: on };
    case 'ProjectCompleted': return { ...project, end: { ...on, phase: 'completed', reason: event.data.text ?? null, kind: null } };
    case 'ProjectTerminated': return { ...project, end: { ...on, phase: 'terminated', reason: event.data.reason, kind: event.data.kind } };
    case 'ProjectSuspended': return { ...project, holds: [...project.holds, { ...on, reason: event.data.reason, expectedEnd: event.data.expectedEnd ?? null, resumed: null }] };
    case 'ProjectResumed': return { ...project, holds: project.holds.map((hold) => (hold.resumed === null ? { ...hold, resumed: on } : hold)) };
    case 'ProjectReactivated': return { ...project, end: null, reactivated: on, restarts: { ...project.restarts, ...Object.fromEntries(event.data.restart.map((clock) => [clock, on])) } };
    case 'ProjectSplit': return { ...withContract(project, { contracted: event.data.rest }), splitInto: [...project.splitInto, ...event.data.children.map(({ id }) => id)] };
    case 'ProjectsMerged': {
      const added = event.data.contracted;
      const grown = added && project.contract?.contracted.currency === added.currency ? withContract(project, { contracted: addMoney(project.contract.contracted, added) }) : project;
      return { ...grown, absorbed: [...project.absorbed, event.data.absorbed] };
    }
    case 'ProjectAbsorbed': return { ...project, end: { ...on, phase: 'merged', reason: null, kind: null } };
    case 'ProjectRenamed': return { ...project, title: event.data.to };
    case 'ColumnsChanged': return { ...project, extra: { ...project.extra, ...event.data.extra } };
    case 'ProjectTagged': return { ...project, tags: [...new Set([...project.tags, ...event.data.add])].filter((tag) => !event.data.remove.includes(tag)) };
    case 'OwnerAssigned': return {
      ...project,
      owner: {
        unit: event.data.unit ?? project.owner.unit,
        leader: event.data.leader === undefined ? project.owner.leader : personOf(event.data.leader),
        steward: event.data.steward === undefined ? project.owner.steward : personOf(event.data.steward),
        liaisons: event.data.liaisons?.map(personOf) ?? project.owner.liaisons,
      },
    };
    case 'TransferRequested': return { ...project, transfer: { ...on, toUnit: event.data.toUnit } };
    case 'TransferAccepted': return { ...project, transfer: null, handedOver: on, owner: { unit: event.data.toUnit, leader: null, steward: null, liaisons: [] } };
    case 'CreditSet': return { ...project, credit: event.data.shares };
    case 'ExcuseAccepted': return { ...project, excuses: [...project.excuses, { ...on, clock: event.data.clock, until: event.data.until, reason: event.data.reason }] };
    case 'FactCorrected': case 'FactVoided': return project; // applied beforehand, see corrections.ts
    default: return newer(event);
  }
};

const created = (event: Placed): Facts | null => {
  switch (event.type) {
    case 'LeadRegistered':
      return introduced(event, event.data, true);
    case 'ProjectRecorded':
      return introduced(event, event.data, false);
    case 'ProjectSplitOff': {
      const { parent, contracted, signedOn, agreedStart, landMode, ...identity } = event.data;
      const signed = { on: signedOn, version: event.version };
      return {
        ...introduced(event, identity, false),
        parent,
        contract: {
          ...signed,
          number: null,
          original: contracted,
          contracted,
          fixedAssets: null,
          agreedStart: agreedStart ? { ...signed, date: agreedStart } : null,
          landMode: landMode ?? null,
          fundingSchedule: [],
          filingNumber: null,
          counts: false,
        },
      };
    }
    default:
      if (isInNewerShape(event.type)) throw new NewerFact(event.type); // it may be the first record
      return null;
  }
};

/** One fact later. Facts before the project's first record mean nothing; `fold` puts that record first. */
export const evolve = (project: Project, event: Placed): Project => {
  const facts = project.phase === 'none' ? created(event) : applied(project, event);
  return facts === null ? project : { ...facts, phase: phaseOf(facts) };
};

/** A project from its whole history: corrections applied, then by business day. */
export const fold = (events: readonly Placed[]): Project =>
  inBusinessOrder(events).reduce(evolve, NO_PROJECT as Project);

/** The project with one fact more, or 'refold' where that fact changes what earlier ones mean or lies before one already known. */
export const apply = (project: Project, event: Placed, latest: string): Project | 'refold' =>
  event.type === 'FactCorrected' || event.type === 'FactVoided' || event.occurredOn < latest
    ? 'refold'
    : evolve(project, event);

import type { ClockName } from '../clocks/names.ts';
import type { IsoDate } from '../dates.ts';
import { sumByCurrency, type Money } from '../money.ts';
import type { Person } from '../person.ts';
import type {
  ArrivalKind,
  CreditShare,
  FundingInstalment,
  Identity,
  LandMode,
  NegotiationClass,
  Origin,
  TerminationKind,
} from './events.ts';
import type { Phase } from './phases.ts';

/** The business day of a fact and the version of the event that said it: enough to open the paper behind any figure. */
export interface Dated {
  readonly on: IsoDate;
  readonly version: number;
}

export interface Arrival extends Dated {
  readonly id: string;
  readonly amount: Money;
  readonly kind: ArrivalKind;
  readonly origin: Origin | null;
  readonly voucher: string | null;
  readonly certified: Dated | null;
  readonly reversed: Dated | null;
}

export interface Contract extends Dated {
  readonly number: string | null;
  readonly original: Money; // as signed
  readonly contracted: Money; // as amended, split and merged since
  readonly fixedAssets: Money | null;
  readonly agreedStart: (Dated & { readonly date: IsoDate }) | null; // the one in force, and the event that set it
  readonly landMode: LandMode | null;
  readonly fundingSchedule: readonly FundingInstalment[];
  readonly filingNumber: string | null;
  readonly counts: boolean; // one signing per project: the child of a split adds none
}

export interface Hold extends Dated {
  readonly reason: string;
  readonly expectedEnd: IsoDate | null;
  readonly resumed: Dated | null;
}
export interface Excuse extends Dated {
  readonly clock: ClockName;
  readonly until: IsoDate;
  readonly reason: string;
}
export interface Progress extends Dated {
  readonly text: string;
  readonly nextStep: string | null;
  readonly nextDate: IsoDate | null;
}
export interface End extends Dated {
  readonly phase: 'dropped' | 'terminated' | 'completed' | 'merged';
  readonly reason: string | null;
  readonly kind: TerminationKind | null;
}

export interface Owner {
  readonly unit: string | null;
  readonly leader: Person | null;
  readonly steward: Person | null;
  readonly liaisons: readonly Person[];
}

/** A project as its facts make it. Every date comes from a fact; nothing here is a flag that somebody set by hand. */
export interface KnownProject extends Omit<Identity, 'unit' | 'tags' | 'extra'> {
  readonly phase: Phase;
  readonly registered: Dated;
  readonly isLead: boolean; // registered as a lead, not taken into the ledger later
  readonly acknowledged: Dated | null;
  readonly screened: (Dated & { readonly valuable: boolean }) | null;
  readonly fedBack: Dated | null;
  readonly claim:
    | (Dated & {
        readonly unit: string;
        readonly decided: (Dated & { readonly granted: boolean; readonly until: IsoDate | null }) | null;
      })
    | null;
  readonly duplicates: Readonly<Record<string, 'open' | 'same' | 'different'>>;
  readonly negotiation: (Dated & { readonly class: NegotiationClass }) | null;
  readonly extension: (Dated & { readonly until: IsoDate }) | null;
  readonly progress: Progress | null; // the latest line
  readonly preReviewSubmitted: Dated | null;
  readonly opinions: Readonly<Record<string, 'agree' | 'conditional' | 'disagree'>>;
  readonly preReview:
    (Dated & { readonly result: 'passed' | 'returned' | 'failed'; readonly meeting: string | null }) | null;
  readonly jointReview: (Dated & { readonly meeting: string }) | null;
  readonly plannedSigning: string | null; // YYYY-MM
  readonly framework: (Dated & { readonly kind: 'framework' | 'intent'; readonly amount: Money | null }) | null;
  readonly contract: Contract | null;
  readonly ceremony: Dated | null;
  readonly milestones: Readonly<Record<string, Dated>>;
  readonly plannedStart: IsoDate | null;
  readonly startReported: Dated | null;
  readonly startRejected: Dated | null;
  readonly startCertified: Dated | null;
  readonly startException: string | null;
  readonly statisticsEntered: Dated | null;
  readonly arrivals: readonly Arrival[];
  readonly production: Dated | null;
  readonly holds: readonly Hold[];
  readonly excuses: readonly Excuse[];
  readonly end: End | null;
  readonly reactivated: Dated | null; // the latest: nothing is owed for the days before, on which the project was ended
  readonly restarts: Readonly<Partial<Record<ClockName, Dated>>>; // clocks that a reactivation started anew
  readonly parent: string | null;
  readonly splitInto: readonly string[];
  readonly absorbed: readonly string[];
  readonly owner: Owner;
  readonly transfer: (Dated & { readonly toUnit: string }) | null; // asked for, not yet accepted
  readonly handedOver: Dated | null; // to the unit that holds it: the people of the unit before went with that day
  readonly credit: readonly CreditShare[];
  readonly tags: readonly string[];
  readonly extra: Readonly<Record<string, string>>;
}

interface NoProject {
  readonly phase: 'none';
}
/** What decisions are made on: a project, or that there is none yet. */
export type Project = NoProject | KnownProject;

export const NO_PROJECT: NoProject = { phase: 'none' };

/** Certified and not reversed: the money that counts. */
export const counted = (arrival: Arrival): boolean => arrival.certified !== null && arrival.reversed === null;

/** The money that has arrived and counts, one sum a currency. */
export const arrivedOf = ({ arrivals }: Pick<KnownProject, 'arrivals'>): readonly Money[] =>
  sumByCurrency(arrivals.filter(counted).map(({ amount }) => amount));

export const openHold = (project: KnownProject): Hold | null =>
  project.holds.find(({ resumed }) => resumed === null) ?? null;

/** The phase follows from the facts, so late and corrected facts cannot leave a project in a phase that its history denies. */
export const phaseOf = (project: Omit<KnownProject, 'phase'>): Phase => {
  const { end, contract, startCertified, production, negotiation, framework, isLead } = project;
  if (end !== null) return end.phase;
  if (contract === null) return isLead && negotiation === null && framework === null ? 'lead' : 'negotiation';
  if (production !== null) return 'production';
  if (startCertified === null) return 'signing';
  return project.arrivals.some((arrival) => counted(arrival) && arrival.on >= startCertified.on) ? 'funding' : 'start';
};

import type { ClockName } from '../clocks/names.ts';
import type { IsoDate } from '../dates.ts';
import type { DomainEvent } from '../event.ts';
import type { Money } from '../money.ts';
import type { Named } from '../person.ts';
import type { Phase } from './phases.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only. To change one, see upcasters.ts.

export type LandMode = 'purchase' | 'lease'; // 征地 / 租赁
export type NegotiationClass = 'standard' | 'large';
export type ArrivalKind =
  'registered-capital' | 'land' | 'building' | 'equipment' | 'working-capital' | 'loan' | 'deposit' | 'other';
export type Origin = 'overseas' | 'out-of-province' | 'out-of-city' | 'out-of-district' | 'local'; // 境外 / 省外 / 市外 / 区外 / 区内
export type AmendmentKind = 'increase' | 'upgrade' | 'scope' | 'party' | 'schedule';
export type TerminationKind = 'by-investor' | 'by-bureau' | 'revoked';

/** What a project is, at its first record: a lead, or an existing project taken into the ledger. */
export interface Identity {
  readonly code: string; // the bureau's own number 项目编号
  readonly title: string;
  readonly investor?: string;
  readonly creditCode?: string; // unified social credit code, GB 32100
  readonly nationalCode?: string; // GB/T 40058
  readonly sourceChannel?: string;
  readonly referrer?: string;
  readonly intendedAmount?: Money;
  readonly industry?: string; // GB/T 4754
  readonly chain?: string;
  readonly originRegion?: string;
  readonly hostRegion?: string;
  readonly unit?: string; // the unit that reported or holds it, as written or its code
  readonly tags?: readonly string[];
  readonly progressKnownFrom?: IsoDate; // set by an import without any column or sheet of progress: silence before this day is unknown
  readonly extra?: Readonly<Record<string, string>>; // columns of the ledger that have no field, kept as they stand
}

export interface FundingInstalment {
  readonly due: IsoDate;
  readonly amount: Money;
}
export interface CreditShare {
  readonly unit: string;
  readonly percent: string;
}
export interface SplitChild {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly contracted: Money;
}

type E<Type extends string, Data> = DomainEvent<Type, Data>;
type Empty = Record<string, never>;

export type ProjectEvent =
  // lead
  | E<'LeadRegistered', Identity>
  | E<'ProjectRecorded', Identity> // an existing project enters the ledger; it is no lead and runs no lead clock
  | E<'LeadAcknowledged', { by?: string }>
  | E<'LeadScreened', { valuable: boolean; reasons?: string }>
  | E<'LeadFedBack', { text?: string }>
  | E<'FirstContactClaimed', { unit: string; text?: string }>
  | E<'ClaimDecided', { granted: boolean; until?: IsoDate; reason?: string }>
  | E<
      'DuplicateFlagged',
      { other: string; level: 1 | 2 | 3 | 4; score: string; reasons: readonly string[]; ruleVersion: number }
    >
  | E<'DuplicateResolved', { other: string; same: boolean; reason: string }>
  | E<'LeadDropped', { reason: string }>
  // negotiation
  | E<'NegotiationOpened', { class: NegotiationClass; owner?: string }>
  | E<'ProgressReported', { text: string; nextStep?: string; nextDate?: IsoDate }>
  | E<'PreReviewSubmitted', { departments?: readonly string[] }>
  | E<'OpinionGiven', { department: string; opinion: 'agree' | 'conditional' | 'disagree'; text?: string }>
  | E<'PreReviewDecided', { result: 'passed' | 'returned' | 'failed'; meeting?: string; text?: string }>
  | E<'JointReviewHeld', { meeting: string; investment?: Money; landMu?: string; outputPerMu?: Money }>
  | E<'NegotiationExtended', { until: IsoDate; reason: string }>
  | E<'SigningPlanned', { month: string }>
  | E<'FrameworkAgreed', { amount?: Money; kind: 'framework' | 'intent'; number?: string }>
  // signing
  | E<
      'ContractSigned',
      {
        number?: string;
        contracted: Money;
        fixedAssets?: Money;
        parties?: readonly string[];
        agreedStart?: IsoDate;
        fundingSchedule?: readonly FundingInstalment[];
        landMode?: LandMode;
        tags?: readonly string[];
      }
    >
  | E<'ContractFiled', { filingNumber: string }>
  | E<
      'ContractAmended',
      {
        kind: AmendmentKind;
        contractedFrom?: Money;
        contractedTo?: Money;
        agreedStartFrom?: IsoDate | null;
        agreedStartTo?: IsoDate;
        text?: string;
      }
    >
  | E<'CeremonyRecorded', { text?: string }>
  // landing
  | E<'MilestoneCompleted', { milestone: string }>
  | E<'StartPlanned', { plannedOn: IsoDate }>
  // start
  | E<'StartReported', Empty>
  | E<'StartCertified', { verifier?: string; exception?: string }> // `exception`: the paper that allows a start before the contract
  | E<'StartRejected', { reason: string }>
  | E<'StatisticsEntered', { form?: string; threshold?: Money }>
  // funding
  | E<
      'ArrivalReported',
      {
        arrival: string;
        amount: Money;
        foreign?: { amount: Money; rate: string; rateOn: IsoDate };
        kind: ArrivalKind;
        origin?: Origin;
        voucher?: string;
      }
    >
  | E<'ArrivalCertified', { arrival: string }>
  | E<'ArrivalReversed', { arrival: string; reason: string }>
  // production and end
  | E<'ProductionStarted', Empty>
  | E<'ProjectCompleted', { text?: string }>
  | E<'ProjectTerminated', { kind: TerminationKind; reason: string; recoveries?: Money }>
  | E<'ProjectSuspended', { reason: string; expectedEnd?: IsoDate }>
  | E<'ProjectResumed', Empty>
  | E<'ProjectReactivated', { from: Phase; reason: string; restart: readonly ClockName[] }>
  // identity
  | E<'ProjectSplit', { children: readonly SplitChild[]; rest: Money }>
  | E<
      'ProjectSplitOff',
      Identity & {
        // the first event of a child: what it takes over, counted once with its parent
        parent: string;
        contracted: Money;
        signedOn: IsoDate;
        agreedStart?: IsoDate;
        landMode?: LandMode;
      }
    >
  | E<'ProjectsMerged', { absorbed: string; contracted?: Money }>
  | E<'ProjectAbsorbed', { survivor: string }>
  | E<'ProjectRenamed', { from: string; to: string }>
  // what a ledger says now under headers that no field takes, and what it said before; by an import only
  | E<'ColumnsChanged', { extra: Readonly<Record<string, string>>; before: Readonly<Record<string, string>> }>
  | E<'ProjectTagged', { add: readonly string[]; remove: readonly string[] }>
  // responsibility
  | E<'OwnerAssigned', { unit?: string; leader?: Named; steward?: Named; liaisons?: readonly Named[] }>
  | E<'TransferRequested', { toUnit: string; reason: string }>
  | E<'TransferAccepted', { fromUnit: string | null; toUnit: string }>
  | E<'CreditSet', { shares: readonly CreditShare[] }>
  | E<'ExcuseAccepted', { clock: ClockName; until: IsoDate; reason: string }>
  // correction: the original stays in the log, both are shown
  | E<'FactCorrected', { target: number; field: string; from: unknown; to: unknown; reason: string }>
  | E<'FactVoided', { target: number; reason: string }>;

export type ProjectEventType = ProjectEvent['type'];
export type ProjectEventOf<T extends ProjectEventType> = Extract<ProjectEvent, { type: T }>;

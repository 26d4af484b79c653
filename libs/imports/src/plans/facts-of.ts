import type { IsoDate } from '#domain';
import { clean } from '../cells/text.ts';
import { frameworkOf, landModeOf, plannedMonthOf, reviewOf, screeningOf, terminationOf } from '../rows/meanings.ts';
import type { Day, LedgerRow } from '../rows/ledger-row.ts';
import { before } from './day-order.ts';
import { landingFacts } from './landing-facts.ts';
import { plan, type Facts, type Planned, type Told } from './planned.ts';

const leadFacts = ({ text, days }: LedgerRow): Facts => {
  const valuable = screeningOf(text.screenResult);
  const screened = valuable !== null || text.screenResult === undefined;
  const large = /重大|大型|大项目|特大|重点|^大/.test(clean(text.negotiationClass ?? ''));
  const result = reviewOf(text.reviewResult);
  return [
    { type: 'AcknowledgeLead', day: days.acknowledgedOn, fields: {}, field: 'acknowledgedOn' },
    {
      type: 'ScreenLead',
      day: screened ? days.screenedOn : undefined,
      fields: { valuable: valuable ?? true, reasons: text.screenResult },
      field: 'screenedOn',
      carries: ['screenedOn', 'screenResult'],
    },
    { type: 'FeedBackLead', day: days.fedBackOn, fields: {}, field: 'fedBackOn' },
    {
      type: 'OpenNegotiation',
      day: days.openedOn,
      fields: { class: large ? 'large' : 'standard' },
      field: 'openedOn',
      carries: ['openedOn', 'negotiationClass'],
    },
    {
      type: 'DecidePreReview',
      day: result === null ? undefined : days.reviewOn,
      fields: { result, meeting: text.reviewMeeting },
      field: 'reviewOn',
      carries: ['reviewOn', 'reviewResult', 'reviewMeeting'],
    },
    {
      type: 'ExtendNegotiation',
      day: days.extendedUntil === undefined ? undefined : (days.extendedOn ?? days.openedOn),
      fields: { until: days.extendedUntil?.date, reason: '台账记载的延期', approver: '台账记载' },
      field: 'extendedUntil',
      carries: ['extendedUntil', 'extendedOn'],
    },
  ];
};

/** The day to which the agreed start was changed; what was agreed at first is no change. */
const otherStart = ({ agreedStart, changedStart }: LedgerRow['days']): Day | undefined =>
  changedStart?.date === agreedStart?.date ? undefined : changedStart;

/** What a signed contract brings. */
const contractFacts = ({ text, days, money }: LedgerRow, signed: Day): Facts => {
  const parties = [text.foreignInvestor, text.domesticInvestor].filter((one) => one !== undefined);
  const landMode = landModeOf(text.landMode);
  const changed = otherStart(days);
  return [
    {
      type: 'SignContract',
      day: signed,
      fields: {
        number: text.contractNo,
        contracted: money.contracted,
        fixedAssets: money.fixedAssets,
        parties: parties.length > 1 ? parties : undefined,
        agreedStart: days.agreedStart?.date,
        landMode,
      },
      field: 'signedOn',
      carries: [
        'signedOn',
        'saidSigned',
        'agreementKind',
        'contractNo',
        'contracted',
        'fixedAssets',
        'agreedStart',
        ...(landMode === null ? [] : (['landMode'] as const)),
        ...(parties.length > 1 ? (['foreignInvestor', 'domesticInvestor'] as const) : []),
      ],
      essential: true,
    },
    {
      type: 'FileContract',
      day: days.filedOn ?? (text.filingNumber === undefined ? undefined : signed),
      fields: { filingNumber: text.filingNumber ?? '已备案' },
      field: 'filingNumber',
      carries: ['filingNumber', 'filedOn'],
    },
    {
      type: 'AmendContract',
      day: changed === undefined ? undefined : (days.changedOn ?? signed),
      fields: { kind: 'schedule', agreedStartTo: changed?.date },
      field: 'changedStart',
      carries: ['changedStart', 'changedOn'],
    },
  ];
};

/** A framework agreement: of the kind that the row names, or of a day of its own beside the contract. */
const frameworkFacts = ({ text, days, money }: LedgerRow, signed: Day | undefined): Facts => {
  const framework = frameworkOf(text.agreementKind);
  return [
    {
      type: 'AgreeFramework',
      day: framework === null ? undefined : (days.frameworkOn ?? signed ?? days.openedOn ?? days.knownOn),
      fields: { kind: framework, amount: money.contracted, number: text.contractNo },
      field: 'agreementKind',
      carries: [
        'agreementKind',
        'contracted',
        'contractNo',
        days.frameworkOn === undefined ? 'signedOn' : 'frameworkOn',
      ],
    },
    {
      type: 'AgreeFramework',
      day: framework === null ? days.frameworkOn : undefined,
      fields: { kind: 'framework', amount: money.intendedAmount },
      field: 'frameworkOn',
    },
  ];
};

/** The month for which a contract is planned that is not signed yet. */
const plannedSigning = ({ text, days }: LedgerRow, isSigned: boolean, adopted: Day): Told => {
  const month = plannedMonthOf(text.plannedSigning);
  const since = days.openedOn ?? days.knownOn ?? days.receivedOn;
  return {
    type: 'PlanSigning',
    day: month === null || isSigned ? undefined : (since ?? adopted),
    fields: { month },
    field: 'plannedSigning',
    byImport: since === undefined,
  };
};

/** `contract`: the day of a contract that is more than a framework. */
const signingFacts = (row: LedgerRow, signed: Day | undefined, contract: Day | undefined, adopted: Day): Facts => [
  ...frameworkFacts(row, signed),
  plannedSigning(row, contract !== undefined, adopted),
  ...(contract === undefined ? [] : contractFacts(row, contract)),
];

const pauseFacts = ({ text, days }: LedgerRow): Facts => [
  {
    type: 'AcceptExcuse',
    day: days.excuseUntil === undefined ? undefined : days.excuseOn,
    fields: { clock: 'agreed-start', until: days.excuseUntil?.date, reason: text.excuse ?? '台账记载' },
    field: 'excuseOn',
    carries: ['excuseOn', 'excuseUntil', 'excuse'],
  },
  {
    type: 'SuspendProject',
    day: days.holdFrom,
    fields: { reason: text.holdReason ?? '台账记载', expectedEnd: days.holdUntil?.date },
    field: 'holdFrom',
    carries: ['holdFrom', 'holdReason', 'holdUntil'],
  },
  {
    type: 'ResumeProject',
    day: days.holdFrom === undefined ? undefined : days.resumedOn,
    fields: {},
    field: 'resumedOn',
  },
];

const bothSaid = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || other === undefined || one === other ? (one ?? other) : `${one}；${other}`;

const endFacts = ({ text, days }: LedgerRow, contract: boolean): Facts => {
  const reason = text.endReason ?? text.dropReason ?? '台账记载';
  return [
    {
      type: 'TerminateProject',
      day: contract ? days.endedOn : undefined,
      fields: { kind: terminationOf(reason), reason },
      field: 'endedOn',
      carries: ['endedOn', 'endReason'],
      essential: true,
    },
    {
      type: 'DropLead',
      day: days.droppedOn ?? (contract ? undefined : days.endedOn),
      fields: {
        reason: contract ? (text.dropReason ?? reason) : (bothSaid(text.dropReason, text.endReason) ?? reason),
      },
      field: 'droppedOn',
      carries: [
        'droppedOn',
        'dropReason',
        ...(contract ? [] : (['endReason'] as const)),
        ...(contract || days.droppedOn !== undefined ? [] : (['endedOn'] as const)),
      ],
      essential: true,
    },
  ];
};

/** A line of progress; without a day of its own it is dated the day of the import, and marked so (README, "Import verdicts"). */
const lineOf = ({ text, days }: LedgerRow, adopted: Day, essential: boolean): Told => ({
  type: 'ReportProgress',
  day: text.progress === undefined ? undefined : (days.progressOn ?? adopted),
  fields: { text: text.progress, nextStep: text.nextStep },
  field: 'progress',
  carries: ['progress', 'progressOn', 'nextStep'],
  essential,
  byImport: days.progressOn === undefined,
});

/** What is known of a project's signing here, in another sheet, or in the log. */
interface SignedElsewhere {
  readonly signed: boolean; // or recorded at all
  readonly contract: boolean;
}

/** The facts that a row of a projects or leads sheet states about its project, apart from its registration. A start of a project that is signed nowhere is kept as written; what ends without a contract is dropped, with one terminated. */
export const factsOf = (row: LedgerRow, today: IsoDate, elsewhere: SignedElsewhere): readonly Planned[] => {
  const { text, days } = row;
  const adopted: Day = { date: today, month: false };
  const signed =
    days.signedOn === undefined
      ? undefined
      : before(days.signedOn, days.startOn, days.endedOn, days.enteredOn, days.startReportedOn, days.changedOn);
  const contract = frameworkOf(text.agreementKind) === null ? signed : undefined;
  return [
    ...leadFacts(row),
    ...signingFacts(row, signed, contract, adopted),
    ...landingFacts(row, signed, adopted, elsewhere.signed),
    ...pauseFacts(row),
    lineOf(row, adopted, false),
    ...endFacts(row, contract !== undefined || (signed === undefined && elsewhere.contract)),
  ].flatMap((told) => plan(row, told));
};

/** The line of a progress sheet. */
export const progressOf = (row: LedgerRow, today: IsoDate): readonly Planned[] =>
  plan(row, lineOf(row, { date: today, month: false }, true));

import {
  arrivedOf,
  counted,
  openHold,
  type ClockState,
  type Colour,
  type IsoDate,
  type KnownProject,
  type PersonId,
} from '#domain';
import { packClocks } from './packed-clocks.ts';

/**
 * A project over a span of business days, as the lists show it: column name → value, in the order of the table.
 * Money is 元 as text, days are IsoDate, colours stand as the day from which they hold.
 */
export interface ProjectRow {
  readonly version: number; // of the last fact in it
  readonly code: string;
  readonly title: string;
  readonly investor: string | null;
  readonly credit_code: string | null;
  readonly national_code: string | null;
  readonly contract_no: string | null;
  readonly unit: string | null; // as written in the fact: a name or a code
  readonly leader: string | null;
  readonly steward: string | null;
  readonly leader_id: PersonId | null; // who sees it as the own; a name alone is nobody
  readonly steward_id: PersonId | null;
  readonly transfer_to: string | null; // the unit that is asked to take it over
  readonly region: string | null;
  readonly origin: string | null;
  readonly industry: string | null;
  readonly chain: string | null;
  readonly phase: string;
  readonly is_lead: boolean;
  readonly valuable: boolean | null;
  readonly registered_on: IsoDate;
  readonly opened_on: IsoDate | null;
  readonly large: boolean | null;
  readonly framework: boolean;
  readonly planned_signing: string | null;
  readonly pre_review: string | null; // passed, returned, failed
  readonly pre_review_on: IsoDate | null;
  readonly signed_on: IsoDate | null;
  readonly counts: boolean;
  readonly contracted: string | null;
  readonly original: string | null; // as signed, before amendments
  readonly currency: string | null;
  readonly fixed_assets: string | null;
  readonly agreed_start: IsoDate | null;
  readonly planned_start: IsoDate | null;
  readonly land_mode: string | null;
  readonly start_reported_on: IsoDate | null;
  readonly start_on: IsoDate | null;
  readonly entered_on: IsoDate | null;
  readonly funds_on: IsoDate | null; // first certified arrival
  readonly arrived: string | null;
  readonly ended_on: IsoDate | null;
  readonly on_hold: boolean;
  readonly reason: string | null; // why it stands still or ended: hold, excuse or end, the latest
  readonly progress_on: IsoDate | null;
  readonly progress: string | null;
  readonly next_step: string | null;
  readonly next_date: IsoDate | null;
  readonly tags: readonly string[];
  readonly warnings: readonly string[];
  readonly blue_from: IsoDate | null;
  readonly yellow_from: IsoDate | null;
  readonly orange_from: IsoDate | null;
  readonly red_from: IsoDate | null;
  readonly dues: readonly IsoDate[]; // days from the row's first on, on which a running clock falls due; a day for each clock
  readonly clocks: string; // the running clocks, packed: see packed-clocks.ts
}

/** Column and SQL type of each value of a row: the table, the COPY and the queries are made from this list. */
export const ROW_COLUMNS: {
  readonly [K in keyof ProjectRow]: 'text' | 'integer' | 'boolean' | 'date' | 'numeric(20,2)' | 'text[]' | 'date[]';
} = {
  version: 'integer',
  code: 'text',
  title: 'text',
  investor: 'text',
  credit_code: 'text',
  national_code: 'text',
  contract_no: 'text',
  unit: 'text',
  leader: 'text',
  steward: 'text',
  leader_id: 'text',
  steward_id: 'text',
  transfer_to: 'text',
  region: 'text',
  origin: 'text',
  industry: 'text',
  chain: 'text',
  phase: 'text',
  is_lead: 'boolean',
  valuable: 'boolean',
  registered_on: 'date',
  opened_on: 'date',
  large: 'boolean',
  framework: 'boolean',
  planned_signing: 'text',
  pre_review: 'text',
  pre_review_on: 'date',
  signed_on: 'date',
  counts: 'boolean',
  contracted: 'numeric(20,2)',
  original: 'numeric(20,2)',
  currency: 'text',
  fixed_assets: 'numeric(20,2)',
  agreed_start: 'date',
  planned_start: 'date',
  land_mode: 'text',
  start_reported_on: 'date',
  start_on: 'date',
  entered_on: 'date',
  funds_on: 'date',
  arrived: 'numeric(20,2)',
  ended_on: 'date',
  on_hold: 'boolean',
  reason: 'text',
  progress_on: 'date',
  progress: 'text',
  next_step: 'text',
  next_date: 'date',
  tags: 'text[]',
  warnings: 'text[]',
  blue_from: 'date',
  yellow_from: 'date',
  orange_from: 'date',
  red_from: 'date',
  dues: 'date[]',
  clocks: 'text',
};

/** The first day on which any running clock shows `colour` or worse: a project's colour is its worst clock's. */
const from = (clocks: readonly ClockState[], colours: readonly Colour[]): IsoDate | null => {
  let first: IsoDate | null = null;
  for (const { crossings } of clocks)
    for (const { colour, on } of crossings) if (colours.includes(colour) && (first === null || on < first)) first = on;
  return first;
};

const reasonOf = (project: KnownProject, on: IsoDate): string | null => {
  if (project.end !== null) return project.end.reason;
  const hold = openHold(project);
  if (hold !== null) return hold.reason;
  return project.excuses.findLast((excuse) => excuse.on <= on)?.reason ?? null;
};

/** The row of a project as it stands from day `on` until its next fact. */
export const rowOf = (
  project: KnownProject,
  version: number,
  on: IsoDate,
  clocks: readonly ClockState[],
  warnings: readonly string[],
): ProjectRow => {
  const { contract } = project;
  const arrived = arrivedOf(project).find(({ currency }) => currency === 'CNY')?.amount ?? null;
  let fundsOn: IsoDate | null = null;
  for (const arrival of project.arrivals)
    if (counted(arrival) && arrival.amount.currency === 'CNY' && (fundsOn === null || arrival.on < fundsOn))
      fundsOn = arrival.on;
  const running = project.end === null ? clocks : [];
  return {
    version,
    code: project.code,
    title: project.title,
    investor: project.investor ?? null,
    credit_code: project.creditCode ?? null,
    national_code: project.nationalCode ?? null,
    contract_no: contract?.number ?? null,
    unit: project.owner.unit,
    leader: project.owner.leader?.name ?? null,
    steward: project.owner.steward?.name ?? null,
    leader_id: project.owner.leader?.id ?? null,
    steward_id: project.owner.steward?.id ?? null,
    transfer_to: project.transfer?.toUnit ?? null,
    region: project.hostRegion ?? null,
    origin: project.originRegion ?? null,
    industry: project.industry ?? null,
    chain: project.chain ?? null,
    phase: project.phase,
    is_lead: project.isLead,
    valuable: project.screened?.valuable ?? null,
    registered_on: project.registered.on,
    opened_on: project.negotiation?.on ?? null,
    large: project.negotiation ? project.negotiation.class === 'large' : null,
    framework: project.framework !== null,
    planned_signing: project.plannedSigning,
    pre_review: project.preReview?.result ?? null,
    pre_review_on: project.preReview?.on ?? null,
    signed_on: contract?.on ?? null,
    counts: contract?.counts ?? false,
    contracted: contract?.contracted.amount ?? null,
    original: contract?.original.amount ?? null,
    currency: contract?.contracted.currency ?? null,
    fixed_assets: contract?.fixedAssets?.amount ?? null,
    agreed_start: contract?.agreedStart?.date ?? null,
    planned_start: project.plannedStart,
    land_mode: contract?.landMode ?? null,
    start_reported_on: project.startReported?.on ?? null,
    start_on: project.startCertified?.on ?? null,
    entered_on: project.statisticsEntered?.on ?? null,
    funds_on: fundsOn,
    arrived,
    ended_on: project.end?.on ?? null,
    on_hold: openHold(project) !== null && project.end === null,
    reason: reasonOf(project, on),
    progress_on: project.progress?.on ?? null,
    progress: project.progress?.text ?? null,
    next_step: project.progress?.nextStep ?? null,
    next_date: project.progress?.nextDate ?? null,
    tags: project.tags,
    warnings,
    blue_from: from(running, ['blue', 'yellow', 'orange', 'red']),
    yellow_from: from(running, ['yellow', 'orange', 'red']),
    orange_from: from(running, ['orange', 'red']),
    red_from: from(running, ['red']),
    dues: running.flatMap(({ due }) => (due !== null && due >= on ? [due] : [])),
    clocks: packClocks(running),
  };
};

import { arrivedOf, counted, openHold, type IsoDate, type KnownProject } from '#domain';
import { atWorst } from './at-worst.ts';
import { column, firstDayOf, listed, type Told } from './column.ts';
import { packClocks } from './packed-clocks.ts';
import { searchText } from './search-text.ts';

/** Why it stands still or ended: its end, its hold, or the latest excuse that had been accepted by then. */
const reasonOf = ({ project, on }: Told): string | null => {
  if (project.end !== null) return project.end.reason;
  const hold = openHold(project);
  if (hold !== null) return hold.reason;
  return project.excuses.findLast((excuse) => excuse.on <= on)?.reason ?? null;
};

const firstFundsOn = ({ arrivals }: KnownProject): IsoDate | null => {
  let first: IsoDate | null = null;
  for (const arrival of arrivals)
    if (counted(arrival) && arrival.amount.currency === 'CNY' && (first === null || arrival.on < first))
      first = arrival.on;
  return first;
};

/**
 * The columns of a project, once, in the order of the table: name → what it holds, how it is read off the project, and what lists call it.
 * The row, its SQL, what lists can be narrowed and ordered by, their answers, the published schema, exports and the columns of the page
 * all follow; what a listed column is called stands in the domain's words (`COLUMN_WORDS`), and one without a name does not compile.
 */
// prettier-ignore
export const PROJECT_COLUMNS = {
  version: column('count', ({ version }) => version),
  code: listed('code', 'text', ({ project }) => project.code),
  title: listed('name', 'text', ({ project }) => project.title),
  investor: listed('investor', 'text', ({ project }) => project.investor ?? null),
  credit_code: listed('creditCode', 'text', ({ project }) => project.creditCode ?? null),
  national_code: listed('nationalCode', 'text', ({ project }) => project.nationalCode ?? null),
  contract_no: listed('contractNo', 'text', ({ project }) => project.contract?.number ?? null),
  unit: listed('unit', 'unit', ({ project }) => project.owner.unit),
  leader: listed('responsible', 'text', ({ project }) => project.owner.leader?.name ?? null),
  steward: listed('steward', 'text', ({ project }) => project.owner.steward?.name ?? null),
  leader_id: column('text', ({ project }) => project.owner.leader?.id ?? null), // who sees it as the own; a name alone is nobody
  steward_id: column('text', ({ project }) => project.owner.steward?.id ?? null),
  transfer_to: column('text', ({ project }) => project.transfer?.toUnit ?? null), // the unit that is asked to take it over
  region: listed('region', 'text', ({ project }) => project.hostRegion ?? null),
  origin: listed('origin', 'text', ({ project }) => project.originRegion ?? null),
  industry: listed('industry', 'text', ({ project }) => project.industry ?? null),
  chain: listed('chain', 'text', ({ project }) => project.chain ?? null),
  phase: listed('phase', 'text', ({ project }) => project.phase),
  is_lead: listed('isLead', 'flag', ({ project }) => project.isLead),
  valuable: listed('valuable', 'flag', ({ project }) => project.screened?.valuable ?? null),
  registered_on: listed('registeredOn', 'day', ({ project }) => project.registered.on),
  opened_on: listed('openedOn', 'day', ({ project }) => project.negotiation?.on ?? null),
  large: listed('large', 'flag', ({ project }) => (project.negotiation ? project.negotiation.class === 'large' : null)),
  framework: listed('framework', 'flag', ({ project }) => project.framework !== null),
  planned_signing: listed('plannedSigning', 'text', ({ project }) => project.plannedSigning),
  pre_review: column('text', ({ project }) => project.preReview?.result ?? null), // passed, returned, failed
  pre_review_on: column('day', ({ project }) => project.preReview?.on ?? null),
  signed_on: listed('signedOn', 'day', ({ project }) => project.contract?.on ?? null),
  counts: listed('counts', 'flag', ({ project }) => project.contract?.counts ?? false),
  contracted: listed('contracted', 'money', ({ project }) => project.contract?.contracted.amount ?? null),
  original: column('money', ({ project }) => project.contract?.original.amount ?? null), // as signed, before amendments
  currency: column('text', ({ project }) => project.contract?.contracted.currency ?? null),
  fixed_assets: listed('fixedAssets', 'money', ({ project }) => project.contract?.fixedAssets?.amount ?? null),
  agreed_start: listed('agreedStart', 'day', ({ project }) => project.contract?.agreedStart?.date ?? null),
  planned_start: listed('plannedStart', 'day', ({ project }) => project.plannedStart),
  land_mode: listed('landMode', 'text', ({ project }) => project.contract?.landMode ?? null),
  start_reported_on: listed('startReportedOn', 'day', ({ project }) => project.startReported?.on ?? null),
  start_on: listed('startedOn', 'day', ({ project }) => project.startCertified?.on ?? null),
  entered_on: listed('enteredOn', 'day', ({ project }) => project.statisticsEntered?.on ?? null),
  funds_on: listed('fundsOn', 'day', ({ project }) => firstFundsOn(project)),
  arrived: listed('arrived', 'yuan', ({ project }) => arrivedOf(project).find(({ currency }) => currency === 'CNY')?.amount ?? null),
  ended_on: listed('endedOn', 'day', ({ project }) => project.end?.on ?? null),
  on_hold: listed('onHold', 'flag', ({ project }) => openHold(project) !== null && project.end === null),
  reason: listed('reason', 'text', reasonOf),
  progress_on: listed('progressOn', 'day', ({ project }) => project.progress?.on ?? null),
  progress: listed('progress', 'text', ({ project }) => project.progress?.text ?? null),
  next_step: listed('nextStep', 'text', ({ project }) => project.progress?.nextStep ?? null),
  next_date: listed('nextDate', 'day', ({ project }) => project.progress?.nextDate ?? null),
  tags: listed('tags', 'texts', ({ project }) => project.tags),
  warnings: listed('warnings', 'texts', ({ warnings }) => warnings),
  search: column('text', ({ project }) => searchText(project.title, project.investor, [project.code, project.contract?.number, project.nationalCode])),
  blue_from: column('day', ({ running }) => firstDayOf(running, ['blue', 'yellow', 'orange', 'red'])),
  yellow_from: column('day', ({ running }) => firstDayOf(running, ['yellow', 'orange', 'red'])),
  orange_from: column('day', ({ running }) => firstDayOf(running, ['orange', 'red'])),
  red_from: column('day', ({ running }) => firstDayOf(running, ['red'])),
  dues: column('days', ({ running, on }) => running.flatMap(({ due }) => (due !== null && due >= on ? [due] : []))), // from the row's first day on; a day for each clock
  at_worst: column('steps', ({ running, on }) => atWorst(running, on)), // see at-worst.ts
  clocks: column('text', ({ running }) => packClocks(running)), // see packed-clocks.ts
};

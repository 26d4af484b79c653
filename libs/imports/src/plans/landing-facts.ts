import { startsBy } from '../rows/meanings.ts';
import type { Day, LedgerRow } from '../rows/ledger-row.ts';
import { before } from './day-order.ts';
import type { Facts, Told } from './planned.ts';

/** 竣工: the building stands. Where production, or its entry into statistics, is told later it was a step, and else the end. */
const builtFacts = ({ days }: LedgerRow): Told => {
  const { completedOn: day, productionOn, enteredOn } = days;
  const goesOn = [productionOn, enteredOn].some(
    (later) => day !== undefined && later !== undefined && later.date > day.date,
  );
  return goesOn
    ? { type: 'CompleteMilestone', day, fields: { milestone: '竣工' }, field: 'completedOn' }
    : { type: 'CompleteProject', day, fields: {}, field: 'completedOn' };
};

/** The start: on its own day, else on that of a landing that is one. `started`: it is signed somewhere, so that its start can be a fact. */
const startFact = ({ text, days }: LedgerRow, started: boolean): Told => {
  const landed = days.startOn === undefined && startsBy(text.landedKind) ? days.landedOn : undefined;
  const start = started || text.startException !== undefined ? (days.startOn ?? landed) : undefined;
  const where: Pick<Told, 'field' | 'carries'> =
    landed === undefined
      ? { field: 'startOn', carries: ['startOn', 'startException'] }
      : { field: 'landedOn', carries: ['landedOn', 'landedKind', 'startException'] };
  return {
    type: 'CertifyStart',
    day: start && before(start, days.endedOn),
    fields: { exception: text.startException },
    ...where,
    essential: true,
  };
};

/** From the plan of a start to what was built. `started`: as for a start. */
export const landingFacts = (row: LedgerRow, signed: Day | undefined, adopted: Day, started: boolean): Facts => {
  const { days } = row;
  const since = signed ?? days.openedOn;
  return [
    {
      type: 'PlanStart',
      day: days.plannedStart === undefined ? undefined : (since ?? adopted),
      fields: { plannedOn: days.plannedStart?.date },
      field: 'plannedStart',
      byImport: since === undefined,
    },
    { type: 'ReportStart', day: days.startReportedOn, fields: {}, field: 'startReportedOn' },
    startFact(row, started),
    { type: 'EnterStatistics', day: days.enteredOn, fields: {}, field: 'enteredOn', essential: true },
    { type: 'StartProduction', day: days.productionOn, fields: {}, field: 'productionOn' },
    builtFacts(row),
  ];
};

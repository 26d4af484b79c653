import { sameMoney } from '../../money.ts';
import type { LANDING_COMMANDS } from '../commands/landing.ts';
import { reject } from '../rejections.ts';
import type { Placed } from '../corrections.ts';
import type { Told } from '../known-facts.ts';
import type { Arrival, Dated, KnownProject } from '../state.ts';
import { filled, type Circumstances, type Decisions } from './decision.ts';

const arrivalOf = (project: KnownProject, id: string): Arrival => {
  const arrival = project.arrivals.find((one) => one.id === id) ?? reject('arrival-unknown', 'arrival');
  return arrival.reversed ? reject('arrival-reversed', 'arrival') : arrival;
};

/** One person never reports and certifies the same thing: 认定 is by the bureau. Who corrected a report has reported, too. */
const checkSecondPerson = (reported: Dated | null, { giver }: Circumstances, told: Told): void => {
  if (reported === null || giver === undefined) return;
  const { version } = reported;
  const said = (event: Placed): boolean =>
    event.version === version || (event.type === 'FactCorrected' && event.data.target === version);
  if (told.facts().some((event) => event.by === giver && said(event))) reject('certified-by-reporter');
};

export const LANDING: Decisions<keyof typeof LANDING_COMMANDS> = {
  CompleteMilestone: ({ milestone }, project, on) =>
    Object.hasOwn(project.milestones, milestone)
      ? []
      : [{ type: 'MilestoneCompleted', occurredOn: on, data: { milestone } }],
  PlanStart: ({ plannedOn }, project, on) =>
    project.plannedStart === plannedOn ? [] : [{ type: 'StartPlanned', occurredOn: on, data: { plannedOn } }],
  ReportStart: (_command, project, on) =>
    project.startReported?.on === on ? [] : [{ type: 'StartReported', occurredOn: on, data: {} }],
  CertifyStart: ({ verifier, exception }, project, on, circumstances, told) => {
    if (project.startCertified?.on === on) return [];
    if (project.startCertified) reject('start-certified');
    // 先开工后签约 is accepted only with a recorded exception (README, "Lifecycle").
    if ((project.contract === null || on < project.contract.on) && exception === undefined)
      reject('start-before-contract', 'exception');
    checkSecondPerson(project.startReported, circumstances, told);
    return [{ type: 'StartCertified', occurredOn: on, data: filled({ verifier, exception }) }];
  },
  RejectStart: ({ reason }, project, on) => {
    if (project.startReported === null) reject('start-not-reported');
    return [{ type: 'StartRejected', occurredOn: on, data: { reason } }];
  },
  EnterStatistics: ({ form, threshold }, project, on) => {
    if (project.statisticsEntered?.on === on) return [];
    if (project.statisticsEntered) reject('statistics-entered');
    return [{ type: 'StatisticsEntered', occurredOn: on, data: filled({ form, threshold }) }];
  },
  ReportArrival: ({ arrival, amount, foreign, kind, origin, voucher }, project, on) => {
    const known = project.arrivals.find(({ id }) => id === arrival);
    if (known?.on === on && sameMoney(known.amount, amount)) return [];
    if (known) reject('arrival-exists', 'arrival');
    const converted = foreign && { amount: foreign.amount, rate: foreign.rate, rateOn: foreign.rateOn };
    return [
      {
        type: 'ArrivalReported',
        occurredOn: on,
        data: filled({ arrival, amount, foreign: converted, kind, origin, voucher }),
      },
    ];
  },
  CertifyArrival: ({ arrival: id }, project, on, circumstances, told) => {
    const arrival = arrivalOf(project, id);
    if (arrival.certified?.on === on) return [];
    if (arrival.certified) reject('arrival-certified', 'arrival');
    if (on < arrival.on) reject('before-arrival', 'occurredOn');
    if (arrival.on < project.registered.on) reject('arrival-before-project', 'arrival');
    checkSecondPerson(arrival, circumstances, told);
    return [{ type: 'ArrivalCertified', occurredOn: on, data: { arrival: id } }];
  },
  ReverseArrival: ({ arrival: id, reason }, project, on) => {
    if (on < arrivalOf(project, id).on) reject('before-arrival', 'occurredOn');
    return [{ type: 'ArrivalReversed', occurredOn: on, data: { arrival: id, reason } }];
  },
};

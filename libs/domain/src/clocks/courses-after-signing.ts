import { yearOf, type IsoDate } from '../dates.ts';
import { fenOf } from '../money.ts';
import type { Policy } from '../policy/policy.ts';
import { counted, type Arrival, type Contract, type Dated, type KnownProject } from '../project/state.ts';
import { earliest, latest, type Course } from './course.ts';

export const startCourses = (project: KnownProject, policy: Policy): readonly Course[] => {
  const { contract, startCertified, end } = project;
  if (contract === null) return [];
  const stop = earliest(startCertified, end);
  const base = { event: contract.counts ? 'ContractSigned' : 'ProjectSplitOff', start: contract, stop };
  const courses: Course[] = [];
  if (contract.agreedStart !== null)
    courses.push({ ...base, clock: 'agreed-start', due: contract.agreedStart.date, length: null });
  courses.push({ ...base, clock: 'start-floor', due: `${yearOf(contract.on) + 1}-03-31` as IsoDate, length: null });
  const oneYear = policy.clocks['signed-one-year'];
  const restarted = latest(contract, project.restarts['signed-one-year'])!;
  courses.push({
    ...base,
    start: restarted,
    clock: 'signed-one-year',
    due: null,
    length: oneYear.own?.red ?? oneYear.length,
  });
  if (contract.landMode === 'purchase' && contract.agreedStart !== null) {
    const { length, own } = policy.clocks['idle-land'];
    const agreed = contract.agreedStart;
    courses.push({
      clock: 'idle-land',
      event: agreed.version === contract.version ? base.event : 'ContractAmended',
      start: { on: agreed.date, version: agreed.version },
      stop,
      due: null,
      length,
      colourless: true,
      warnings: [
        { what: 'idle-land-fee', after: length!, dayAfter: false },
        ...(own?.withdrawal ? [{ what: 'land-recovery' as const, after: own.withdrawal, dayAfter: false }] : []),
      ],
    });
  }
  return courses;
};

/** The certification with which the money reached `percent` of the contract. */
const reached = ({ contracted }: Contract, arrivals: readonly Arrival[], percent: number): Dated | null => {
  const wanted = fenOf(contracted.amount) * BigInt(percent);
  let sum = 0n;
  const certified = arrivals
    .filter((one) => counted(one) && one.amount.currency === contracted.currency)
    .map((arrival) => ({ arrival, when: latest(arrival, arrival.certified)! }))
    .sort(({ when: x }, { when: y }) => (x.on === y.on ? x.version - y.version : x.on < y.on ? -1 : 1));
  for (const { arrival, when } of certified) {
    sum += fenOf(arrival.amount.amount) * 100n;
    if (sum >= wanted) return when;
  }
  return null;
};

export const landingCourses = (project: KnownProject, policy: Policy): readonly Course[] => {
  const { startCertified, statisticsEntered, contract, end } = project;
  if (startCertified === null || contract === null) return [];
  const certified = project.arrivals.filter(counted).map((arrival): Dated => latest(arrival, arrival.certified)!);
  const base = { event: 'StartCertified', start: startCertified };
  const entry = policy.clocks['statistical-entry'];
  const first = policy.clocks['first-funds'].length!;
  const share = policy.clocks['funds-15-percent'].length!;
  return [
    {
      ...base,
      clock: 'statistical-entry',
      stop: earliest(statisticsEntered, end),
      due: null,
      length: entry.own?.yellow ?? entry.length,
    },
    {
      ...base,
      clock: 'first-funds',
      stop: earliest(...certified, end),
      due: null,
      length: first,
    },
    {
      ...base,
      clock: 'funds-15-percent',
      stop: earliest(reached(contract, project.arrivals, policy.fundsPercent), end),
      due: null,
      length: share,
    },
  ];
};

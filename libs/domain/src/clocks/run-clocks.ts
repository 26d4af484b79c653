import { addWorkingDays, type Calendar } from '../calendar/calendar.ts';
import { addDays, addMonths, yearOf, type IsoDate } from '../dates.ts';
import { fenOf } from '../money.ts';
import type { Length, Policy } from '../policy/policy.ts';
import { counted, type Dated, type KnownProject } from '../project/state.ts';
import { moved, type Clock, type Pause } from './clock.ts';
import type { ClockName } from './names.ts';

type Reasoned = Pause & { readonly reason: string };

const latest = (...facts: readonly (Dated | null | undefined)[]): Dated | null =>
  facts.reduce<Dated | null>((last, fact) => (fact && (last === null || fact.on >= last.on) ? fact : last), null);

const earliest = (...facts: readonly (Dated | null | undefined)[]): Dated | null =>
  facts.reduce<Dated | null>((first, fact) => (fact && (first === null || fact.on < first.on) ? fact : first), null);

/** Pauses of a clock in order, each day once: accepted excuses that name it, and holds where the policy lets a hold pause it. */
const pausesOf = (clock: ClockName, project: KnownProject, byHold: boolean, start: IsoDate): readonly Reasoned[] => {
  const raw: Reasoned[] = project.excuses
    .filter((excuse) => excuse.clock === clock)
    .map(({ on, until, reason }) => ({ from: on, to: until, reason }));
  if (byHold)
    for (const { on, expectedEnd, resumed, reason } of project.holds) {
      const lastDay = resumed === null ? null : addDays(resumed.on, -1); // the day of resumption counts again
      const to = lastDay !== null && (expectedEnd === null || lastDay < expectedEnd) ? lastDay : expectedEnd;
      if (to === null || to >= on) raw.push({ from: on, to, reason });
    }
  const merged: Reasoned[] = [];
  for (const pause of raw.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (pause.to !== null && pause.to < start) continue; // before the clock began
    const last = merged.at(-1);
    const from = pause.from < start ? start : pause.from;
    if (last === undefined || (last.to !== null && from > last.to)) {
      merged.push({ ...pause, from });
      continue;
    }
    if (last.to === null || (pause.to !== null && pause.to <= last.to)) continue;
    merged.push({ ...pause, from: addDays(last.to, 1) });
  }
  return merged;
};

interface Course {
  readonly clock: ClockName;
  readonly event: string;
  readonly start: Dated;
  readonly stop: Dated | null;
  readonly due: IsoDate;
  readonly length: Length | null;
  readonly warnings?: readonly { readonly what: Clock['warnings'][number]['what']; readonly on: IsoDate }[];
  readonly colourless?: boolean;
}

const after = (start: IsoDate, { value, unit }: Length, calendar: Calendar): IsoDate =>
  unit === 'working-days'
    ? addWorkingDays(start, value, calendar).day
    : unit === 'months'
      ? addMonths(start, value)
      : addDays(start, value);

const NOTHING_PASSED: Pick<Clock, 'holidays' | 'unpublished'> = { holidays: [], unpublished: [] };

/** Days off and unpublished years that were passed in counting these spans: the longest of working days passes what the shorter ones pass. */
const passed = (
  start: IsoDate,
  spans: readonly (Length | null | undefined)[],
  calendar: Calendar,
): Pick<Clock, 'holidays' | 'unpublished'> => {
  const longest = spans.reduce(
    (most, span) => (span?.unit === 'working-days' && span.value > most ? span.value : most),
    0,
  );
  if (longest === 0) return NOTHING_PASSED;
  const { holidays, unpublished } = addWorkingDays(start, longest, calendar);
  return { holidays, unpublished };
};

/** First days of the colours, without pauses. Every colour of lateness begins the day after the day named (domain.md, "Clocks"). */
const baseCrossings = (
  { clock, start, due }: Course,
  { scale, clocks }: Policy,
  calendar: Calendar,
): readonly Clock['crossings'][number][] => {
  const own = clocks[clock].own;
  if (own === undefined)
    return [
      { colour: 'blue', on: addDays(due, -scale.blueDaysBefore) },
      { colour: 'yellow', on: addDays(due, scale.yellowDaysLate) },
      { colour: 'orange', on: addDays(due, scale.orangeDaysLate) },
      { colour: 'red', on: addDays(due, scale.redDaysLate) },
    ];
  const late = (['yellow', 'orange', 'red'] as const).flatMap((colour) =>
    own[colour] ? [{ colour, on: addDays(after(start.on, own[colour], calendar), 1) }] : [],
  );
  const first = late[0];
  if (first === undefined) return [];
  const blue = own.blueAfter ? after(start.on, own.blueAfter, calendar) : addDays(first.on, -1 - scale.blueDaysBefore);
  return [{ colour: 'blue', on: blue }, ...late];
};

const run = (course: Course, project: KnownProject, policy: Policy, calendar: Calendar): Clock => {
  const rule = policy.clocks[course.clock];
  const pauses = pausesOf(course.clock, project, rule.pausedByHold, course.start.on);
  const crossings = course.colourless ? [] : baseCrossings(course, policy, calendar);
  return {
    clock: course.clock,
    policyVersion: policy.version,
    startedBy: { event: course.event, version: course.start.version, on: course.start.on },
    baseDue: course.due,
    due: moved(course.due, pauses),
    length: course.length,
    ...passed(course.start.on, [course.length, ...Object.values(rule.own ?? {})], calendar),
    crossings:
      pauses.length === 0
        ? crossings
        : crossings.flatMap(({ colour, on }) => {
            const day = moved(on, pauses);
            return day === null ? [] : [{ colour, on: day }];
          }),
    pauses,
    stopped: course.stop,
    warnings: (course.warnings ?? []).flatMap(({ what, on }) => {
      const day = course.colourless ? on : moved(on, pauses);
      return day === null ? [] : [{ what, on: day }];
    }),
  };
};

const leadCourse = (project: KnownProject, { leadSteps }: Policy, calendar: Calendar): readonly Course[] => {
  if (!project.isLead) return [];
  const start = latest(project.registered, project.restarts['lead-response'])!;
  const steps = [
    [leadSteps.acknowledged, project.acknowledged],
    [leadSteps.screened, project.screened],
    [leadSteps.fedBack, project.fedBack],
  ] as const;
  const open = steps[steps.findLastIndex(([, done]) => done !== null) + 1]; // a later step done says that the earlier ones were
  const [days] = open ?? steps[2];
  const length: Length = { value: days, unit: 'working-days' };
  const left = earliest(project.negotiation, project.contract, project.framework, project.end);
  const stop = open === undefined ? latest(project.acknowledged, project.screened, project.fedBack) : left;
  return [
    { clock: 'lead-response', event: 'LeadRegistered', start, stop, due: after(start.on, length, calendar), length },
  ];
};

const negotiationCourse = (project: KnownProject, policy: Policy, calendar: Calendar): readonly Course[] => {
  const { negotiation, extension } = project;
  if (negotiation === null) return [];
  const clock = negotiation.class === 'large' ? 'negotiation-large' : 'negotiation-standard';
  const start = latest(negotiation, project.restarts[clock])!;
  const length = policy.clocks[clock].length ?? { value: 3, unit: 'months' };
  const due = after(start.on, length, calendar);
  const extended = extension !== null && extension.until > due ? extension.until : null;
  return [
    {
      clock,
      event: 'NegotiationOpened',
      start,
      stop: earliest(project.contract, project.end),
      due: extended ?? due,
      length: extended === null ? length : null,
    },
  ];
};

const progressCourse = (project: KnownProject, policy: Policy, calendar: Calendar): readonly Course[] => {
  const { progress, negotiation, contract, startCertified, end, framework } = project;
  if (
    negotiation === null &&
    contract === null &&
    !(project.phase === 'negotiation' && (progress ?? framework) !== null)
  )
    return [];
  const start = latest(negotiation, contract, progress, project.restarts['no-progress']);
  if (start === null) return [];
  const event =
    start.version === contract?.version && start.on === contract.on
      ? 'ContractSigned'
      : start.version === progress?.version
        ? 'ProgressReported'
        : 'NegotiationOpened';
  const { length, own } = policy.clocks['no-progress'];
  return [
    {
      clock: 'no-progress',
      event,
      start,
      stop: earliest(startCertified, end),
      due: after(start.on, own?.yellow ?? length!, calendar),
      length: own?.yellow ?? length,
      warnings: own?.withdrawal
        ? [{ what: 'proposed-for-withdrawal', on: addDays(after(start.on, own.withdrawal, calendar), 1) }]
        : [],
    },
  ];
};

const startCourses = (project: KnownProject, policy: Policy, calendar: Calendar): readonly Course[] => {
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
    due: after(restarted.on, oneYear.own?.red ?? oneYear.length!, calendar),
    length: oneYear.own?.red ?? oneYear.length,
  });
  if (contract.landMode === 'purchase' && contract.agreedStart !== null) {
    const { length, own } = policy.clocks['idle-land'];
    const agreed = contract.agreedStart;
    const fee = after(agreed.date, length!, calendar);
    courses.push({
      clock: 'idle-land',
      event: agreed.version === contract.version ? base.event : 'ContractAmended',
      start: { on: agreed.date, version: agreed.version },
      stop,
      due: fee,
      length,
      colourless: true,
      warnings: [
        { what: 'idle-land-fee', on: fee },
        ...(own?.withdrawal
          ? [{ what: 'land-recovery' as const, on: after(agreed.date, own.withdrawal, calendar) }]
          : []),
      ],
    });
  }
  return courses;
};

/** The certified arrival with which the money reached `percent` of the contract, in order of certification. */
const reached = (project: KnownProject, percent: number): Dated | null => {
  const { contract } = project;
  if (contract === null) return null;
  const wanted = fenOf(contract.contracted.amount) * BigInt(percent);
  let sum = 0n;
  const certified = project.arrivals
    .filter((one) => counted(one) && one.amount.currency === contract.contracted.currency)
    .map((arrival) => ({ arrival, when: latest(arrival, arrival.certified)! }))
    .sort((x, y) => (x.when.on < y.when.on ? -1 : x.when.on > y.when.on ? 1 : 0));
  for (const { arrival, when } of certified) {
    sum += fenOf(arrival.amount.amount) * 100n;
    if (sum >= wanted) return when;
  }
  return null;
};

const landingCourses = (project: KnownProject, policy: Policy, calendar: Calendar): readonly Course[] => {
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
      due: after(startCertified.on, entry.own?.yellow ?? entry.length!, calendar),
      length: entry.own?.yellow ?? entry.length,
    },
    {
      ...base,
      clock: 'first-funds',
      stop: earliest(...certified, end),
      due: after(startCertified.on, first, calendar),
      length: first,
    },
    {
      ...base,
      clock: 'funds-15-percent',
      stop: earliest(reached(project, policy.fundsPercent), end),
      due: after(startCertified.on, share, calendar),
      length: share,
    },
  ];
};

/**
 * Every clock that the project's facts have started, running or stopped, in the order of the table. The one place where lateness is computed:
 * lists, colours, checklists, reminders and appraisals all read this answer. Holds until the next fact; the facts must be those known on the day asked about.
 */
export const runClocks = (project: KnownProject, policy: Policy, calendar: Calendar): readonly Clock[] =>
  [
    ...leadCourse(project, policy, calendar),
    ...negotiationCourse(project, policy, calendar),
    ...progressCourse(project, policy, calendar),
    ...startCourses(project, policy, calendar),
    ...landingCourses(project, policy, calendar),
  ].map((course) => run(course, project, policy, calendar));

/** The clocks that still run: those that colour the project. */
export const runningClocks = (project: KnownProject, policy: Policy, calendar: Calendar): readonly Clock[] =>
  project.end === null ? runClocks(project, policy, calendar).filter(({ stopped }) => stopped === null) : [];

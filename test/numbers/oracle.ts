import type { ProjectEvent, RecordedEvent } from '#domain';

/**
 * The metrics once more, from raw events by code as plain as it can be: filter by what was known, apply corrections, filter by day, look. It shares
 * nothing with the product but the shapes of events, and says what README.md of libs/domain says under "Metrics".
 */
export interface Scope {
  readonly from: string;
  readonly to: string;
  readonly day: string;
  readonly position: bigint;
  readonly unit: string | null; // null: the whole
  readonly terminated: 'kept' | 'dropped';
  readonly carriedOver: 'in' | 'out';
  readonly contract: 'amended' | 'original';
  readonly window: 'period' | 'year';
}

interface Fact {
  readonly version: number;
  readonly type: string;
  on: string;
  data: Record<string, unknown>;
}

/** A project as plainly as figures need it. */
interface Plain {
  readonly unit: string | null;
  readonly lead: boolean;
  readonly registered: string;
  readonly valuable: boolean; // by the latest verdict, whenever it was passed
  readonly review: { readonly on: string; readonly passed: boolean } | null;
  readonly signed: string | null;
  readonly amount: bigint;
  readonly started: string | null;
  readonly entered: string | null;
  readonly ended: string | null;
  readonly arrivals: readonly {
    readonly on: string;
    readonly fen: bigint;
    readonly currency: string;
    readonly origin: string | null;
  }[];
}

/** "12.34" → 1234, read once more by hand: this file shares nothing with the product. */
const fen = (money: unknown): bigint => {
  const { amount: text } = money as { readonly amount: string };
  const [whole, places] = text.split('.');
  return BigInt(`${whole}${places}`);
};
const byDay = (a: Fact, b: Fact): number => (a.on === b.on ? a.version - b.version : a.on < b.on ? -1 : 1);

const standing = (events: readonly RecordedEvent[]): Fact[] => {
  const facts = new Map<number, Fact>();
  for (const { event, version } of events) {
    const { type, occurredOn: on, data } = event as ProjectEvent;
    if (type === 'FactVoided') facts.delete(data.target);
    else if (type === 'FactCorrected') {
      const target = facts.get(data.target);
      if (target === undefined) continue;
      if (data.field === 'occurredOn') target.on = data.to as string;
      else target.data = { ...target.data, [data.field]: data.to };
    } else facts.set(version, { version, type, on, data: data as Record<string, unknown> });
  }
  return [...facts.values()].sort(byDay);
};

const plain = (all: readonly Fact[], { day, contract }: Scope): Plain | null => {
  const facts = all.filter(({ on }) => on <= day);
  const [first] = facts;
  if (first === undefined) return null;
  const last = (type: string, among = facts) => among.findLast((fact) => fact.type === type);
  const signing = last('ContractSigned');
  const amended = last('ContractAmended');
  const review = last('PreReviewDecided');
  const has = (type: string, arrival: unknown) =>
    facts.some((fact) => fact.type === type && fact.data['arrival'] === arrival);
  const amount =
    contract === 'amended' && amended !== undefined ? amended.data['contractedTo'] : signing?.data['contracted'];
  return {
    unit: ((last('OwnerAssigned') ?? first).data['unit'] as string | undefined) ?? null,
    lead: first.type === 'LeadRegistered',
    registered: first.on,
    valuable: last('LeadScreened', [...all])?.data['valuable'] === true,
    review: review === undefined ? null : { on: review.on, passed: review.data['result'] === 'passed' },
    signed: signing?.on ?? null,
    amount: amount === undefined ? 0n : fen(amount),
    started: last('StartCertified')?.on ?? null,
    entered: last('StatisticsEntered')?.on ?? null,
    ended: last('ProjectTerminated')?.on ?? null,
    arrivals: facts
      .filter(
        ({ type, data }) =>
          type === 'ArrivalReported' &&
          has('ArrivalCertified', data['arrival']) &&
          !has('ArrivalReversed', data['arrival']),
      )
      .map(({ on, data }) => ({
        on,
        fen: fen(data['amount']),
        currency: (data['amount'] as { currency: string }).currency,
        origin: (data['origin'] as string | undefined) ?? null,
      })),
  };
};

export type OracleValue = { readonly whole: bigint } | { readonly numerator: bigint; readonly denominator: bigint };

/** Every metric of the scope. Amounts are 分 of CNY; money from abroad, 分 of USD. */
export const oracle = (
  streams: readonly (readonly RecordedEvent[])[],
  scope: Scope,
): Readonly<Record<string, OracleValue>> => {
  const { from, to, unit, terminated, carriedOver, window } = scope;
  const projects = streams
    .map((events) => plain(standing(events.filter(({ position }) => position <= scope.position)), scope))
    .filter((one): one is Plain => one !== null && (unit === null || one.unit === unit));
  const year = to.slice(0, 4);
  const within = (day: string | null, start = from): boolean => day !== null && day >= start && day <= to;
  const count = (holds: (one: Plain) => boolean): bigint => BigInt(projects.filter(holds).length);
  const sum = (holds: (one: Plain) => boolean): bigint =>
    projects.filter(holds).reduce((total, { amount }) => total + amount, 0n);
  const signs = (one: Plain, start: string): boolean =>
    within(one.signed, start) && (terminated === 'kept' || one.ended === null);
  const cohort = window === 'year' ? `${year}-01-01` : from;
  const threeYears = `${Number(year) - 2}-01-01`;
  type Arrival = Plain['arrivals'][number];
  const money = (holds: (arrival: Arrival, one: Plain) => boolean, currency = 'CNY'): bigint => {
    let total = 0n;
    for (const one of projects)
      for (const arrival of one.arrivals) {
        const counts = carriedOver === 'in' || one.signed?.slice(0, 4) === year;
        if (arrival.currency === currency && counts && holds(arrival, one)) total += arrival.fen;
      }
    return total;
  };
  const foreign = ({ origin, currency }: Arrival): boolean =>
    origin === null ? currency !== 'CNY' : origin === 'overseas';
  const stock = (one: Plain): boolean =>
    one.signed !== null &&
    one.signed < `${from.slice(0, 4)}-01-01` &&
    (one.started === null || one.started >= from) &&
    (one.ended === null || one.ended >= from);
  return {
    signed: { whole: count((one) => signs(one, from)) },
    'signed-amount': { whole: sum((one) => signs(one, from)) },
    started: { whole: count((one) => one.signed !== null && within(one.started)) },
    'started-amount': { whole: sum((one) => one.signed !== null && within(one.started)) },
    'start-rate': {
      numerator: count((one) => signs(one, cohort) && one.started !== null),
      denominator: count((one) => signs(one, cohort)),
    },
    'three-year-start-rate': {
      numerator: count((one) => signs(one, threeYears) && one.started !== null),
      denominator: count((one) => signs(one, threeYears)),
    },
    'funds-in-place-rate': {
      numerator: money((_arrival, one) => signs(one, cohort)),
      denominator: sum((one) => signs(one, cohort)),
    },
    'domestic-arrived': { whole: money((arrival) => within(arrival.on) && !foreign(arrival)) },
    'foreign-arrived': { whole: money((arrival) => within(arrival.on) && foreign(arrival), 'USD') },
    'new-project-arrived': { whole: money(({ on }, { signed }) => within(on) && signed?.slice(0, 4) === year) },
    'carried-over-arrived': { whole: money(({ on }, { signed }) => within(on) && (signed?.slice(0, 4) ?? '9') < year) },
    backlog: { whole: count((one) => one.signed !== null && one.started === null && one.ended === null) },
    'backlog-cleared': {
      numerator: count((one) => stock(one) && within(one.started)),
      denominator: count(stock),
    },
    leads: { whole: count((one) => one.lead && within(one.registered)) },
    'valuable-information-rate': {
      numerator: count((one) => one.lead && within(one.registered) && one.valuable),
      denominator: count((one) => one.lead && within(one.registered)),
    },
    'pre-review-pass-rate': {
      numerator: count(({ review }) => review !== null && within(review.on) && review.passed),
      denominator: count(({ review }) => within(review?.on ?? null)),
    },
    entered: { whole: count(({ entered }) => within(entered)) },
    // Nobody of these bureaus goes out.
    'outreach-days': { whole: 0n },
    'firms-visited': { whole: 0n },
  };
};

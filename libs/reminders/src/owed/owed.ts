import {
  addDays,
  dayInShanghai,
  evolve,
  inBusinessOrder,
  nextWorkingDay,
  NO_PROJECT,
  rungsOf,
  runClocks,
  RUNGS,
  type Addressee,
  type ClockName,
  type IsoDate,
  type KnownProject,
  type Person,
  type Placed,
  type Project,
  type ProjectEvent,
  type Recipient,
  type RecordedEvent,
  type Rules,
  type Rung,
} from '#domain';

export type Outcome = 'expected' | 'sent' | 'merged' | 'suppressed' | 'failed' | 'acknowledged' | 'withdrawn';

/** A notice that the policy owes, in the shape of cli.md, `reminders`. */
export interface Owed {
  readonly clock: ClockName;
  readonly policyVersion: number;
  readonly rung: Rung;
  readonly recurrence: number;
  readonly on: IsoDate;
  readonly sendOn: IsoDate;
  readonly to: readonly Addressee[];
  readonly outcome: Outcome;
  readonly why: string | null;
  readonly startedBy: number; // version of the fact that started the clock
}

/** Who holds a role in a unit, from the organisation tree; null where nobody does. */
export type HolderOf = (unit: string | null, role: 'head' | 'supervision') => Person | null;

const OFFICE = 'supervision-office';

/** A role with whoever holds it; a name that is nobody's id stays a name. */
export const addressed = (unit: string | null, role: string, who: Person | null): Addressee => ({
  unit,
  role,
  person: who?.name ?? null,
  ...(who === null || who.id === null ? {} : { id: who.id }),
});

const addressees = (recipient: Recipient, { owner }: KnownProject, holder: HolderOf): readonly Addressee[] => {
  const person = (role: string, who: Person | null): readonly Addressee[] =>
    who === null ? [] : [addressed(owner.unit, role, who)];
  switch (recipient) {
    case 'steward':
      return person('steward', owner.steward);
    case 'liaisons':
      return owner.liaisons.flatMap((who) => person('liaison', who));
    case 'responsible-leader':
      return person('responsible-leader', owner.leader);
    case 'owner-unit':
      return owner.unit === null ? [] : [{ unit: owner.unit, role: 'owner-unit', person: null }];
    case 'owner-head':
      return owner.unit === null ? [] : [addressed(owner.unit, 'owner-head', holder(owner.unit, 'head'))];
    case 'all-units':
      return [{ unit: null, role: 'all-units', person: null }];
    case 'supervision-office':
      return [addressed(null, OFFICE, holder(null, 'supervision'))];
  }
};

/** Nobody found is loud: the supervision office is told, and the notice says why. */
const address = (
  recipients: readonly Recipient[],
  project: KnownProject,
  holder: HolderOf,
): { readonly to: readonly Addressee[]; readonly missing: string | null } => {
  const found = recipients.flatMap((one) => addressees(one, project, holder));
  if (found.length > 0) return { to: found, missing: null };
  return {
    to: [addressed(null, OFFICE, holder(null, 'supervision'))],
    missing: `nobody holds: ${recipients.join(', ')}`,
  };
};

interface Stretch {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly project: KnownProject;
}

/** The stretches of days on which neither the project nor the policy in force changes, with the project as it was on them. */
const stretches = (facts: readonly Placed[], last: IsoDate, { policies }: Rules): readonly Stretch[] => {
  const ordered = inBusinessOrder(facts);
  const found: Stretch[] = [];
  let project: Project = NO_PROJECT;
  for (const [index, fact] of ordered.entries()) {
    project = evolve(project, fact);
    const next = ordered[index + 1];
    const until = next === undefined || next.occurredOn > last ? addDays(last, 1) : next.occurredOn;
    if (project.phase !== 'none' && fact.occurredOn < until) {
      const cuts = [
        fact.occurredOn,
        ...policies.map(({ validFrom }) => validFrom).filter((day) => day > fact.occurredOn && day < until),
        until,
      ];
      for (const [at, from] of cuts.slice(0, -1).entries()) found.push({ from, until: cuts[at + 1]!, project });
    }
    if (next !== undefined && next.occurredOn > last) break;
  }
  return found;
};

/** One run of a clock from one start: how often each rung came in the runs before it, and up to now. */
interface Instance {
  readonly version: number;
  readonly counted: ReadonlyMap<Rung, number>;
  readonly most: Map<Rung, number>;
}

/**
 * Every notice that the policy owes for one project with its rung dated in [from, to], as if the days had passed one by one: a rung counts on
 * the facts known on its own day, and a clock that has stopped by then owes nothing. Each (clock, rung, recurrence) once; a clock that starts
 * anew (another line of progress) goes on counting. Of a history that was imported only the highest rung reached is owed, on the day of adoption.
 */
export const owed = (
  history: readonly RecordedEvent[],
  rules: Rules,
  from: IsoDate,
  to: IsoDate,
  holder: HolderOf,
): readonly Owed[] => {
  const facts = history.map(({ event, version }): Placed => ({ ...(event as ProjectEvent), version }));
  const first = history[0];
  const adopted = first?.meta.imported === undefined ? null : dayInShanghai(first.recordedAt);
  const last = adopted !== null && adopted > to ? adopted : to;
  const instances = new Map<ClockName, Instance>();
  const seen = new Set<string>();
  const found: Owed[] = [];
  const ended = new Map<string, IsoDate>(); // runs of clocks, by the first day on which they ran no more
  let runningBefore: readonly string[] = [];
  for (const { from: begin, until, project } of stretches(facts, last, rules)) {
    const policy = rules.policyOn(begin);
    const clocks = runClocks(project, policy, rules.calendar);
    const running = project.end === null ? clocks.filter(({ stopped }) => stopped === null).map(runOf) : [];
    for (const run of runningBefore) if (!running.includes(run)) ended.set(run, begin);
    runningBefore = running;
    for (const clock of clocks) {
      if (clock.stopped !== null || project.end !== null) continue;
      const before = instances.get(clock.clock);
      const instance =
        before?.version === clock.startedBy.version
          ? before
          : {
              version: clock.startedBy.version,
              counted: new Map(before?.most ?? []),
              most: new Map(before?.most ?? []),
            };
      instances.set(clock.clock, instance);
      for (const { rung, recurrence, on, to: recipients } of rungsOf(clock, policy)) {
        if (on < begin || on >= until) continue;
        const number = (instance.counted.get(rung) ?? 0) + recurrence;
        const key = `${clock.clock} ${policy.version} ${rung} ${number}`;
        if (seen.has(key)) continue;
        seen.add(key);
        instance.most.set(rung, Math.max(instance.most.get(rung) ?? 0, number));
        const { to: addressed, missing } = address(recipients, project, holder);
        found.push({
          clock: clock.clock,
          policyVersion: policy.version,
          rung,
          recurrence: number,
          on,
          sendOn: nextWorkingDay(on, rules.calendar).day,
          to: addressed,
          outcome: 'expected',
          why: missing,
          startedBy: clock.startedBy.version,
        });
      }
    }
  }
  const withdrawn = found.map((one): typeof one => {
    const stop = ended.get(`${one.clock} ${one.startedBy}`);
    return stop === undefined || stop <= one.on || stop > one.sendOn
      ? one
      : { ...one, outcome: 'withdrawn', why: `the clock stopped on ${stop}, before the day of sending` };
  });
  return adoptedOnce(withdrawn, adopted, rules, instances).filter(({ on }) => on >= from && on <= to);
};

const runOf = ({
  clock,
  startedBy,
}: {
  readonly clock: ClockName;
  readonly startedBy: { readonly version: number };
}): string => `${clock} ${startedBy.version}`;

/** Import sends nothing for the past: lower rungs are recorded as suppressed, the highest reached by a clock that still ran is issued on the day of adoption. */
const adoptedOnce = (
  found: readonly Owed[],
  adopted: IsoDate | null,
  rules: Rules,
  instances: ReadonlyMap<ClockName, { version: number }>,
): readonly Owed[] => {
  const highest = new Map<ClockName, Owed>();
  if (adopted !== null)
    for (const one of found) {
      const best = highest.get(one.clock);
      if (
        one.on < adopted &&
        instances.get(one.clock)?.version === one.startedBy &&
        (best === undefined ||
          RUNGS.indexOf(one.rung) > RUNGS.indexOf(best.rung) ||
          (one.rung === best.rung && one.recurrence > best.recurrence))
      )
        highest.set(one.clock, one);
    }
  return found.map((one): Owed => {
    if (adopted === null || one.on >= adopted) return one;
    if (highest.get(one.clock) === one)
      return {
        ...one,
        sendOn: nextWorkingDay(adopted, rules.calendar).day,
        why: one.why ?? 'highest rung reached before adoption: issued on the day of adoption',
      };
    return { ...one, outcome: 'suppressed', why: 'before adoption' };
  });
};

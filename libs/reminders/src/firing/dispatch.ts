import {
  CLOCK_NAMES,
  reason,
  type Addressee,
  type Delivery,
  type DispatchEvent,
  type IsoDate,
  type IssuedNotice,
  type NoticeName,
  type Organisation,
} from '#domain';
import { present } from '../owed/holder.ts';
import type { Reminder } from '../owed/reminder.ts';

/** Who is there to be told today, and through which channels beside the inbox. */
export interface Telling {
  readonly tree: Organisation;
  readonly routes: (to: Addressee) => readonly Delivery[];
  readonly today: IsoDate;
}

const A_RECORD = 200; // notices: a page of the log stays small

export const groupedBy = <T>(all: Iterable<T>, key: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = key(one);
    const known = groups.get(name);
    if (known) known.push(one);
    else groups.set(name, [one]);
  }
  return groups;
};

const nameOf = ({ subject, clock, policyVersion, rung, recurrence }: Reminder): NoticeName => ({
  subject,
  clock,
  policyVersion,
  rung,
  recurrence,
});

type Told = Pick<IssuedNotice, 'to' | 'deliveries' | 'why'>;

const told = ({ to, why }: Reminder, { tree, routes, today }: Telling): Told => {
  const there = present(to, why, tree, today);
  const deliveries = new Map(there.to.flatMap(routes).map((one) => [`${one.channel}|${one.to}`, one]));
  return { to: there.to, deliveries: [...deliveries.values()], ...(there.why === null ? {} : { why: there.why }) };
};

const inOrder = (a: Reminder, b: Reminder): number =>
  CLOCK_NAMES.indexOf(a.clock) - CLOCK_NAMES.indexOf(b.clock) ||
  a.recurrence - b.recurrence ||
  (a.subject < b.subject ? -1 : 1);

/** What one notice names: all clocks of a subject that owe the same people the same rung on one day. A circular 通报 is one for all projects in it. */
const namedTogether = ({ subject, rung, sendAt }: Reminder, told: string): string =>
  `${rung === 'circular' ? '' : subject}|${rung}|${sendAt}|${told}`;

const issuedNotices = (rows: readonly Reminder[], telling: Telling): readonly IssuedNotice[] => {
  const people = new Map<string, Told>(); // most of a batch goes to the same few
  const toldOf = (row: Reminder): Told => {
    const addressed = JSON.stringify([row.to, row.why]);
    const known = people.get(addressed) ?? told(row, telling);
    people.set(addressed, known);
    return known;
  };
  const addressed = new Map(rows.map((one) => [one, JSON.stringify(one.to)]));
  return [...groupedBy(rows, (one) => namedTogether(one, addressed.get(one)!)).values()].map((group): IssuedNotice => {
    const [first, ...others] = group.length === 1 ? group : [...group].sort(inOrder);
    const { key, project, on } = first!;
    return {
      key,
      ...nameOf(first!),
      project,
      on,
      ...toldOf(first!),
      covers: others.map((one) => ({ ...nameOf(one), on: one.on })),
    };
  });
};

/** The records that settle these rows, as planned: issued, suppressed or withdrawn. */
export const dispatchOf = (rows: readonly Reminder[], telling: Telling): readonly DispatchEvent[] => {
  const { today: occurredOn } = telling;
  const issued = issuedNotices(
    rows.filter(({ plan }) => plan === 'send'),
    telling,
  );
  const suppressed = [
    ...groupedBy(
      rows.filter(({ plan }) => plan === 'suppress'),
      ({ subject, why }) => `${subject}|${why?.code}`,
    ).values(),
  ].map((group) => ({
    subject: group[0]!.subject,
    project: group[0]!.project,
    why: group[0]!.why ?? reason('known-too-late'),
    notices: group.map(({ clock, policyVersion, rung, recurrence, on }) => ({
      clock,
      policyVersion,
      rung,
      recurrence,
      on,
    })),
  }));
  const withdrawn = rows
    .filter(({ plan }) => plan === 'withdraw')
    .map((one) => ({
      key: one.key,
      ...nameOf(one),
      project: one.project,
      on: one.on,
      why: one.why ?? reason('no-longer-owed'),
    }));
  const records: DispatchEvent[] = [];
  const most = Math.max(issued.length, suppressed.length, withdrawn.length);
  for (let from = 0; from < most; from += A_RECORD) {
    const [part, to] = [from, from + A_RECORD];
    records.push({
      type: 'NoticesDispatched',
      occurredOn,
      data: {
        issued: issued.slice(part, to),
        suppressed: suppressed.slice(part, to),
        withdrawn: withdrawn.slice(part, to),
      },
    });
  }
  return records;
};

import {
  addDays,
  dayInShanghai,
  nextWorkingDay,
  RUNGS,
  type Addressee,
  type IsoDate,
  type NoticeName,
  type RecordedEvent,
  type Rules,
} from '#domain';
import { keyOf } from './names.ts';
import { owed, type HolderOf, type Owed } from './owed.ts';

/** What became of a reminder so far. `waiting`: nothing yet. */
export type ReminderState = 'waiting' | 'sent' | 'merged' | 'suppressed' | 'withdrawn' | 'failed';

/** A line of the reminder ledger: an expected notice with its outcome. */
export interface Reminder extends NoticeName {
  readonly key: string;
  readonly project: string | null;
  readonly on: IsoDate;
  readonly sendAt: string; // instant at which it is to be sent
  readonly plan: 'send' | 'suppress' | 'withdraw'; // what is to be recorded when its time comes
  readonly to: readonly Addressee[];
  readonly why: string | null;
  readonly state: ReminderState;
  readonly settledAt: string | null;
  readonly settledIn: string | null; // position of the record in the log that says what became of it
  readonly into: string | null; // key of the notice that names it
  readonly order: string | null; // id of the order that it opened
  readonly acknowledgedBy: readonly string[];
}

/** What a reminder is whose time has not come. */
export const WAITING = {
  state: 'waiting',
  settledAt: null,
  settledIn: null,
  into: null,
  order: null,
  acknowledgedBy: [],
} as const;

const SEND_FROM = 'T01:00:00.000Z'; // nine o'clock in Shanghai
export const FAR = '2999-12-31' as IsoDate;

/** The instant at which notices of a day go out. */
export const sendingOf = (day: IsoDate): string => `${day}${SEND_FROM}`;

/**
 * Every reminder that a project's facts make the policy owe, from its first day on. A rung dated before the fact that started its clock was recorded
 * could not be sent in time: like the past of an imported ledger it is suppressed, and only the highest rung of a clock that still runs is sent.
 */
export const remindersOf = (history: readonly RecordedEvent[], rules: Rules, holder: HolderOf): readonly Reminder[] => {
  const first = history[0];
  if (first === undefined) return [];
  const subject = first.stream;
  const notices = lateKnown(owed(history, rules, '0001-01-01' as IsoDate, FAR, holder), history, rules);
  return notices.map(({ clock, policyVersion, rung, recurrence, on, sendOn, to, outcome, why }): Reminder => {
    const name: NoticeName = { subject, clock, policyVersion, rung, recurrence };
    const plan = outcome === 'suppressed' ? 'suppress' : outcome === 'withdrawn' ? 'withdraw' : 'send';
    return {
      ...name,
      key: keyOf(name),
      project: subject.slice('project-'.length),
      on,
      sendAt: sendingOf(sendOn),
      plan,
      to,
      why,
      ...WAITING,
    };
  });
};

const lateKnown = (notices: readonly Owed[], history: readonly RecordedEvent[], rules: Rules): readonly Owed[] => {
  if (history[0]?.meta.imported !== undefined) return notices; // `owed` has judged the past of an import
  const highest = new Map<string, Owed>();
  const known = new Map<number, IsoDate>(); // by the fact that started the clock
  const knownOn = (version: number): IsoDate => {
    let day = known.get(version);
    if (day === undefined) known.set(version, (day = dayInShanghai(history[version - 1]!.recordedAt)));
    return day;
  };
  const late = (one: Owed): boolean => one.outcome === 'expected' && one.sendOn < knownOn(one.startedBy);
  for (const one of notices)
    if (late(one)) {
      const run = `${one.clock} ${one.startedBy}`;
      const best = highest.get(run);
      if (
        best === undefined ||
        RUNGS.indexOf(one.rung) > RUNGS.indexOf(best.rung) ||
        (one.rung === best.rung && one.recurrence > best.recurrence)
      )
        highest.set(run, one);
    }
  return notices.map((one): Owed => {
    if (!late(one)) return one;
    return highest.get(`${one.clock} ${one.startedBy}`) === one
      ? {
          ...one,
          sendOn: nextWorkingDay(knownOn(one.startedBy), rules.calendar).day,
          why: one.why ?? 'the highest rung reached before the fact was recorded',
        }
      : { ...one, outcome: 'suppressed', why: 'before the fact was recorded' };
  });
};

export const sameAddressees = (a: readonly Addressee[], b: readonly Addressee[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ unit, role, person }, index) =>
      unit === b[index]!.unit && role === b[index]!.role && person === b[index]!.person,
  );

/** What the ledger's rows of one subject must become: rows to write, and keys that are owed no more. Recorded outcomes stay as they are. */
export const reconciled = (
  rows: readonly Reminder[],
  wanted: readonly Reminder[],
  today: IsoDate,
): { readonly write: readonly Reminder[]; readonly drop: readonly string[] } => {
  const known = new Map(rows.map((row) => [row.key, row]));
  const write: Reminder[] = [];
  for (const one of wanted) {
    const row = known.get(one.key);
    known.delete(one.key);
    if (row === undefined) {
      write.push(one);
      continue;
    }
    if (row.state !== 'waiting') continue;
    if (
      row.on !== one.on ||
      row.sendAt !== one.sendAt ||
      row.plan !== one.plan ||
      row.why !== one.why ||
      !sameAddressees(row.to, one.to)
    )
      write.push(one);
  }
  const drop: string[] = [];
  for (const row of known.values())
    if (row.state === 'waiting') {
      if (row.on > today)
        drop.push(row.key); // it never fell due
      else if (row.plan !== 'withdraw')
        write.push({
          ...row,
          plan: 'withdraw',
          sendAt: sendingOf(addDays(today, -1)),
          why: 'no longer owed: its clock stopped, or a correction moved it',
        });
    }
  return { write, drop };
};

import {
  addDays,
  reason,
  type Addressee,
  type IsoDate,
  type NoticeName,
  type Reason,
  type RecordedEvent,
  type Rules,
} from '#domain';
import { keyOf, PROJECT_STREAMS } from './names.ts';
import type { HolderOf } from './addressees.ts';
import { owed } from './owed.ts';

/** What became of a reminder so far. `waiting`: nothing yet. */
type ReminderState = 'waiting' | 'sent' | 'merged' | 'suppressed' | 'withdrawn' | 'failed';

/** A line of the reminder ledger: an expected notice with its outcome. */
export interface Reminder extends NoticeName {
  readonly key: string;
  readonly project: string | null;
  readonly on: IsoDate;
  readonly sendAt: string; // instant at which it is to be sent
  readonly plan: 'send' | 'suppress' | 'withdraw'; // what is to be recorded when its time comes
  readonly to: readonly Addressee[];
  readonly why: Reason | null;
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

/** Every reminder that a project's facts make the policy owe, from its first day on. */
export const remindersOf = (history: readonly RecordedEvent[], rules: Rules, holder: HolderOf): readonly Reminder[] => {
  const first = history[0];
  if (first === undefined) return [];
  const subject = first.stream;
  const notices = owed(history, rules, '0001-01-01' as IsoDate, FAR, holder);
  return notices.map(({ clock, policyVersion, rung, recurrence, on, sendOn, to, outcome, why }): Reminder => {
    const name: NoticeName = { subject, clock, policyVersion, rung, recurrence };
    const plan = outcome === 'suppressed' ? 'suppress' : outcome === 'withdrawn' ? 'withdraw' : 'send';
    return {
      ...name,
      key: keyOf(name),
      project: subject.slice(PROJECT_STREAMS.length),
      on,
      sendAt: sendingOf(sendOn),
      plan,
      to,
      why,
      ...WAITING,
    };
  });
};

export const sameAddressees = (a: readonly Addressee[], b: readonly Addressee[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ unit, role, person }, index) =>
      unit === b[index]!.unit && role === b[index]!.role && person === b[index]!.person,
  );

export const sameReason = (a: Reason | null, b: Reason | null): boolean =>
  a === b || (a?.code === b?.code && JSON.stringify(a) === JSON.stringify(b));

/** Whether another notice is owed now than the ledger holds under its key: on another day, to others, or for another reason. */
const isOther = (row: Reminder, one: Reminder): boolean =>
  row.on !== one.on ||
  row.sendAt !== one.sendAt ||
  row.plan !== one.plan ||
  !sameReason(row.why, one.why) ||
  !sameAddressees(row.to, one.to);

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
    if (row.state === 'waiting' && isOther(row, one)) write.push(one);
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
          why: reason('no-longer-owed'),
        });
    }
  return { write, drop };
};

import { dayInShanghai, type MessageEvent, type NoticeEvent, type RecordedEvent, type Rules } from '#domain';
import type { EventStore } from '#event-store';
import type { DeliveryChange, LedgerChange, ReminderLedger } from './ledger.ts';
import { NOTICE_STREAMS, OUTBOX_STREAMS } from './names.ts';
import { issueRemindersOf, meetingRemindersOf, orderRemindersOf } from './matter-reminders.ts';
import { applyMessage, applyOutcome, keysOf } from './outcomes.ts';
import type { HolderOf } from './owed.ts';
import { reconciled, remindersOf, sameAddressees, type Reminder } from './reminder.ts';

export interface FoldTools {
  readonly store: EventStore;
  readonly ledger: ReminderLedger;
  readonly rules: () => Promise<Rules>;
  readonly holder: () => Promise<HolderOf>;
  readonly now: () => Date;
  /** Called after each page and each batch with the milliseconds it took: a worker rests here beside requests, and ends here (by throwing) when it is to stop. */
  readonly pace?: (worked: number) => Promise<void>;
}

const PAGE = 500;
const AT_A_STRETCH = 16; // subjects

/** Whose clocks owe reminders: by the beginning of the stream's name. */
const OWING: Readonly<Record<string, (history: readonly RecordedEvent[], rules: Rules, holder: HolderOf) => readonly Reminder[]>> = { project: remindersOf, order: orderRemindersOf, issue: issueRemindersOf, meeting: meetingRemindersOf };
const kindOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

const isNotice = (event: RecordedEvent): event is RecordedEvent<NoticeEvent> => event.stream.startsWith(NOTICE_STREAMS);

const isMessage = (event: RecordedEvent): event is RecordedEvent<MessageEvent> => event.stream.startsWith(OUTBOX_STREAMS);

const byStream = (events: readonly RecordedEvent[]): ReadonlyMap<string, readonly RecordedEvent[]> => {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of events) { const own = streams.get(event.stream); if (own) own.push(event); else streams.set(event.stream, [event]); }
  return streams;
};

/** Rows by key; those that the caller has in hand need not be read. */
const rowsFor = async (keys: readonly string[], inHand: readonly Reminder[], ledger: ReminderLedger): Promise<readonly Reminder[]> => {
  const held = new Map(inHand.map((row) => [row.key, row]));
  const missing = keys.filter((key) => !held.has(key));
  return [...keys.flatMap((key) => held.get(key) ?? []), ...(missing.length === 0 ? [] : await ledger.byKeys(missing))];
};

type Split = Pick<LedgerChange, 'add' | 'change' | 'onlyIssued'>;

const onlyIssued = (before: Reminder, after: Reminder): boolean => after.state === 'sent' && before.state === 'waiting' && after.order === null && after.into === before.into && after.why === before.why
  && after.on === before.on && after.sendAt === before.sendAt && after.plan === before.plan && sameAddressees(after.to, before.to) && after.acknowledgedBy.length === 0;

const split = (write: ReadonlyMap<string, Reminder>, known: ReadonlyMap<string, Reminder>): Split => {
  const [add, change, issued]: [Reminder[], Reminder[], Reminder[]] = [[], [], []];
  for (const row of write.values()) {
    const before = known.get(row.key);
    (before === undefined ? add : onlyIssued(before, row) ? issued : change).push(row);
  }
  return { add, change, onlyIssued: issued };
};

/** How a page of the log changes the ledger: what each touched subject owes now, and what was recorded of notices. */
export const ledgerChange = async ({ store, ledger, holder, now }: FoldTools, events: readonly RecordedEvent[], rules: Rules, inHand: readonly Reminder[] = []): Promise<Omit<LedgerChange, 'position' | 'rules'>> => {
  const streams = byStream(events);
  const subjects = [...streams.keys()].filter((stream) => kindOf(stream) in OWING);
  // A stream that begins on this page need not be read again: what follows on later pages is folded with them.
  const historyOf = (subject: string): readonly RecordedEvent[] | Promise<readonly RecordedEvent[]> => { const own = streams.get(subject)!; return own[0]!.version === 1 ? own : store.readStream(subject); };
  const notices = events.filter(isNotice);
  const [held, histories, before, settled] = await Promise.all([
    holder(), Promise.all(subjects.map(historyOf)), subjects.length === 0 ? [] : ledger.rowsOf(subjects),
    rowsFor([...new Set(notices.flatMap(keysOf))], inHand, ledger),
  ]);
  const bySubject = new Map<string, Reminder[]>(subjects.map((subject) => [subject, []]));
  for (const row of before) bySubject.get(row.subject)!.push(row);
  const today = dayInShanghai(now().toISOString());
  const write = new Map<string, Reminder>();
  const drop = new Set<string>();
  for (const [index, subject] of subjects.entries()) {
    if (index % AT_A_STRETCH === AT_A_STRETCH - 1) await new Promise((turn) => { setImmediate(turn); }); // others wait for this thread
    const change = reconciled(bySubject.get(subject)!, OWING[kindOf(subject)]!(histories[index]!, rules, held), today);
    for (const row of change.write) write.set(row.key, row);
    for (const key of change.drop) drop.add(key);
  }
  const known = new Map([...before, ...settled].map((row) => [row.key, row]));
  const messages = events.filter(isMessage);
  if (notices.length + messages.length === 0) return { ...split(write, known), drop: [...drop], deliveries: [] };

  const rows = new Map<string, Reminder>([...settled, ...write.values()].map((row) => [row.key, row]));
  const stood = new Map(rows);
  const deliveries = new Map<string, DeliveryChange>();
  for (const recorded of events) {
    const changes = isNotice(recorded) ? applyOutcome(rows, recorded) : isMessage(recorded) ? applyMessage(recorded) : [];
    for (const one of changes) deliveries.set(`${one.key}|${one.channel}|${one.to}`, one);
  }
  for (const [key, row] of rows) if (stood.get(key) !== row) { write.set(key, row); drop.delete(key); }
  return { ...split(write, known), drop: [...drop], deliveries: [...deliveries.values()] };
};

/**
 * Brings the ledger up to the log's head. Under new rules the log is folded again from its beginning: what was issued stays, what still waits is
 * dated anew. Two callers at once go one after the other.
 */
export const catchUp = async (tools: FoldTools): Promise<void> => {
  for (;;) {
    const began = performance.now();
    const more = await tools.ledger.step(async ({ position, rules: foldedUnder }) => {
      const rules = await tools.rules();
      if (foldedUnder !== rules.id && position > 0n) return { position: 0n, rules: rules.id, add: [], change: [], onlyIssued: [], drop: [], deliveries: [] };
      const events = await tools.store.readAll(position, PAGE);
      if (events.length === 0) return null;
      return { position: events.at(-1)!.position, rules: rules.id, ...await ledgerChange(tools, events, rules) };
    });
    if (!more) return;
    await tools.pace?.(performance.now() - began);
  }
};

/**
 * Folds events that were just recorded, where they follow right on what the ledger has folded and nothing lies between: they need not be read back.
 * Otherwise the ledger catches up as always.
 */
export const absorb = async (tools: FoldTools, recorded: readonly RecordedEvent[], inHand: readonly Reminder[] = []): Promise<void> => {
  const events = [...recorded].sort((a, b) => (a.position < b.position ? -1 : 1));
  const [first, last] = [events[0], events.at(-1)];
  if (first !== undefined && last !== undefined && last.position - first.position === BigInt(events.length - 1)) await tools.ledger.step(async ({ position, rules: foldedUnder }) => {
    const rules = await tools.rules();
    if (foldedUnder !== rules.id || first.position !== position + 1n) return null;
    return { position: last.position, rules: rules.id, ...await ledgerChange(tools, events, rules, inHand) };
  });
  await catchUp(tools);
};

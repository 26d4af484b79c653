import { type MessageEvent, type NoticeEvent, type RecordedEvent, type Rules } from '#domain';
import { UNCHANGED, type LedgerAt, type LedgerChange, type ReminderLedger } from './ledger.ts';
import { DISPATCH, NOTICE_STREAMS, orderStream, OUTBOX_STREAMS } from '../owed/names.ts';
import { applyAfterwards, applySettlement, opensOrder } from './outcomes.ts';
import { owedNow, type FoldTools } from './owed-now.ts';
import { reckonedLately, type Reckoned } from './reckoned.ts';
import { postChange } from '../delivery/post.ts';
import { sameAddressees, sameReason, type Reminder } from '../owed/reminder.ts';
import { keysOf, noticeKeyOf, settlementOf } from './settlements.ts';

const PAGE = 500;

const isNotice = ({ stream }: RecordedEvent): boolean => stream.startsWith(NOTICE_STREAMS);

const isMessage = (event: RecordedEvent): event is RecordedEvent<MessageEvent> =>
  event.stream.startsWith(OUTBOX_STREAMS);

const byStream = (events: readonly RecordedEvent[]): ReadonlyMap<string, readonly RecordedEvent[]> => {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const own = streams.get(event.stream);
    if (own) own.push(event);
    else streams.set(event.stream, [event]);
  }
  return streams;
};

/** Rows by key; those that the caller has in hand need not be read. */
const rowsFor = async (
  keys: readonly string[],
  inHand: readonly Reminder[],
  ledger: ReminderLedger,
): Promise<readonly Reminder[]> => {
  if (keys.length === 0) return [];
  const held = new Map(inHand.map((row) => [row.key, row]));
  const missing = keys.filter((key) => !held.has(key));
  return [...keys.flatMap((key) => held.get(key) ?? []), ...(missing.length === 0 ? [] : await ledger.byKeys(missing))];
};

const onlyIssued = (before: Reminder, after: Reminder): boolean =>
  after.state === 'sent' &&
  before.state === 'waiting' &&
  after.order === null &&
  sameReason(after.why, before.why) &&
  after.on === before.on &&
  after.sendAt === before.sendAt &&
  after.plan === before.plan &&
  sameAddressees(after.to, before.to) &&
  after.acknowledgedBy.length === 0;

type Written = Pick<LedgerChange, 'add' | 'change' | 'issued' | 'drop'>;

/** What must be written so that rows that stood as in `known` stand as in `rows`. */
const written = (
  rows: ReadonlyMap<string, Reminder>,
  dropped: ReadonlySet<string>,
  known: ReadonlyMap<string, Reminder>,
): Written => {
  const [add, change, issued, drop]: [Reminder[], { before: Reminder; after: Reminder }[], Reminder[], Reminder[]] = [
    [],
    [],
    [],
    [],
  ];
  for (const [key, after] of rows) {
    const before = known.get(key);
    if (dropped.has(key)) {
      if (before !== undefined) drop.push(before);
    } else if (before === undefined) add.push(after);
    else if (before !== after) {
      if (onlyIssued(before, after)) issued.push(after);
      else change.push({ before, after });
    }
  }
  return { add, change, issued, drop };
};

/** What the caller knows already: rows as they stand, and what subjects were reckoned with. */
interface InHand {
  readonly inHand?: readonly Reminder[];
  readonly reckoned?: Reckoned;
}

/** How a page of the log changes the ledger: what each touched subject owes now, and what was recorded of notices. */
const ledgerChange = async (
  tools: FoldTools,
  events: readonly RecordedEvent[],
  rules: Rules,
  { inHand = [], reckoned }: InHand,
): Promise<Omit<LedgerChange, keyof LedgerAt> & { readonly reckoned: Reckoned }> => {
  const settlements = events.map(settlementOf);
  const named = [
    ...new Set(
      events.flatMap((event, index) =>
        settlements[index] ? keysOf(settlements[index]) : isNotice(event) ? [noticeKeyOf(event)] : [],
      ),
    ),
  ];
  const [{ before, write, drop, aside, reckoned: anew }, settled] = await Promise.all([
    owedNow(tools, byStream(events), rules, reckoned),
    rowsFor(named, inHand, tools.ledger),
  ]);
  const known = new Map([...before, ...settled].map((row) => [row.key, row]));
  const rows = new Map(known);
  for (const row of write) rows.set(row.key, row);

  const post = postChange();
  const [opened, toOpen] = [new Set<string>(), new Set<string>()];
  for (const [index, event] of events.entries()) {
    const settlement = settlements[index];
    if (settlement) {
      applySettlement(rows, settlement, event);
      post.dispatched(settlement, event.recordedAt);
      if (event.stream === DISPATCH)
        for (const { key, rung } of settlement.issued) if (opensOrder(rung)) toOpen.add(key);
    } else if (isNotice(event)) applyAfterwards(rows, event as RecordedEvent<NoticeEvent>);
    else if (isMessage(event)) post.message(event);
    else if (event.event.type === 'OrderIssued') {
      const key = event.stream.slice(orderStream('').length);
      if (!toOpen.delete(key)) opened.add(key);
    }
  }
  const dropped = new Set(drop.filter((key) => rows.get(key)?.state === 'waiting'));
  return {
    ...written(rows, dropped, known),
    opening: { add: [...toOpen], done: [...opened] },
    post: post.change(),
    aside,
    reckoned: anew,
  };
};

const lastDispatched = (events: readonly RecordedEvent[], before: number): number =>
  events.findLast(({ stream }) => stream === DISPATCH)?.version ?? before;

/**
 * Brings the ledger up to where the log's head stands now: what is recorded meanwhile is for the next who asks, so that nobody runs after others who write. Under new rules the log is folded again
 * from its beginning: what was issued stays, what still waits is dated anew. Two callers at once go one after the other.
 */
export const catchUp = async (tools: FoldTools): Promise<void> => {
  const upTo = await tools.store.head();
  const lately = reckonedLately();
  for (;;) {
    const began = performance.now();
    const more = await tools.ledger.step(async (at) => {
      const { position, rules: foldedUnder, dispatched } = at;
      const rules = await tools.rules();
      if (foldedUnder !== rules.id && position > 0n)
        return { ...UNCHANGED, anew: true, position: 0n, rules: rules.id, dispatched: 0 };
      const events = position < upTo ? await tools.store.readAll(position, PAGE) : [];
      if (events.length === 0) return null;
      const { reckoned, ...change } = await ledgerChange(tools, events, rules, { reckoned: lately.at(at) });
      const next = {
        position: events.at(-1)!.position,
        rules: rules.id,
        dispatched: lastDispatched(events, dispatched),
      };
      lately.leave(next, reckoned);
      return { ...next, ...change };
    });
    if (!more) return;
    await tools.pace?.(performance.now() - began);
  }
};

/**
 * Folds events that were just recorded, where they follow right on what the ledger has folded and nothing lies between: they need not be read back.
 * Otherwise the ledger catches up as always.
 */
export const absorb = async (
  tools: FoldTools,
  recorded: readonly RecordedEvent[],
  inHand: readonly Reminder[] = [],
): Promise<void> => {
  const events = [...recorded].sort((a, b) => (a.position < b.position ? -1 : 1));
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return;
  const unbroken = last.position - first.position === BigInt(events.length - 1);
  const absorbed =
    unbroken &&
    (await tools.ledger.step(async ({ position, rules: foldedUnder, dispatched }) => {
      const rules = await tools.rules();
      if (foldedUnder !== rules.id || first.position !== position + 1n) return null;
      const { reckoned: _, ...change } = await ledgerChange(tools, events, rules, { inHand });
      return { position: last.position, rules: rules.id, dispatched: lastDispatched(events, dispatched), ...change };
    }));
  if (!absorbed) await catchUp(tools);
};

import {
  CLOCK_NAMES, CLOCK_WORDS, dayInShanghai, decideMatter, IssueOrder, ORDER, ORDER_RUNGS,
  type Actor, type Addressee, type Delivery, type IsoDate, type NewEvent, type NoticeEvent, type NoticeName, type Organisation, type OrderRung, type RecordedEvent,
} from '#domain';
import type { Append, Appended, WrongExpectedVersion } from '#event-store';
import { absorb, catchUp, type FoldTools } from './fold.ts';
import { OFFICE, present } from './holder.ts';
import type { DueAfter } from './ledger.ts';
import { namesIn, noticeStream, orderStream } from './names.ts';
import { orderNumber, serialNumbers } from './numbers.ts';
import type { Reminder } from './reminder.ts';

export interface FireTools extends FoldTools {
  readonly organisation: () => Promise<Organisation>;
  /** Through which channels beside the inbox somebody is told. */
  readonly routes: () => Promise<(to: Addressee) => readonly Delivery[]>;
  readonly projectName: (id: string) => Promise<string>;
}

export const PROCESS: Actor = { user: 'reminder-process', unit: null };
const eventId = namesIn('3d5f6c53-0f9f-4c2c-8f69-7f7d0b0a2a55');
const WORDS: Readonly<Record<OrderRung, string>> = { supervision: '督办', interview: '约谈', accountability: '问责' };

const nameOf = ({ subject, clock, policyVersion, rung, recurrence }: Reminder): NoticeName => ({ subject, clock, policyVersion, rung, recurrence });
const aboutOf = (one: Reminder) => ({ ...nameOf(one), project: one.project, on: one.on });

/** All records that can settle a notice share one command id: whichever comes first in its stream stands, the others change nothing. */
const settling = (claim: string, event: NoticeEvent): NewEvent => ({ id: eventId(`${event.type}|${claim}`), event, schemaVersion: 1, meta: { actor: PROCESS, commandId: `settle:${claim}` } });
const appendOf = (one: Reminder, event: NoticeEvent, into: string | null = null): Append => ({ stream: noticeStream(one.key), expected: 'any', events: [settling(claimOf(one, into), event)] });
/** What was claimed for a notice that never named it (its worker died, its clock stopped) is claimed anew, past that claim. */
const claimOf = ({ key, into: before }: Reminder, into: string | null): string => (before === null || before === into ? key : `${key}:after:${before}`);

const grouped = <T>(all: readonly T[], key: (one: T) => string): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>();
  for (const one of all) { const known = groups.get(key(one)); if (known) known.push(one); else groups.set(key(one), [one]); }
  return [...groups.values()];
};

const suppressing = (rows: readonly Reminder[], today: IsoDate): readonly Append[] => grouped(rows, ({ subject, why }) => `${subject}|${why}`).map((group): Append => {
  const [first] = group as [Reminder];
  const event: NoticeEvent = { type: 'NoticesSuppressed', occurredOn: today, data: {
    subject: first.subject, project: first.project, why: first.why ?? 'suppressed', notices: group.map(({ clock, policyVersion, rung, recurrence, on }) => ({ clock, policyVersion, rung, recurrence, on })),
  } };
  const set = eventId(group.map(({ key }) => key).join());
  return { stream: `notice-${first.key}.suppressed`, expected: 'any', events: [settling(set, event)] };
});

interface Opening { readonly one: Reminder; readonly covered: readonly Reminder[]; readonly to: readonly Addressee[] }
type Opened = ReadonlyMap<string, { readonly id: string; readonly number: string }>;

/** The orders that these rungs open, with their serial numbers, by key; repeated, they are the ones that were opened before. */
const openOrders = async ({ store, rules, projectName }: FireTools, openings: readonly Opening[], today: IsoDate): Promise<Opened> => {
  if (openings.length === 0) return new Map();
  const year = today.slice(0, 4);
  const { calendar } = await rules();
  const opened = new Map<string, { id: string; number: string }>();
  for (const rung of ORDER_RUNGS) {
    const own = openings.filter(({ one }) => one.rung === rung);
    const numbers = own.length === 0 ? null : await serialNumbers(store, `order-${rung}`, year, own.map(({ one }) => one.key), today, PROCESS);
    for (const { one } of own) opened.set(one.key, { id: one.key, number: orderNumber(WORDS[rung], year, numbers!.get(one.key)!) });
  }
  await store.appendMany(await Promise.all(openings.map(async ({ one, covered, to }): Promise<Append> => {
    const command = Object.assign(new IssueOrder(), {
      project: one.project ?? one.subject, projectName: one.project === null ? one.subject : await projectName(one.project), number: opened.get(one.key)!.number, rung: one.rung as OrderRung, clock: one.clock,
      unit: to.find(({ unit }) => unit !== null)?.unit ?? OFFICE.role, people: [...new Set(to.flatMap(({ person }) => person ?? []))], rule: [one, ...covered].map(({ clock, on }) => `${CLOCK_WORDS[clock].zh}（${on}）`).join('、'),
    });
    const [event] = decideMatter(ORDER, command, { state: 'none' }, { today, actor: PROCESS, calendar });
    return { stream: orderStream(one.key), expected: 'any', events: [{ id: eventId(`order|${one.key}`), event: event!, schemaVersion: 1, meta: { actor: PROCESS, commandId: `issue:${one.key}` } }] };
  })));
  return opened;
};

/** What was recorded now; repetitions were folded before. */
const recordedIn = (answers: readonly (Appended | WrongExpectedVersion)[]): readonly RecordedEvent[] => answers.flatMap((answer) => ('events' in answer && !answer.repeated ? answer.events : []));

const isOrder = (rung: string): rung is OrderRung => (ORDER_RUNGS as readonly string[]).includes(rung);

interface Run { readonly tree: Organisation; readonly routes: (to: Addressee) => readonly Delivery[]; readonly today: IsoDate }

/** Records what is to become of these rows: each claims its rung by its stream, so a repeated or crossed run issues nothing twice. */
const issue = async (tools: FireTools, rows: readonly Reminder[], { tree, routes, today }: Run): Promise<readonly RecordedEvent[]> => {
  const { store } = tools;
  const sending = rows.filter(({ plan }) => plan === 'send');
  const groups = grouped(sending, (one) => `${one.subject}|${one.rung}|${one.sendAt}|${JSON.stringify(one.to)}`)
    .map((group) => [...group].sort((a, b) => CLOCK_NAMES.indexOf(a.clock) - CLOCK_NAMES.indexOf(b.clock) || a.recurrence - b.recurrence));

  const settledNow = await store.appendMany([
    ...suppressing(rows.filter(({ plan }) => plan === 'suppress'), today),
    ...rows.filter(({ plan }) => plan === 'withdraw').map((one) => appendOf(one, { type: 'NoticeWithdrawn', occurredOn: today, data: { ...aboutOf(one), why: one.why ?? 'no longer owed' } })),
  ]);
  // The others of a group are claimed first: only those that are really named by this notice may count as merged into it.
  const merging = groups.flatMap(([first, ...others]) => others.map((one) => ({ one, into: first!.key })));
  const answers = merging.length === 0 ? [] : await store.appendMany(merging.map(({ one, into }) => appendOf(one, { type: 'NoticeMerged', occurredOn: today, data: { ...aboutOf(one), into } }, into)));
  const named = new Set(merging.filter(({ into }, index) => {
    const answer = answers[index]!;
    const event = 'events' in answer ? answer.events[0]?.event as NoticeEvent | undefined : undefined;
    return event?.type === 'NoticeMerged' && event.data.into === into;
  }).map(({ one }) => one.key));

  const openings = groups.map(([first, ...others]): Opening => ({ one: first!, covered: others.filter(({ key }) => named.has(key)), to: present(first!.to, tree, today) }));
  const orders = await openOrders(tools, openings.filter(({ one }) => isOrder(one.rung)), today);
  const issues = openings.map(({ one, covered, to }): Append => {
    const order = orders.get(one.key);
    const unaddressed = one.why?.startsWith('nobody holds') === true ? one.why : undefined;
    return appendOf(one, { type: 'NoticeIssued', occurredOn: today, data: {
      ...aboutOf(one), to, deliveries: deliveriesOf(to, routes), covers: covered.map(nameOf),
      ...(order === undefined ? {} : { order }), ...(unaddressed === undefined ? {} : { unaddressed }), ...(one.why === null || unaddressed !== undefined ? {} : { why: one.why }),
    } });
  });
  return recordedIn([...settledNow, ...answers, ...await store.appendMany(issues)]);
};

const deliveriesOf = (to: readonly Addressee[], routes: (to: Addressee) => readonly Delivery[]): readonly Delivery[] => {
  const seen = new Map<string, Delivery>();
  for (const one of to) for (const delivery of routes(one)) seen.set(`${delivery.channel}|${delivery.to}`, delivery);
  return [...seen.values()];
};

/** A batch that ends in the middle of a subject would part clocks that belong into one notice: its last subject waits for the next. */
const whole = (rows: readonly Reminder[], limit: number): readonly Reminder[] => {
  const last = rows.at(-1);
  if (last === undefined || rows.length < limit) return rows;
  const kept = rows.filter(({ subject, sendAt }) => subject !== last.subject || sendAt !== last.sendAt);
  return kept.length === 0 ? rows : kept;
};

/**
 * Issues everything that is due: one notice for all clocks of a subject that owe the same people the same rung, with its order where the rung opens one.
 * Looks at the log first. While the ledger folds one batch the next is claimed. Answers how many rows it worked on; what another worker
 * holds just now is left to the next run.
 */
export const fireAll = async (tools: FireTools, limit = 2_000): Promise<number> => {
  await catchUp(tools);
  const now = tools.now().toISOString();
  let run: Run | null = null;
  let [after, worked]: [DueAfter | null, number] = [null, 0];
  let folding: Promise<void> = Promise.resolve();
  for (;;) {
    const began = performance.now();
    const found = await tools.ledger.due(now, limit, after);
    const rows = whole(found, limit);
    const last = rows.at(-1);
    if (last === undefined) break;
    run ??= { tree: await tools.organisation(), routes: await tools.routes(), today: dayInShanghai(now) };
    const recorded = await issue(tools, rows, run);
    await folding;
    folding = absorb(tools, recorded, rows);
    folding.catch(() => undefined); // awaited with the next batch, or below
    after = last;
    worked += rows.length;
    if (found.length < limit) break;
    await tools.pace?.(performance.now() - began);
  }
  await folding;
  return worked;
};

import { randomUUID, createHash } from 'node:crypto';
import { v5 as uuid } from 'uuid';
import { dayInShanghai, peopleOf, type Addressee, type Delivery, type IsoDate, type NewEvent, type NoticeEvent, type Organisation } from '#domain';
import { catchUp } from './fold.ts';
import { PROCESS, type FireTools } from './fire.ts';
import { OFFICE, present } from './holder.ts';
import type { WaitingDelivery } from './ledger.ts';
import { noticeStream } from './names.ts';
import type { Reminder } from './reminder.ts';

/** What a channel answered to a digest. */
export type Sent = { readonly kind: 'accepted'; readonly providerId?: string } | { readonly kind: 'refused'; readonly code: string; readonly permanent: boolean; readonly retryAfterSeconds?: number };

/** A channel as the reminder process sees it. */
export interface Outlet {
  /** The next instant at which this channel may send to anybody: send window, holidays, rate limit. Now, or later. */
  readonly opensAt: (now: Date) => Promise<Date>;
  readonly send: (message: { readonly id: string; readonly to: string; readonly notices: readonly Reminder[] }) => Promise<Sent>;
}
export interface DeliverTools extends FireTools { readonly outlet: (channel: string) => Promise<Outlet | null> }

const EVENTS = '7f0f3a0a-90f2-4f5b-9b0b-0f1e0f4c4b11';
const MOST_ATTEMPTS = 6;
const AT_ONCE = 8; // digests under way together; so many are in doubt where a worker dies
const AWAY_MS = 300_000; // a worker that has taken a delivery and says nothing for so long is taken for dead

const eventOf = (key: string, command: string, event: NoticeEvent): NewEvent => ({ id: uuid(`${key}|${command}`, EVENTS), event, schemaVersion: 1, meta: { actor: PROCESS, commandId: `${command}|${key}` } }); // with the key: the log looks up command ids over all streams
const append = (key: string, command: string, event: NoticeEvent) => ({ stream: noticeStream(key), expected: 'any' as const, events: [eventOf(key, command, event)] });
const where = ({ channel, to }: Delivery): string => `${channel}|${to}`;

/** Minutes until the next attempt: 1, 5, 25, then every two hours; a little apart by notice, so that they do not all come at once. */
const backoff = (attempt: number, key: string): number => Math.min(120, 5 ** (attempt - 1)) * 60 + (createHash('sha256').update(key).digest()[0]! % 30);

interface Digest { readonly message: string; readonly waiting: readonly WaitingDelivery[] }

/** Claims the deliveries of some messages; those that another worker was faster with are left out. */
const take = async ({ store, now }: DeliverTools, digests: readonly Digest[]): Promise<readonly Digest[]> => {
  const today = dayInShanghai(now().toISOString());
  const all = digests.flatMap(({ message, waiting }) => waiting.map((one) => ({ message, one })));
  const answers = await store.appendMany(all.map(({ message, one }) => append(one.key, `take:${where(one)}:${one.attempt + 1}`, {
    type: 'DeliveryTaken', occurredOn: today, data: { channel: one.channel, to: one.to, attempt: one.attempt + 1, message },
  })));
  const mine = new Set(all.filter(({ message }, index) => {
    const answer = answers[index]!;
    const event = 'events' in answer ? answer.events[0]?.event as NoticeEvent | undefined : undefined;
    return event?.type === 'DeliveryTaken' && event.data.message === message;
  }).map(({ one }) => one));
  return digests.map(({ message, waiting }) => ({ message, waiting: waiting.filter((one) => mine.has(one)) })).filter(({ waiting }) => waiting.length > 0);
};

/** Undeliverable is loud: the deputy in the unit of whoever it was for is told, and the supervision office. */
const insteadOf = ({ to }: Reminder, { to: person }: Delivery, tree: Organisation, today: IsoDate): readonly Addressee[] => {
  const unit = to.find((one) => one.person === person)?.unit ?? null;
  const deputy = unit === null ? undefined : peopleOf(tree, unit, 'deputy')[0]?.person;
  return [...(deputy === undefined || deputy === person ? [] : [{ unit, role: 'deputy', person: deputy }]), ...present([OFFICE], tree, today)];
};

interface Settled { readonly waiting: readonly WaitingDelivery[]; readonly sent: Sent }

const settle = async (tools: DeliverTools, all: readonly Settled[]): Promise<void> => {
  const now = tools.now();
  const today = dayInShanghai(now.toISOString());
  const refused = all.filter(({ sent }) => sent.kind === 'refused').flatMap(({ waiting }) => waiting.map(({ key }) => key));
  const tree = refused.length === 0 ? null : await tools.organisation();
  const rows = new Map((refused.length === 0 ? [] : await tools.ledger.byKeys(refused)).map((row) => [row.key, row]));
  await tools.store.appendMany(all.flatMap(({ waiting, sent }) => waiting.flatMap((one) => {
    const attempt = one.attempt + 1;
    const place = { channel: one.channel, to: one.to };
    const done = `done:${where(one)}:${attempt}`;
    if (sent.kind === 'accepted') return [append(one.key, done, { type: 'DeliveryAccepted', occurredOn: today, data: { ...place, attempt, ...(sent.providerId === undefined ? {} : { providerId: sent.providerId }) } })];
    const again = !sent.permanent && attempt < MOST_ATTEMPTS;
    const retryAt = new Date(now.getTime() + Math.max(sent.retryAfterSeconds ?? 0, backoff(attempt, one.key)) * 1000).toISOString();
    const outcome = append(one.key, done, { type: 'DeliveryRefused', occurredOn: today, data: { ...place, attempt, code: sent.code, ...(again ? { retryAt } : {}) } });
    const row = rows.get(one.key);
    if (again || row === undefined || tree === null) return [outcome];
    return [outcome, ...insteadOf(row, one, tree, today).map((to) =>
      append(one.key, `fallback:${where(one)}:${to.role}`, { type: 'NoticeFellBack', occurredOn: today, data: { from: place, to, why: sent.code } }))];
  })));
};

interface Ready { readonly outlet: Outlet; readonly group: readonly WaitingDelivery[] }

/** Claims, sends and writes down some digests together. Answers how many deliveries it settled. */
const send = async (tools: DeliverTools, ready: readonly Ready[]): Promise<number> => {
  const outlets = new Map<string, Outlet>();
  const mine = await take(tools, ready.map(({ outlet, group }): Digest => { const message = randomUUID(); outlets.set(message, outlet); return { message, waiting: group }; }));
  const rows = new Map((mine.length === 0 ? [] : await tools.ledger.byKeys(mine.flatMap(({ waiting }) => waiting.map(({ key }) => key)))).map((row) => [row.key, row]));
  await settle(tools, await Promise.all(mine.map(async ({ message, waiting }): Promise<Settled> => {
    const notices = waiting.flatMap(({ key }) => rows.get(key) ?? []);
    const sent = outlets.get(message)!.send({ id: message, to: waiting[0]!.to, notices });
    return { waiting, sent: await sent.catch((error: unknown): Sent => ({ kind: 'refused', code: (error as Error).name, permanent: false })) };
  })));
  return mine.reduce((sum, { waiting }) => sum + waiting.length, 0);
};

/**
 * Hands what waits to its channels: one digest a person and channel, within the channel's send window and rate. A delivery is claimed in the log
 * before it is sent, so it goes out at most once an attempt; where a worker died after the claim nobody knows, and it is given up, said so, and the
 * supervision office told. Answers how many deliveries were settled, and when a channel that may not send yet opens.
 */
export const deliverDue = async (tools: DeliverTools, limit = 20_000): Promise<{ readonly settled: number; readonly opensAt: Date | null }> => {
  await catchUp(tools);
  const now = tools.now();
  const lost = await tools.ledger.stuck(new Date(now.getTime() - AWAY_MS).toISOString(), limit);
  if (lost.length > 0) await settle(tools, [{ waiting: lost.map((one) => ({ ...one, attempt: one.attempt - 1 })), sent: { kind: 'refused', code: 'interrupted: it may have arrived', permanent: true } }]);
  const digests = new Map<string, WaitingDelivery[]>();
  for (const one of await tools.ledger.deliverable(now.toISOString(), limit)) {
    const known = digests.get(where(one));
    if (known) known.push(one);
    else digests.set(where(one), [one]);
  }
  let settled = lost.length;
  const closed = new Map<string, Date>(); // channels that may not send now, and when they may
  let ready: Ready[] = [];
  for (const group of digests.values()) {
    const { channel } = group[0]!;
    if (closed.has(channel)) continue;
    const outlet = await tools.outlet(channel);
    if (outlet === null) {
      const gone = await take(tools, [{ message: randomUUID(), waiting: group }]);
      await settle(tools, gone.map(({ waiting }) => ({ waiting, sent: { kind: 'refused', code: 'channel-gone', permanent: true } })));
      settled += group.length;
      continue;
    }
    const opens = await outlet.opensAt(tools.now());
    if (opens > tools.now()) { closed.set(channel, opens); continue; }
    ready.push({ outlet, group });
    if (ready.length === AT_ONCE) { settled += await send(tools, ready); ready = []; }
  }
  if (ready.length > 0) settled += await send(tools, ready);
  await catchUp(tools);
  return { settled, opensAt: [...closed.values()].sort((a, b) => a.getTime() - b.getTime())[0] ?? null };
};

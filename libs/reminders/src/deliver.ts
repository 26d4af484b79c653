import { randomUUID, createHash } from 'node:crypto';
import { dayInShanghai, peopleOf, type Addressee, type Carried, type Delivery, type IsoDate, type MessageEvent, type NewEvent, type NoticeEvent, type Organisation } from '#domain';
import { WrongExpectedVersion, type Append, type Expected } from '#event-store';
import { catchUp } from './fold.ts';
import type { FireTools } from './fire.ts';
import { OFFICE, present } from './holder.ts';
import type { WaitingDigest } from './ledger.ts';
import { PROCESS } from './orders.ts';
import { namesIn, noticeStream, outboxStream } from './names.ts';
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

const eventId = namesIn('7f0f3a0a-90f2-4f5b-9b0b-0f1e0f4c4b11');
const MOST_ATTEMPTS = 6;
const AWAY_MS = 300_000; // a worker that has taken a delivery and says nothing for so long is taken for dead

const append = (stream: string, expected: Expected, command: string, event: MessageEvent | NoticeEvent): Append =>
  ({ stream, expected, events: [{ id: eventId(`${stream}|${command}`), event, schemaVersion: 1, meta: { actor: PROCESS, commandId: command } } as NewEvent] });
const where = ({ channel, to }: Delivery): string => `${channel}|${to}`;

/** Minutes until the next attempt: 1, 5, 25, then every two hours; a little apart by notice, so that they do not all come at once. */
const backoff = (attempt: number, key: string): number => Math.min(120, 5 ** (attempt - 1)) * 60 + (createHash('sha256').update(key).digest()[0]! % 30);

interface Message extends Delivery { readonly message: string; readonly notices: readonly Carried[] }

/** Starts a message for each digest, at the version of its outbox that was folded: left out where another worker was faster. */
const start = async ({ store, now }: DeliverTools, digests: readonly WaitingDigest[]): Promise<readonly Message[]> => {
  if (digests.length === 0) return [];
  const today = dayInShanghai(now().toISOString());
  const begun = digests.map(({ channel, to, version, notices }) => {
    const message: Message = { channel, to, message: randomUUID(), notices: notices.map(({ key, attempt }) => ({ key, attempt: attempt + 1 })) };
    return { message, append: append(outboxStream(message), version, `start:${message.message}`, { type: 'MessageStarted', occurredOn: today, data: message }) };
  });
  const answers = await store.appendMany(begun.map((one) => one.append));
  return begun.filter((_one, index) => !(answers[index] instanceof WrongExpectedVersion)).map(({ message }) => message);
};

/** Undeliverable is loud: the deputy in the unit of whoever it was for is told, and the supervision office. */
const insteadOf = ({ to }: Reminder, { to: person }: Delivery, tree: Organisation, today: IsoDate): readonly Addressee[] => {
  const unit = to.find((one) => one.person === person)?.unit ?? null;
  const deputy = unit === null ? undefined : peopleOf(tree, unit, 'deputy')[0]?.person;
  return [...(deputy === undefined || deputy === person ? [] : [{ unit, role: 'deputy', person: deputy }]), ...present([OFFICE], tree, today)];
};

/** Records what became of messages. An outcome is told once: whoever comes second, the sender or who gave it up for dead, changes nothing. */
const settle = async (tools: DeliverTools, messages: readonly { readonly message: Message; readonly sent: Sent }[]): Promise<void> => {
  if (messages.length === 0) return;
  const now = tools.now();
  const today = dayInShanghai(now.toISOString());
  const outcomeOf = ({ message, sent }: { readonly message: Message; readonly sent: Sent }): MessageEvent => {
    const { channel, to, message: id } = message;
    if (sent.kind === 'accepted') return { type: 'MessageAccepted', occurredOn: today, data: { channel, to, message: id, ...(sent.providerId === undefined ? {} : { providerId: sent.providerId }) } };
    const attempt = Math.max(...message.notices.map((one) => one.attempt));
    const again = !sent.permanent && attempt < MOST_ATTEMPTS;
    const retryAt = new Date(now.getTime() + Math.max(sent.retryAfterSeconds ?? 0, backoff(attempt, message.message)) * 1000).toISOString();
    return { type: 'MessageRefused', occurredOn: today, data: { ...message, code: sent.code, ...(again ? { retryAt } : {}) } };
  };
  const answers = await tools.store.appendMany(messages.map((one) => append(outboxStream(one.message), 'any', `done:${one.message.message}`, outcomeOf(one))));
  const undeliverable = messages.flatMap(({ message }, index) => {
    const answer = answers[index]!;
    const stands = 'events' in answer ? answer.events[0]?.event as MessageEvent | undefined : undefined;
    return stands?.type === 'MessageRefused' && stands.data.retryAt === undefined ? [{ message, code: stands.data.code }] : [];
  });
  if (undeliverable.length === 0) return;
  const tree = await tools.organisation();
  const rows = new Map((await tools.ledger.byKeys(undeliverable.flatMap(({ message }) => message.notices.map(({ key }) => key)))).map((row) => [row.key, row]));
  await tools.store.appendMany(undeliverable.flatMap(({ message, code }) => message.notices.flatMap(({ key }) => {
    const row = rows.get(key);
    return row === undefined ? [] : insteadOf(row, message, tree, today).map((to) =>
      append(noticeStream(key), 'any', `fallback:${key}:${where(message)}:${to.role}`, { type: 'NoticeFellBack', occurredOn: today, data: { from: { channel: message.channel, to: message.to }, to, why: code } }));
  })));
};

const AT_ONCE = 16; // messages under way to different recipients
const STARTED_TOGETHER = 64; // messages that a dying worker can leave in doubt

/** Runs `work` over all, so many at a time. */
const inParallel = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const waiting = [...all];
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, async () => { for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one); }));
};

/**
 * Hands what waits to its channels: one digest a person and channel, within the channel's send window and rate. A delivery is claimed in the log
 * before it is sent, so it goes out at most once an attempt; where a worker died after the claim nobody knows, and it is given up, said so, and the
 * supervision office told. Answers how many deliveries were settled, and when a channel that may not send yet opens.
 */
export const deliverDue = async (tools: DeliverTools, limit = 50_000): Promise<{ readonly settled: number; readonly opensAt: Date | null }> => {
  await catchUp(tools);
  const now = tools.now();
  const lost = (await tools.ledger.stuck(new Date(now.getTime() - AWAY_MS).toISOString(), limit)).map(({ channel, to, message, attempt, keys }): Message => ({ channel, to, message, notices: keys.map((key) => ({ key, attempt })) }));
  await settle(tools, lost.map((message) => ({ message, sent: { kind: 'refused', code: 'interrupted: it may have arrived', permanent: true } })));
  let settled = lost.length;
  const closed = new Map<string, Date>(); // channels that may not send now, and when they may
  const waiting = await tools.ledger.deliverable(now.toISOString(), limit);
  for (let from = 0; from < waiting.length; from += STARTED_TOGETHER) {
    const open = new Map<string, Outlet | null>();
    const digests: WaitingDigest[] = [];
    for (const digest of waiting.slice(from, from + STARTED_TOGETHER)) {
      const { channel } = digest;
      if (closed.has(channel)) continue;
      if (!open.has(channel)) open.set(channel, await tools.outlet(channel));
      const opens = await open.get(channel)?.opensAt(tools.now()) ?? tools.now();
      if (opens > tools.now()) closed.set(channel, opens);
      else digests.push(digest);
    }
    const messages = await start(tools, digests);
    const rows = new Map((messages.length === 0 ? [] : await tools.ledger.byKeys(messages.flatMap(({ notices }) => notices.map(({ key }) => key)))).map((row) => [row.key, row]));
    const outcomes: { readonly message: Message; readonly sent: Sent }[] = [];
    await inParallel(messages, async (message) => {
      const outlet = open.get(message.channel) ?? null;
      const sent: Sent = outlet === null ? { kind: 'refused', code: 'channel-gone', permanent: true }
        : await outlet.send({ id: message.message, to: message.to, notices: message.notices.flatMap(({ key }) => rows.get(key) ?? []) }).catch((error: unknown): Sent => ({ kind: 'refused', code: (error as Error).name, permanent: false }));
      outcomes.push({ message, sent });
    });
    await settle(tools, outcomes);
    for (const { notices } of messages) settled += notices.length;
  }
  await catchUp(tools);
  return { settled, opensAt: [...closed.values()].sort((a, b) => a.getTime() - b.getTime())[0] ?? null };
};

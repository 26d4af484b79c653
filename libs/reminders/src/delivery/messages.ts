import { randomUUID, createHash } from 'node:crypto';
import {
  dayInShanghai,
  peopleOf,
  schemaVersionOf,
  type Addressee,
  type Carried,
  type Delivery,
  type IsoDate,
  type MessageEvent,
  type NoticeEvent,
  type Organisation,
  type RecordedEvent,
} from '#domain';
import { WrongExpectedVersion, type Append, type Expected } from '#event-store';
import type { FireTools } from '../firing/fire.ts';
import { OFFICE } from '../owed/addressees.ts';
import { present } from '../owed/holder.ts';
import type { WaitingDigest } from '../ledger/ledger.ts';
import { namesIn, noticeStream, outboxStream } from '../owed/names.ts';
import { PROCESS } from '../firing/orders.ts';
import type { Reminder } from '../owed/reminder.ts';

/** What a channel answered to a digest. */
export type Sent =
  | { readonly kind: 'accepted'; readonly providerId?: string }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly permanent: boolean;
      readonly retryAfterSeconds?: number;
    };

/** A digest on its way. `attempt` of each notice counts this one. */
export interface Message extends Delivery {
  readonly message: string;
  readonly notices: readonly Carried[];
}
export interface Ended {
  readonly message: Message;
  readonly sent: Sent;
}

const eventId = namesIn('7f0f3a0a-90f2-4f5b-9b0b-0f1e0f4c4b11');
const MOST_ATTEMPTS = 6;

const append = (stream: string, expected: Expected, command: string, event: MessageEvent | NoticeEvent): Append => ({
  stream,
  expected,
  events: [
    {
      id: eventId(`${stream}|${command}`),
      event,
      schemaVersion: schemaVersionOf(event.type),
      meta: { actor: PROCESS, commandId: command },
    },
  ],
});

/** Minutes until the next attempt: 1, 5, 25, then every two hours; a little apart by message, so that they do not all come at once. */
const backoff = (attempt: number, message: string): number =>
  Math.min(120, 5 ** (attempt - 1)) * 60 + (createHash('sha256').update(message).digest()[0]! % 30);

const messageOf = ({ channel, to, notices }: WaitingDigest): Message => ({
  channel,
  to,
  message: randomUUID(),
  notices: notices.map(({ key, attempt }) => ({ key, attempt: attempt + 1 })),
});

const outcomeOf = ({ message, sent }: Ended, now: Date): MessageEvent => {
  const occurredOn = dayInShanghai(now.toISOString());
  const { channel, to, message: id } = message;
  if (sent.kind === 'accepted')
    return {
      type: 'MessageAccepted',
      occurredOn,
      data: { channel, to, message: id, ...(sent.providerId === undefined ? {} : { providerId: sent.providerId }) },
    };
  const attempt = Math.max(...message.notices.map((one) => one.attempt));
  const again = !sent.permanent && attempt < MOST_ATTEMPTS;
  const retryAt = new Date(
    now.getTime() + Math.max(sent.retryAfterSeconds ?? 0, backoff(attempt, id)) * 1000,
  ).toISOString();
  return { type: 'MessageRefused', occurredOn, data: { ...message, code: sent.code, ...(again ? { retryAt } : {}) } };
};

/** Undeliverable is loud: the deputy in the unit of whoever it was for is told, and the supervision office. */
const insteadOf = (
  { to }: Reminder,
  { to: whom }: Delivery,
  tree: Organisation,
  today: IsoDate,
): readonly Addressee[] => {
  const unit = to.find(({ id, person }) => id === whom || person === whom)?.unit ?? null;
  const deputy = unit === null ? undefined : peopleOf(tree, unit, 'deputy')[0]?.person;
  return [
    ...(deputy === undefined || deputy === whom ? [] : [{ unit, role: 'deputy', person: deputy }]),
    ...present([OFFICE], null, tree, today).to,
  ];
};

type GivenUp = Message & { readonly code: string };

const fallBack = async (
  { store, ledger, organisation }: FireTools,
  messages: readonly GivenUp[],
  today: IsoDate,
): Promise<void> => {
  const tree = await organisation();
  const rows = new Map(
    (await ledger.byKeys(messages.flatMap(({ notices }) => notices.map(({ key }) => key)))).map((row) => [
      row.key,
      row,
    ]),
  );
  await store.appendMany(
    messages.flatMap((message) =>
      message.notices.flatMap(({ key }) => {
        const row = rows.get(key);
        return row === undefined
          ? []
          : insteadOf(row, message, tree, today).map((to) =>
              append(noticeStream(key), 'any', `fallback:${key}:${message.channel}|${message.to}:${to.role}`, {
                type: 'NoticeFellBack',
                occurredOn: today,
                data: {
                  from: { channel: message.channel, to: message.to },
                  to,
                  why: { code: 'not-delivered', data: { failure: message.code } },
                },
              }),
            );
      }),
    ),
  );
};

/**
 * Records in one go what became of messages, and that others are on their way. An outcome is told once: whoever comes second, the sender or who gave it up for
 * dead, changes nothing. A message starts at the version of its outbox that was folded: it is left out where another worker was faster.
 */
export const recordMessages = async (
  tools: FireTools,
  ended: readonly Ended[],
  digests: readonly WaitingDigest[],
): Promise<{ readonly started: readonly Message[]; readonly recorded: readonly RecordedEvent[] }> => {
  if (ended.length + digests.length === 0) return { started: [], recorded: [] };
  const now = tools.now();
  const today = dayInShanghai(now.toISOString());
  const starting = digests.map((digest) => ({ message: messageOf(digest), version: digest.version }));
  const answers = await tools.store.appendMany([
    ...ended.map((one) => append(outboxStream(one.message), 'any', `done:${one.message.message}`, outcomeOf(one, now))),
    ...starting.map(({ message, version }) =>
      append(outboxStream(message), version, `start:${message.message}`, {
        type: 'MessageStarted',
        occurredOn: today,
        data: message,
      }),
    ),
  ]);
  const givenUp = ended.flatMap(({ message }, index): readonly GivenUp[] => {
    const answer = answers[index]!;
    const stands = 'events' in answer ? (answer.events[0]?.event as MessageEvent | undefined) : undefined;
    return stands?.type === 'MessageRefused' && stands.data.retryAt === undefined
      ? [{ ...message, code: stands.data.code }]
      : [];
  });
  if (givenUp.length > 0) await fallBack(tools, givenUp, today);
  return {
    started: starting.flatMap(({ message }, index) =>
      answers[ended.length + index] instanceof WrongExpectedVersion ? [] : [message],
    ),
    recorded: answers.flatMap((answer) => ('events' in answer && !answer.repeated ? answer.events : [])),
  };
};

import { DEFAULT_RULES, ORDER_RUNGS, type MessageEvent, type NoticeEvent, type RecordedEvent } from '#domain';
import { keyOf } from '../names.ts';
import { orderRemindersOf } from '../matter-reminders.ts';
import { remindersOf, type Reminder } from '../reminder.ts';
import type { HolderOf } from '../owed.ts';
import { noticesOf, type Lived } from './world.ts';

const holder: HolderOf = () => '某人';
const owedBy = (stream: string, history: readonly RecordedEvent[]): readonly Reminder[] => (stream.startsWith('project-') ? remindersOf(history, DEFAULT_RULES, holder) : orderRemindersOf(history, DEFAULT_RULES));

/** What was promised and not kept, in words; empty where all was (reliability.md, "Reminder simulation"). */
export const broken = (lived: Lived): readonly string[] => {
  const { events, effects, end } = lived;
  const notices = noticesOf(lived);
  const messages = events.filter(({ stream }) => stream.startsWith('outbox-')) as readonly RecordedEvent<MessageEvent>[];
  const found: string[] = [];
  const settled = new Map<string, RecordedEvent<NoticeEvent>[]>();
  const settle = (key: string, event: RecordedEvent<NoticeEvent>): void => { settled.set(key, [...(settled.get(key) ?? []), event]); };
  for (const one of notices) {
    if (one.event.type === 'NoticeIssued' || one.event.type === 'NoticeWithdrawn') settle(one.stream.slice('notice-'.length), one);
    if (one.event.type === 'NoticeIssued') for (const name of one.event.data.covers) settle(keyOf(name), one);
    if (one.event.type === 'NoticesSuppressed') for (const name of one.event.data.notices) settle(keyOf({ ...name, subject: one.event.data.subject }), one);
  }
  for (const [key, all] of settled) if (all.filter(({ event }) => event.type !== 'NoticesSuppressed').length > 1) found.push(`${key} was settled ${all.length} times`);

  const streams = [...new Set(events.map(({ stream }) => stream))].filter((stream) => /^(project|order)-/.test(stream));
  for (const stream of streams) for (const one of owedBy(stream, events.filter((event) => event.stream === stream)))
    if (one.sendAt <= end && !settled.has(one.key)) found.push(`${stream} ${one.clock} ${one.rung} ${one.recurrence} of ${one.on} has no outcome`);

  for (const { event, position, recordedAt } of notices) if (event.type === 'NoticeIssued') {
    const { data } = event;
    const key = keyOf(data);
    const then = owedBy(data.subject, events.filter((one) => one.stream === data.subject && one.position < position));
    for (const name of [data, ...data.covers]) {
      const owed = then.find((one) => one.key === keyOf(name));
      if (owed === undefined || owed.plan !== 'send') found.push(`${name.subject} ${name.clock} ${name.rung} ${name.recurrence} was issued and not owed`);
      else if (recordedAt < owed.sendAt) found.push(`${name.subject} ${name.clock} ${name.rung} was issued before it was due`);
    }
    for (const name of data.covers) if (!notices.some((one) => one.stream === `notice-${keyOf(name)}` && one.event.type === 'NoticeMerged' && one.event.data.into === key)) found.push(`${key} names what was not claimed for it`);
    if ((ORDER_RUNGS as readonly string[]).includes(data.rung) && !events.some((one) => one.stream === `order-${key}` && one.event.type === 'OrderIssued')) found.push(`${data.rung} of ${data.subject} opened no order`);
    for (const { channel, to } of data.deliveries) {
      const ends = messages.filter(({ event: message }) => message.data.channel === channel && message.data.to === to && message.data.notices.some((one) => one.key === key)
        && (message.type === 'MessageAccepted' || (message.type === 'MessageRefused' && message.data.retryAt === undefined)));
      if (ends.length !== 1) found.push(`delivery of ${key} to ${to} has ${ends.length} outcomes`);
    }
  }
  const sends = new Map<string, number>();
  for (const { key, channel, to } of effects) sends.set(`${key} ${channel} ${to}`, (sends.get(`${key} ${channel} ${to}`) ?? 0) + 1);
  for (const [what, times] of sends) if (times > 1) found.push(`${what} was sent ${times} times`);

  const serials = events.filter(({ stream, event }) => stream.startsWith('register-order-supervision-') && event.type === 'NumberGiven').map(({ version }) => version);
  if (new Set(serials).size !== serials.length) found.push('a serial number was given twice');
  return found;
};

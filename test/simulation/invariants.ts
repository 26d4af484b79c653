import { DEFAULT_RULES, ORDER_RUNGS, type MessageEvent, type RecordedEvent } from '#domain';
import { keyOf } from '../../libs/reminders/src/owed/names.ts';
import { orderRemindersOf } from '../../libs/reminders/src/owed/matter-reminders.ts';
import { remindersOf, type Reminder } from '../../libs/reminders/src/owed/reminder.ts';
import type { HolderOf } from '../../libs/reminders/src/owed/addressees.ts';
import { keysOf, settlementOf } from '../../libs/reminders/src/ledger/settlements.ts';
import type { Lived } from './world.ts';

const holder: HolderOf = () => ({ id: null, name: '某人' });
const owedBy = (stream: string, history: readonly RecordedEvent[]): readonly Reminder[] =>
  stream.startsWith('project-')
    ? remindersOf(history, DEFAULT_RULES, holder)
    : orderRemindersOf(history, DEFAULT_RULES);

/** How often a delivery came to an end: accepted, or given up. */
const endsOf = (events: readonly RecordedEvent[]): ReadonlyMap<string, number> => {
  const messages = events.filter(({ stream }) =>
    stream.startsWith('outbox-'),
  ) as readonly RecordedEvent<MessageEvent>[];
  const ended = new Set(
    messages.flatMap(({ event: { type, data } }) =>
      type === 'MessageAccepted' || (type === 'MessageRefused' && data.retryAt === undefined) ? [data.message] : [],
    ),
  );
  const ends = new Map<string, number>();
  for (const {
    event: { type, data },
  } of messages)
    if (type === 'MessageStarted' && ended.has(data.message))
      for (const { key } of data.notices) {
        const place = `${key} ${data.channel} ${data.to}`;
        ends.set(place, (ends.get(place) ?? 0) + 1);
      }
  return ends;
};

/** What was promised and not kept, in words; empty where all was (libs/reminders/README.md, "What holds"). */
export const broken = ({ events, effects, end }: Lived): readonly string[] => {
  const found: string[] = [];
  const records = events.flatMap((event) => {
    const settlement = settlementOf(event);
    return settlement === null ? [] : [{ ...event, settlement }];
  });
  const settled = new Map<string, number>();
  for (const { settlement } of records)
    for (const key of keysOf(settlement)) settled.set(key, (settled.get(key) ?? 0) + 1);
  for (const [key, times] of settled) if (times > 1) found.push(`${key} was settled ${times} times`);

  const histories = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const own = histories.get(event.stream);
    if (own) own.push(event);
    else histories.set(event.stream, [event]);
  }
  for (const [stream, history] of histories)
    if (/^(project|order)-/.test(stream))
      for (const one of owedBy(stream, history))
        if (one.sendAt <= end && !settled.has(one.key))
          found.push(`${stream} ${one.clock} ${one.rung} ${one.recurrence} of ${one.on} has no outcome`);

  // What a subject owed after so many of its facts is reckoned once, whoever was told of it.
  const reckoned = new Map<string, readonly Reminder[]>();
  const owedThen = (subject: string, position: bigint): readonly Reminder[] => {
    const facts = histories.get(subject)!.filter((one) => one.position < position);
    const place = `${subject} ${facts.length}`;
    const owed = reckoned.get(place) ?? owedBy(subject, facts);
    reckoned.set(place, owed);
    return owed;
  };

  const ends = endsOf(events);
  for (const { settlement, position, recordedAt } of records)
    for (const issued of settlement.issued) {
      if (issued.key !== keyOf(issued))
        found.push(`${issued.key} is not the key of ${issued.subject} ${issued.clock} ${issued.rung}`);
      for (const name of [issued, ...issued.covers]) {
        const owed = owedThen(name.subject, position).find((one) => one.key === keyOf(name));
        if (owed === undefined || owed.plan !== 'send')
          found.push(`${name.subject} ${name.clock} ${name.rung} ${name.recurrence} was issued and not owed`);
        else if (recordedAt < owed.sendAt)
          found.push(`${name.subject} ${name.clock} ${name.rung} was issued before it was due`);
      }
      const opened = (histories.get(`order-${issued.key}`) ?? []).filter(
        ({ event }) => event.type === 'OrderIssued',
      ).length;
      if (opened !== ((ORDER_RUNGS as readonly string[]).includes(issued.rung) ? 1 : 0))
        found.push(`${issued.rung} of ${issued.subject} opened ${opened} orders`);
      for (const { channel, to } of issued.deliveries) {
        const times = ends.get(`${issued.key} ${channel} ${to}`) ?? 0;
        if (times !== 1) found.push(`delivery of ${issued.key} to ${to} has ${times} outcomes`);
      }
    }
  const sends = new Map<string, number>();
  for (const { key, channel, to } of effects)
    sends.set(`${key} ${channel} ${to}`, (sends.get(`${key} ${channel} ${to}`) ?? 0) + 1);
  for (const [what, times] of sends) if (times > 1) found.push(`${what} was sent ${times} times`);

  // A number is given once, to an order that exists: a register has no gaps.
  for (const [stream, register] of histories)
    if (stream.startsWith('register-order-')) {
      const given = register.map(({ event }) => (event.data as { id: string }).id);
      if (new Set(given).size !== given.length) found.push('a serial number was given twice');
      for (const id of given)
        if (!histories.has(`order-${id}`)) found.push(`a serial number was given to ${id}, which is no order`);
    }
  return found;
};

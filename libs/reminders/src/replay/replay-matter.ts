import { dayInShanghai, type IsoDate, type RecordedEvent, type Rules } from '#domain';
import type { Owing } from '../owed/matter-reminders.ts';
import type { Reminder } from '../owed/reminder.ts';
import { farOf, toldApart, type ToldApart, type ToldByRun } from './told.ts';

/** What a matter owed from a day on until the next of its facts. */
interface Standing {
  readonly from: IsoDate;
  readonly owed: ReadonlyMap<string, Reminder>;
}

/** Facts are taken in the order of the log; one that is dated back stands from the day of the fact before it. */
const standings = (history: readonly RecordedEvent[], owing: Owing, rules: Rules): readonly Standing[] => {
  let from = history[0]!.event.occurredOn;
  return history.map(({ event: { occurredOn } }, index) => {
    if (occurredOn > from) from = occurredOn;
    return { from, owed: new Map(owing(history.slice(0, index + 1), rules).map((one) => [one.key, one])) };
  });
};

/** What was or will be sent for a matter, as if the days had passed one by one: a notice counts where it is owed on its own day and still on the day of sending. Cost: the square of its facts. */
const toldByMatter = (
  history: readonly RecordedEvent[],
  owing: Owing,
  rules: Rules,
  to: IsoDate,
): readonly ToldByRun[] => {
  const all = standings(history, owing, rules);
  const owedOn = (day: IsoDate): Standing['owed'] | undefined => all.findLast(({ from }) => from <= day)?.owed;
  const found = new Map<string, Reminder>();
  for (const { owed } of all)
    for (const [key, one] of owed) if (one.on <= to && owedOn(one.on)?.get(key)?.on === one.on) found.set(key, one);
  return [...found]
    .filter(([key, { sendAt }]) => owedOn(dayInShanghai(sendAt))?.has(key) === true)
    .map(([, { clock, recurrence, rung, on, sendAt, to: told }]) => ({
      clock,
      startedBy: recurrence,
      rung,
      recurrence,
      on,
      sendOn: dayInShanghai(sendAt),
      to: told,
    }));
};

/**
 * Whom an order, an issue or a meeting would have told otherwise on the days [from, to]. Days that were given stand as they were given: other rules move
 * the notices about them, and give other days only to what is opened under them.
 */
export const replayMatter = (
  history: readonly RecordedEvent[],
  owing: Owing,
  before: Rules,
  after: Rules,
  from: IsoDate,
  to: IsoDate,
): readonly ToldApart[] => {
  const told = (rules: Rules) => toldByMatter(history, owing, rules, farOf(to));
  return toldApart(told(before), told(after), from, to);
};

import { addDays, type IsoDate, type Placed, type ProjectEvent, type RecordedEvent, type Rules } from '#domain';
import type { HolderOf } from './addressees.ts';
import { judgedLate, lateDaysOf, noticeKey, type OwedBy } from './late.ts';
import type { Owed } from './notice.ts';
import { reached } from './reached.ts';

/**
 * Every notice that the policy owes for one project with its rung dated in [from, to], as the days passed: by the facts of each day, and with what was known of them
 * then. What only facts recorded later put into the past is not sent but for the highest rung, and a clock that stops before the day of sending withdraws its notice.
 */
export const owed = (
  history: readonly RecordedEvent[],
  rules: Rules,
  from: IsoDate,
  to: IsoDate,
  holder: HolderOf,
): readonly Owed[] => {
  const facts = history.map(({ event, version }): Placed => ({ ...(event as ProjectEvent), version }));
  const days = lateDaysOf(history);
  const last = days.reduce((latest, { known }) => (known > latest ? known : latest), to);
  const { notices, runs } = reached(facts, rules, last, holder);
  const owedBy: OwedBy = (known, day) =>
    new Set(reached(facts.slice(0, known), rules, addDays(day, -1), holder).notices.map(noticeKey));
  return judgedLate(notices, days, runs, rules, owedBy)
    .filter(({ on }) => on >= from && on <= to)
    .map(({ known, ...one }): Owed => {
      const stop = one.outcome === 'expected' ? runs.stopAfter(one, known ?? one.on) : null;
      return stop === null || stop > one.sendOn
        ? one
        : { ...one, outcome: 'withdrawn', why: { code: 'clock-stopped', data: { on: stop } } };
    });
};

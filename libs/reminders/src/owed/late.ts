import {
  dayInShanghai,
  nextWorkingDay,
  reason,
  type IsoDate,
  type Reason,
  type RecordedEvent,
  type Rules,
} from '#domain';
import type { Owed } from './notice.ts';
import { highestOf } from './passed.ts';
import type { Runs } from './runs.ts';

/** A day on which facts about earlier days were recorded. */
interface LateDay {
  readonly known: IsoDate;
  readonly before: number; // facts that were known until then
  readonly after: number; // facts that were known from then on
  readonly from: IsoDate; // first business day that they touch
  readonly adoption: boolean; // the project itself was taken over from a workbook on that day
}

const EVER = '0001-01-01' as IsoDate;
const ANY_DAY: ReadonlySet<string> = new Set(['FactCorrected', 'FactVoided']); // what they change may lie anywhere

/** The days on which the past became another: facts dated back, corrections, voids, an adoption (libs/domain/README.md, "Known too late"). */
export const lateDaysOf = (history: readonly RecordedEvent[]): readonly LateDay[] => {
  const days: LateDay[] = [];
  let known: IsoDate | null = null;
  let [from, before] = [EVER, 0];
  const close = (after: number): void => {
    if (known !== null && from < known)
      days.push({ known, before, after, from, adoption: before === 0 && history[0]?.meta.imported !== undefined });
  };
  for (const [index, { event, recordedAt }] of history.entries()) {
    const touched = ANY_DAY.has(event.type) ? EVER : event.occurredOn;
    const day = dayInShanghai(recordedAt);
    if (day !== known) {
      close(index);
      [known, from, before] = [day, touched, index];
    } else if (touched < from) from = touched;
  }
  close(history.length);
  return days;
};

export const noticeKey = ({ clock, policyVersion, rung, recurrence }: Owed): string =>
  `${clock} ${policyVersion} ${rung} ${recurrence}`;

/** What was owed before a day, by so many of the facts. */
export type OwedBy = (facts: number, day: IsoDate) => ReadonlySet<string>;

/** By which late day each notice became owed after its own day; those that were owed in time are not in it. */
const lateNotices = (
  notices: readonly Owed[],
  days: readonly LateDay[],
  owedBy: OwedBy,
): ReadonlyMap<Owed, LateDay> => {
  const late = new Map<Owed, LateDay>();
  for (const day of days) {
    const passed = notices.filter(
      (one) => one.outcome === 'expected' && one.on >= day.from && one.on < day.known && !late.has(one),
    );
    if (passed.length === 0) continue;
    const before = owedBy(day.before, day.known);
    const after = day === days.at(-1) ? null : owedBy(day.after, day.known); // what a later correction brought is not known yet
    for (const one of passed)
      if (!before.has(noticeKey(one)) && after?.has(noticeKey(one)) !== false) late.set(one, day);
  }
  return late;
};

const SAYS: Readonly<Record<'adopted' | 'recorded', { readonly sent: Reason; readonly not: Reason }>> = {
  adopted: { sent: reason('highest-before-adoption'), not: reason('before-adoption') },
  recorded: { sent: reason('highest-known-late'), not: reason('known-too-late') },
};

/**
 * Of what became late by facts recorded afterwards only the highest rung of a clock that still runs is issued, on the day of recording; what lies below it is suppressed.
 * A notice that was owed in time stays what it is. `owedBy` is asked only where it matters.
 */
export const judgedLate = (
  notices: readonly Owed[],
  days: readonly LateDay[],
  runs: Pick<Runs, 'runsOn'>,
  rules: Pick<Rules, 'calendar'>,
  owedBy: OwedBy,
): readonly (Owed & { readonly known: IsoDate | null })[] => {
  const late = lateNotices(notices, days, owedBy);
  const sent = new Set<Owed>();
  const judged = new Set<string>();
  for (const [{ clock, startedBy }, day] of late) {
    const run = `${clock} ${startedBy} ${day.known}`;
    if (judged.has(run)) continue;
    judged.add(run);
    const climbed = notices.filter(
      (one) =>
        one.clock === clock &&
        one.startedBy === startedBy &&
        one.on < day.known &&
        (late.get(one)?.known ?? day.known) <= day.known,
    );
    const highest = highestOf(climbed);
    if (highest !== null && late.get(highest) === day && runs.runsOn(highest, day.known)) sent.add(highest);
  }
  return notices.map((one) => {
    const day = late.get(one);
    if (day === undefined) return { ...one, known: null };
    const says = SAYS[day.adoption ? 'adopted' : 'recorded'];
    return sent.has(one)
      ? {
          ...one,
          known: day.known,
          sendOn: nextWorkingDay(day.known, rules.calendar).day,
          why: one.why ?? says.sent,
        }
      : { ...one, known: day.known, outcome: 'suppressed', why: says.not };
  });
};

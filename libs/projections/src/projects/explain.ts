import {
  type ClockName,
  COLOURS,
  colourOf,
  daysBetween,
  daysLateOn,
  runningClocks,
  worstOn,
  type Clock,
  type Colour,
  type EventMeta,
  type Evidence,
  type IsoDate,
  type Phase,
  type Project,
  type ProjectEvent,
  type RecordedEvent,
  type Rules,
} from '#domain';
import type { AsOf } from '../lists/list-question.ts';
import { foldReadable, withContent } from './readable.ts';
import { factOf } from './project-streams.ts';

/** One clock's answer to "why is it red?", in the shape of the API’s `Explanation`. */
export interface ExplainedClock {
  readonly clock: string;
  readonly policyVersion: number;
  readonly startedBy: { readonly event: string; readonly version: number; readonly on: IsoDate };
  readonly due: IsoDate | null;
  readonly daysLate: number | null;
  readonly colour: Colour;
  readonly pauses: readonly { readonly from: IsoDate; readonly to: IsoDate | null; readonly reason: string }[];
  readonly counted: {
    readonly unit: string;
    readonly length: number | null;
    readonly holidays: readonly string[];
    readonly unpublishedYears: readonly number[];
  };
  readonly crossings: readonly { readonly colour: Colour; readonly on: IsoDate }[];
  readonly warnings: readonly { readonly what: string; readonly on: IsoDate }[];
}

export interface Explanation {
  readonly project: { readonly id: string; readonly code: string; readonly name: string };
  readonly asOf: IsoDate;
  readonly phase: Phase;
  readonly colour: Colour | null;
  readonly clock: ClockName | null;
  readonly alsoAtWorst: readonly string[];
  readonly clocks: readonly ExplainedClock[];
}

/** What was known at a position of the log; null: all of it. */
export const knownAt = (history: readonly RecordedEvent[], position: bigint | null): readonly RecordedEvent[] =>
  position === null ? history : history.filter((event) => event.position <= position);

/** A project as it was on a day, as known at a position: the naive fold that every read model is checked against. */
export const projectAt = (history: readonly RecordedEvent[], { day, position }: AsOf): Project => {
  const known = withContent(knownAt(history, position));
  // Corrections hold for all days, so they are kept whatever their own date; the facts are then taken up to the day.
  const facts = known.map(factOf);
  const corrections = facts.filter(({ type }) => type === 'FactCorrected' || type === 'FactVoided');
  const corrected = new Map(facts.map((fact) => [fact.version, fact.occurredOn]));
  for (const fact of corrections)
    if (fact.type === 'FactCorrected' && fact.data.field === 'occurredOn')
      corrected.set(fact.data.target, fact.data.to as IsoDate);
  const upTo = facts.filter((fact) => corrections.includes(fact) || corrected.get(fact.version)! <= day);
  if (upTo.every((fact) => corrections.includes(fact))) return { phase: 'none' };
  // A project's first record leads, even where it was dated after other facts.
  const creation = facts.find(({ version }) => version === 1);
  const withFirst = creation !== undefined && !upTo.includes(creation) ? [creation, ...upTo] : upTo;
  return foldReadable(withFirst);
};

const explained = (clock: Clock, day: IsoDate): ExplainedClock => ({
  clock: clock.clock,
  policyVersion: clock.policyVersion,
  startedBy: clock.startedBy,
  due: clock.due,
  daysLate: daysLateOn(clock, day),
  colour: colourOf(clock, day),
  pauses: clock.pauses,
  counted: {
    unit: clock.length?.unit === 'working-days' ? 'working-days' : 'days',
    length:
      clock.length?.unit === 'working-days'
        ? clock.length.value
        : clock.baseDue && daysBetween(clock.startedBy.on, clock.baseDue),
    holidays: clock.holidays,
    unpublishedYears: clock.unpublished,
  },
  crossings: [...clock.crossings].sort((a, b) => COLOURS.indexOf(a.colour) - COLOURS.indexOf(b.colour)),
  warnings: clock.warnings,
});

/** Why a project with this history has its colour on a day; null where it was not there yet. */
export const explain = (
  history: readonly RecordedEvent[],
  rules: Rules,
  id: string,
  asOf: AsOf,
): Explanation | null => {
  const project = projectAt(history, asOf);
  if (project.phase === 'none') return null;
  const clocks = runningClocks(project, rules.policyOn(asOf.day), rules.calendar);
  const worst = worstOn(clocks, asOf.day);
  // Silence is not known before a ledger is adopted: what begins later explains no earlier day.
  const begun = clocks.filter(({ startedBy, clock }) => startedBy.on <= asOf.day || clock === worst.clock);
  const ended = project.end !== null;
  return {
    project: { id, code: project.code, name: project.title },
    asOf: asOf.day,
    phase: project.phase,
    colour: ended ? null : worst.colour,
    clock: ended ? null : worst.clock,
    alsoAtWorst: ended ? [] : worst.alsoAtWorst,
    clocks: begun.map((clock) => explained(clock, asOf.day)),
  };
};

/** One fact of a project's history, in the shape of the API’s `History`. */
export interface HistoryEntry {
  readonly version: number;
  readonly position: number;
  readonly type: ProjectEvent['type'];
  readonly schemaVersion: number;
  readonly occurredOn: IsoDate;
  readonly recordedAt: string;
  readonly actor: { readonly user: string; readonly unit: string | null };
  readonly data: unknown;
  readonly basis: string | null;
  readonly note: string | null;
  readonly approver: string | null;
  readonly evidence: readonly Evidence[]; // the papers behind it
  readonly imported: NonNullable<EventMeta['imported']> | null; // and the columns of the row that no fact has a place for
  readonly datePrecision: 'day' | 'month';
  readonly hash: string;
}

export const historyEntries = (history: readonly RecordedEvent[]): readonly HistoryEntry[] =>
  history.map(({ version, position, event, schemaVersion, recordedAt, meta, hash }) => ({
    version,
    position: Number(position),
    type: event.type as ProjectEvent['type'],
    schemaVersion,
    occurredOn: event.occurredOn,
    recordedAt,
    actor: meta.actor,
    data: event.data,
    basis: meta.basis ?? null,
    note: meta.note ?? null,
    approver: meta.approver ?? null,
    evidence: meta.evidence ?? [],
    imported: meta.imported ?? null,
    datePrecision: meta.datePrecision ?? 'day',
    hash,
  }));

import {
  evolve,
  inBusinessOrder,
  NO_PROJECT,
  runningClocks,
  type IsoDate,
  type Placed,
  type Project,
  type Rules,
} from '#domain';
import { rowOf, type ProjectRow } from './project-row.ts';

/** A fact with what the read model needs of its envelope. */
export type Fact = Placed & { readonly warnings?: readonly string[] };

/** The last day of a span without an end. */
export const FOREVER = 'infinity' as IsoDate;

interface Day {
  readonly from: IsoDate;
  readonly project: Project;
  readonly version: number;
  readonly row: ProjectRow | null;
}

/** A project's facts and what they make of it on every day since its first. */
export interface Timeline {
  readonly facts: readonly Fact[];
  readonly days: readonly Day[];
  readonly warnings: readonly string[];
}
export const NO_TIMELINE: Timeline = { facts: [], days: [], warnings: [] };

/** A row that holds from one business day up to another (exclusive). */
export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly row: ProjectRow;
}

/** What new facts do to the open rows: those starting on `close` cease to hold, those in `open` hold from now on. */
export interface Change {
  readonly close: readonly IsoDate[];
  readonly open: readonly Span[];
}

const corrects = ({ type }: Fact): boolean => type === 'FactCorrected' || type === 'FactVoided';

/** Days on which something may change: those of facts, and those from which another policy is in force. */
const dayFrom = (on: IsoDate, facts: readonly Fact[], rules: Rules): readonly IsoDate[] => {
  const days = new Set(facts.map(({ occurredOn }) => occurredOn));
  for (const { validFrom } of rules.policies) if (validFrom > on) days.add(validFrom);
  return [...days].filter((day) => day >= on).sort();
};

const rowAt = (
  project: Project,
  version: number,
  on: IsoDate,
  rules: Rules,
  warnings: readonly string[],
): ProjectRow | null => {
  if (project.phase === 'none') return null;
  return rowOf(project, version, on, runningClocks(project, rules.policyOn(on), rules.calendar), warnings);
};

const foldDays = (
  kept: readonly Day[],
  ordered: readonly Fact[],
  start: IsoDate,
  rules: Rules,
  warnings: readonly string[],
): readonly Day[] => {
  const days = [...kept];
  let project = kept.at(-1)?.project ?? NO_PROJECT;
  let version = kept.at(-1)?.version ?? 0;
  let next = ordered.findIndex(({ occurredOn }) => occurredOn >= start);
  if (next < 0) next = ordered.length;
  for (const from of dayFrom(start, ordered, rules)) {
    for (let fact = ordered[next]; fact !== undefined && fact.occurredOn <= from; fact = ordered[++next]) {
      project = evolve(project, fact);
      version = Math.max(version, fact.version);
    }
    days.push({ from, project, version, row: rowAt(project, version, from, rules, warnings) });
  }
  return days;
};

const spansOf = (days: readonly Day[]): readonly Span[] =>
  days.flatMap(({ from, row }, index) => (row === null ? [] : [{ from, to: days[index + 1]?.from ?? FOREVER, row }]));

const same = (a: Span, b: Span): boolean =>
  a.to === b.to && (a.row === b.row || JSON.stringify(a.row) === JSON.stringify(b.row));

const changeOf = (before: readonly Day[], after: readonly Day[], kept: number): Change => {
  const old = new Map(
    spansOf(before)
      .slice(Math.max(0, kept - 1))
      .map((span) => [span.from, span]),
  );
  const now = spansOf(after).slice(Math.max(0, kept - 1));
  const open: Span[] = [];
  for (const span of now) {
    const was = old.get(span.from);
    if (was !== undefined && same(was, span)) old.delete(span.from);
    else open.push(span);
  }
  return { close: [...old.keys()], open };
};

/**
 * The timeline with `news` (the facts of one append) added, and how its rows change. Facts at the end of the history, the usual case, fold
 * only themselves; late facts and corrections fold the history from their day on, corrections from the start.
 */
export const extend = (
  timeline: Timeline,
  news: readonly Fact[],
  rules: Rules,
): { readonly timeline: Timeline; readonly change: Change } => {
  const facts = [...timeline.facts, ...news];
  const warnings = [...timeline.warnings, ...news.flatMap((fact) => fact.warnings ?? [])];
  const ordered = inBusinessOrder(facts) as readonly Fact[];
  // A project's first record leads whatever its date, so the days before the first dated fact belong to it.
  const dated = ordered.map((fact, index) =>
    index === 0 && ordered[1] && ordered[1].occurredOn < fact.occurredOn
      ? { ...fact, occurredOn: ordered[1].occurredOn }
      : fact,
  );
  const first = news.reduce((day, { occurredOn }) => (occurredOn < day ? occurredOn : day), news[0]!.occurredOn);
  const fresh =
    timeline.days.length === 0 ||
    news.some(corrects) ||
    warnings.length !== timeline.warnings.length ||
    dated[0]!.occurredOn < timeline.days[0]!.from;
  const start = fresh ? dated[0]!.occurredOn : first;
  const kept = fresh ? [] : timeline.days.filter(({ from }) => from < start);
  const days = foldDays(kept, dated, start, rules, warnings);
  return { timeline: { facts, days, warnings }, change: changeOf(timeline.days, days, kept.length) };
};

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
import { reasonOf } from '#event-store';
import { whyUnlayable } from './layable.ts';
import { countedOn, countedSpans, sameValue, type CountedRow, type CountedSince } from './counted-row.ts';
import { rowOf, type ProjectRow } from './project-row.ts';
import { FOREVER, NO_CHANGE, type ChangeOf, type SpanOf } from './span-writes.ts';

/** A fact with what the read model needs of its envelope. */
export type Fact = Placed & { readonly warnings?: readonly string[] };

interface Day {
  readonly from: IsoDate;
  readonly project: Project;
  readonly version: number;
  readonly row: ProjectRow | null;
  readonly counted: CountedSince | null;
  readonly before: CountedSince | null; // what was counted until this day, where something else is counted from it on
}

/** What is kept in memory of a project's days: enough to lay the next fact, however long the history is. */
export interface Timeline {
  readonly count: number; // facts folded
  readonly tail: readonly Day[]; // the day of the last fact, and days after it from which another policy is in force
  readonly warnings: readonly string[];
  readonly aside: string | null; // why no rows could be made of the facts; the last rows that could then stand
}
export const NO_TIMELINE: Timeline = { count: 0, tail: [], warnings: [], aside: null };

export type Span = SpanOf<ProjectRow>;

/** What new facts do to the open rows, and to what figures count of them. */
export interface Change extends ChangeOf<ProjectRow> {
  readonly counted: ChangeOf<CountedRow>;
}

export interface Extended {
  readonly timeline: Timeline;
  readonly change: Change;
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

/** What a fold goes on from. */
type Before = Pick<Day, 'project' | 'version' | 'counted'>;
const NOTHING: Before = { project: NO_PROJECT, version: 0, counted: null };

/** The days from the first of `ordered` on, after what `before` made of the project. */
const foldDays = (
  before: Before,
  ordered: readonly Fact[],
  rules: Rules,
  warnings: readonly string[],
): readonly Day[] => {
  const days: Day[] = [];
  let { project, version, counted: last } = before;
  let next = 0;
  for (const from of dayFrom(ordered[0]!.occurredOn, ordered, rules)) {
    for (let fact = ordered[next]; fact !== undefined && fact.occurredOn <= from; fact = ordered[++next]) {
      project = evolve(project, fact);
      version = Math.max(version, fact.version);
    }
    const row = rowAt(project, version, from, rules, warnings);
    const counted = row === null ? null : countedOn(from, row, last);
    days.push({ from, project, version, row, counted, before: counted?.from === from ? last : null });
    last = counted;
  }
  return days;
};

const warningsOf = (facts: readonly Fact[]): readonly string[] => facts.flatMap(({ warnings = [] }) => warnings);

/** Every day of a history. */
const allDays = (facts: readonly Fact[], rules: Rules): readonly Day[] => {
  if (facts.length === 0) return [];
  const ordered = inBusinessOrder(facts) as readonly Fact[];
  // A project's first record leads whatever its date, so the days before the first dated fact belong to it.
  const dated = ordered.map((fact, index) =>
    index === 0 && ordered[1] && ordered[1].occurredOn < fact.occurredOn
      ? { ...fact, occurredOn: ordered[1].occurredOn }
      : fact,
  );
  return foldDays(NOTHING, dated, rules, warningsOf(facts));
};

const spansOf = (days: readonly Day[]): readonly Span[] =>
  days.flatMap(({ from, row }, index) => (row === null ? [] : [{ from, to: days[index + 1]?.from ?? FOREVER, row }]));

const same = <Row extends object>(a: SpanOf<Row>, b: SpanOf<Row>): boolean =>
  a.to === b.to &&
  (a.row === b.row || (Object.keys(a.row) as (keyof Row)[]).every((name) => sameValue(a.row[name], b.row[name])));

const differing = <Row extends object>(
  before: readonly SpanOf<Row>[],
  after: readonly SpanOf<Row>[],
): ChangeOf<Row> => {
  const old = new Map(before.map((span) => [span.from, span]));
  const open: SpanOf<Row>[] = [];
  for (const span of after) {
    const was = old.get(span.from);
    if (was !== undefined && same(was, span)) old.delete(span.from);
    else open.push(span);
  }
  return { close: [...old.keys()], open };
};

/** What is counted over these days; also what was until the first of them, whose end it is. */
const countedOver = (days: readonly Day[]): readonly SpanOf<CountedRow>[] => {
  const all = [days[0]?.before ?? null, ...days.map(({ counted }) => counted)].filter((one) => one !== null);
  return countedSpans(all.filter((one, at) => one.from !== all[at - 1]?.from));
};

const changeOf = (before: readonly Day[], after: readonly Day[]): Change => ({
  ...differing(spansOf(before), spansOf(after)),
  counted: differing(countedOver(before), countedOver(after)),
});

const tailOf = (days: readonly Day[], lastFact: IsoDate): readonly Day[] => days.filter(({ from }) => from >= lastFact);

/** What the days after `kept` go on from; where none is kept they lay the latest day itself again, after what was counted until it. */
const untilDay = (kept: readonly Day[], latest: Day): Before => {
  const last = kept.at(-1);
  const { project, version, counted, before } = latest;
  if (last !== undefined) return { project, version, counted: last.counted };
  return { project, version, counted: counted?.from === latest.from ? before : counted };
};

/** Facts at the end of the history, the usual case, fold only themselves. Null where they are none: late ones, corrections, a project set aside. */
const appended = (timeline: Timeline, news: readonly Fact[], rules: Rules): Extended | null => {
  const [latest] = timeline.tail;
  if (latest === undefined || timeline.aside !== null) return null;
  if (news.some((fact) => corrects(fact) || fact.occurredOn < latest.from) || warningsOf(news).length > 0) return null;
  const ordered = [...news].sort((a, b) =>
    a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : a.version - b.version,
  );
  const kept = timeline.tail.filter(({ from }) => from < ordered[0]!.occurredOn);
  const days = [...kept, ...foldDays(untilDay(kept, latest), ordered, rules, timeline.warnings)];
  return {
    timeline: { ...timeline, count: timeline.count + news.length, tail: tailOf(days, ordered.at(-1)!.occurredOn) },
    change: changeOf(timeline.tail, days),
  };
};

const allAnew = (days: readonly Day[]): Change => ({
  close: 'all',
  open: spansOf(days),
  counted: { close: 'all', open: countedOver(days) },
});

const refolded = (past: readonly Fact[], news: readonly Fact[], rules: Rules, wasAside: boolean): Extended => {
  const facts = [...past, ...news];
  const days = allDays(facts, rules);
  const last = facts.length === 0 ? FOREVER : lastDayOf(facts);
  return {
    timeline: { count: facts.length, tail: tailOf(days, last), warnings: warningsOf(facts), aside: null },
    change: wasAside ? allAnew(days) : changeOf(allDays(past, rules), days),
  };
};

const lastDayOf = (facts: readonly Fact[]): IsoDate =>
  inBusinessOrder(facts)
    .map(({ occurredOn }, index, all) => (index === 0 ? (all[1]?.occurredOn ?? occurredOn) : occurredOn))
    .reduce((last, day) => (day > last ? day : last));

/** A timeline of facts of which no rows can be made. The last rows stay as they are until a correction makes others. */
export const withoutRows = (count: number, reason: string): Timeline => ({ ...NO_TIMELINE, count, aside: reason });

const checked = (extended: Extended): string | null => {
  for (const { row } of extended.change.open) {
    const why = whyUnlayable(row);
    if (why !== null) return why;
  }
  return null;
};

/**
 * The timeline with `news` (the facts of one append) added, and how its rows change. Null where the facts before them are needed for that:
 * give them as `past`. Facts of which no row can be made set the project aside; they change nothing.
 */
export function extend(timeline: Timeline, news: readonly Fact[], rules: Rules): Extended | null;
export function extend(timeline: Timeline, news: readonly Fact[], rules: Rules, past: readonly Fact[]): Extended;
export function extend(
  timeline: Timeline,
  news: readonly Fact[],
  rules: Rules,
  past?: readonly Fact[],
): Extended | null {
  let reason: string | null;
  try {
    const known = timeline.count === 0 ? [] : past;
    const next =
      appended(timeline, news, rules) ??
      (known === undefined ? null : refolded(known, news, rules, timeline.aside !== null));
    if (next === null) return null;
    reason = checked(next);
    if (reason === null) return next;
  } catch (error) {
    reason = reasonOf(error);
  }
  return { timeline: withoutRows(timeline.count + news.length, reason), change: { ...NO_CHANGE, counted: NO_CHANGE } };
}

/** The timeline of facts whose rows are laid already. */
export const timelineOf = (facts: readonly Fact[], rules: Rules): Timeline =>
  extend(NO_TIMELINE, facts, rules, []).timeline;

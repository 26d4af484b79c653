import { projectIdOf, type RecordedEvent, type Rules } from '#domain';
import { weightOf, type AsideChange, type EventStore, type keptLately, type SetAside } from '#event-store';
import { byTransaction } from '../transactions.ts';
import { factOf } from './project-streams.ts';
import type { PositionedChange } from './project-table.ts';
import { extend, NO_TIMELINE, timelineOf, withoutRows, type Fact, type Timeline } from './timeline.ts';

/** Timelines of streams, kept while they are worked on. */
export type Timelines = ReturnType<typeof keptLately<Timeline>>;

/** How the events of a page change the rows, and what is set aside with them or read again. */
export interface PageChange {
  readonly changes: readonly PositionedChange[]; // in order of position
  readonly aside: AsideChange;
}

const byStream = (events: readonly RecordedEvent[]): ReadonlyMap<string, readonly RecordedEvent[]> => {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const known = streams.get(event.stream);
    if (known) known.push(event);
    else streams.set(event.stream, [event]);
  }
  return streams;
};

const WEIGHED_EVERY = 16; // facts

/** A day more or less like the one before weighs as much: it is weighed again now and then. */
const weighed = (timeline: Timeline, before: ReturnType<Timelines['take']>): number =>
  before !== undefined &&
  before.value.tail.length === timeline.tail.length &&
  Math.floor(before.value.count / WEIGHED_EVERY) === Math.floor(timeline.count / WEIGHED_EVERY)
    ? before.bytes
    : weightOf(timeline.tail);

/** Whether a timeline ends where the news begin, and is set aside just where its stream is. */
const standsAt = ({ count: folded, aside }: Timeline, count: number, wasAside: boolean): boolean =>
  folded === count && (aside !== null) === wasAside;

/**
 * Folds the events of a page, project by project. `timelines` holds what is already folded, `before` names the streams that are set aside:
 * what rows those have is not known.
 */
export const changesOf = async (
  store: EventStore,
  events: readonly RecordedEvent[],
  rules: Rules,
  timelines: Timelines,
  before: ReadonlySet<string>,
): Promise<PageChange> => {
  const changes: PositionedChange[] = [];
  const add: SetAside[] = [];
  const back = new Set<string>();
  const one = async (stream: string, news: readonly RecordedEvent[]): Promise<void> => {
    const count = news[0]!.version - 1;
    const held = timelines.take(stream);
    const kept = held?.value;
    let past: Fact[] | null = null;
    const pastFacts = async (): Promise<Fact[]> =>
      (past ??= (await store.readStream(stream)).slice(0, count).map(factOf));
    const wasAside = before.has(stream);
    let timeline = kept ?? NO_TIMELINE;
    if (!standsAt(timeline, count, wasAside))
      timeline = wasAside ? withoutRows(count, 'set aside') : timelineOf(await pastFacts(), rules);
    let since: SetAside | null = null;
    const facts: Fact[] = []; // of this page, so far
    for (const together of byTransaction(news)) {
      const own = together.map(factOf);
      const next = extend(timeline, own, rules) ?? extend(timeline, own, rules, [...(await pastFacts()), ...facts]);
      timeline = next.timeline;
      facts.push(...own);
      const { position, version } = together.at(-1)!;
      changes.push({ projectId: projectIdOf(stream), position, version, change: next.change });
      const reason = timeline.aside;
      since = reason === null ? null : (since ?? { reader: 'project', stream, position, version, reason });
      if (reason === null && wasAside) back.add(stream);
    }
    if (since !== null) add.push(since);
    timelines.keep(stream, timeline, weighed(timeline, held));
  };
  await Promise.all([...byStream(events)].map(([stream, news]) => one(stream, news)));
  return { changes: changes.sort((a, b) => Number(a.position - b.position)), aside: { add, back: [...back] } };
};

import {
  foldMatter,
  ifReadable,
  MATTERS,
  MEETING,
  projectStream,
  Rejected,
  MATTER_REJECTIONS,
  type Colour,
  type IsoDate,
  type Meeting,
  type MeetingEvent,
  type ProjectEvent,
  type RecordedEvent,
  type Rules,
} from '#domain';
import type { EventStore } from '#event-store';
import { explain, knownAt, seenAmong, type AsOf } from '#projections';
import type { Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import { seesMatter, showMatter } from '../matters/show-matters.ts';

/** One fact of a project since a moment, and the colour it had then and has now. */
export interface Changed {
  readonly project: { readonly id: string; readonly name: string };
  readonly colour: { readonly before: Colour | null; readonly now: Colour | null };
  readonly facts: readonly {
    readonly type: ProjectEvent['type'];
    readonly occurredOn: IsoDate;
    readonly recordedAt: string;
    readonly by: string;
    readonly data: unknown;
  }[];
}

const RANK: readonly (Colour | null)[] = [null, 'green', 'blue', 'yellow', 'orange', 'red'];
/** What changed for these projects from one time to another, and which facts are news of it: worst colour first, then by name; those without a change are left out. Cost: the histories of these projects. */
export const changesSince = async (
  store: EventStore,
  rules: Rules,
  projects: readonly { readonly id: string; readonly name: string }[],
  { from, to, isNews }: { readonly from: AsOf; readonly to: AsOf; readonly isNews: (fact: RecordedEvent) => boolean },
): Promise<readonly Changed[]> => {
  const all = await Promise.all(
    projects.map(async ({ id, name }): Promise<Changed> => {
      const history = await store.readStream(projectStream(id));
      const colourThen = (at: AsOf): Colour | null => ifReadable(() => explain(history, rules, id, at))?.colour ?? null;
      const news = knownAt(history, to.position).filter((fact) => fact.event.occurredOn <= to.day && isNews(fact));
      return {
        project: { id, name },
        colour: { before: colourThen(from), now: colourThen(to) },
        facts: news.map(({ event, recordedAt, meta }) => ({
          type: event.type as ProjectEvent['type'],
          occurredOn: event.occurredOn,
          recordedAt,
          by: meta.actor.user,
          data: event.data,
        })),
      };
    }),
  );
  return all
    .filter(({ facts, colour }) => facts.length > 0 || colour.before !== colour.now)
    .sort(
      (a, b) => RANK.indexOf(b.colour.now) - RANK.indexOf(a.colour.now) || (a.project.name < b.project.name ? -1 : 1),
    );
};

export interface MeetingChanges {
  readonly meeting: string;
  readonly since: { readonly meeting: string; readonly asOf: IsoDate; readonly position: string } | null;
  readonly entered: readonly { readonly id: string; readonly name: string }[];
  readonly left: readonly { readonly id: string; readonly name: string }[];
  readonly changed: readonly Changed[];
  readonly tasks: readonly {
    readonly task: string;
    readonly text: string;
    readonly state: string;
    readonly due: IsoDate;
    readonly unit: string | null;
    readonly people: readonly string[];
  }[]; // of the meeting before
}

const meetingOf = async (store: EventStore, id: string): Promise<Meeting> => {
  const meeting = foldMatter(
    MEETING,
    (await store.readStream(`${MEETING.name}-${id}`)).map(({ event }) => event as MeetingEvent),
  );
  if (meeting.state === 'none') throw new Rejected('matter-unknown', MATTER_REJECTIONS['matter-unknown']);
  return meeting;
};

/** The meeting before that took place or may yet: one that was called off is passed over, for the one before it. */
const meetingBefore = async (
  store: EventStore,
  { previous }: Meeting,
  passed: readonly string[] = [],
): Promise<{ readonly id: string; readonly meeting: Meeting } | null> => {
  if (previous === null || passed.includes(previous)) return null;
  const meeting = await meetingOf(store, previous);
  return meeting.state === 'called-off'
    ? meetingBefore(store, meeting, [...passed, previous])
    : { id: previous, meeting };
};

/** "What changed since the last meeting": who came onto the agenda and who left it, what was recorded of those on it, and what became of the tasks given then. */
const meetingChanges = async (
  store: EventStore,
  rules: Rules,
  id: string,
  today: IsoDate,
  seesMeeting: (id: string) => Promise<boolean>,
): Promise<MeetingChanges> => {
  const meeting = await meetingOf(store, id);
  const named = (one: Meeting | null) => (one?.agenda?.items ?? []).map(({ project, name }) => ({ id: project, name }));
  const found = await meetingBefore(store, meeting);
  const before = found?.meeting ?? null;
  const told = found !== null && (await seesMeeting(found.id)) ? found.meeting.tasks : [];
  const items = named(meeting);
  const earlier = named(before);
  const has = (all: readonly { readonly id: string }[], one: { readonly id: string }) =>
    all.some((other) => other.id === one.id);
  const from = before?.agenda ?? null;
  return {
    meeting: id,
    since: from === null ? null : { meeting: found!.id, asOf: from.asOf, position: from.logPosition },
    entered: items.filter((one) => !has(earlier, one)),
    left: earlier.filter((one) => !has(items, one)),
    changed:
      from === null
        ? []
        : await changesSince(store, rules, [...items, ...earlier.filter((one) => !has(items, one))], {
            from: { day: from.asOf, position: BigInt(from.logPosition) },
            to: { day: today, position: null },
            isNews: ({ position }) => position > BigInt(from.logPosition),
          }),
    tasks: told.map(({ task, text, state, due, unit, people }) => ({
      task,
      text,
      state,
      due,
      unit,
      people: people.map(({ name }) => name),
    })),
  };
};

/** The same for a meeting that the asker may see, of the projects and of the meeting before that the asker sees too. Throws 'matter-unknown' and UnreadableFact. */
export const changesSinceMeeting: Question<{ readonly id: string }, MeetingChanges> = {
  upToDate: ['matters', 'projects'],
  look: ({ id }) => lookAt('changes', id),
  answer: async (asking, { id }) => {
    const matter = MATTERS['meeting']!;
    await showMatter.answer(asking, { matter, id });
    const { store, pool, rules, today } = asking.office;
    const changes = await meetingChanges(store, await rules(), id, today(), (before) =>
      seesMatter(asking, { matter, id: before }),
    );
    const told = [...changes.entered, ...changes.left, ...changes.changed.map(({ project }) => project)];
    const seen = await seenAmong(
      pool,
      asking.scope,
      told.map((one) => one.id),
    );
    return {
      ...changes,
      entered: changes.entered.filter((one) => seen.has(one.id)),
      left: changes.left.filter((one) => seen.has(one.id)),
      changed: changes.changed.filter(({ project }) => seen.has(project.id)),
    };
  },
};

import type { Notice } from '#channels';
import {
  alike,
  byReference,
  CLOCK_WORDS,
  daysBetween,
  inEveryText,
  MEETING,
  projectStream,
  type Colour,
  type IsoDate,
  type Rung,
} from '#domain';
import { explain, type Explanation } from '#projections';
import type { Reminder } from '#reminders';
import type { Office } from '../office.ts';
import { projectNamed } from '../projects/project-name.ts';
import type { Subject } from '../reminders/subjects.ts';

const COLOUR_OF: Readonly<Record<Rung, Colour>> = {
  'near-due': 'blue',
  due: 'blue',
  reminder: 'yellow',
  supervision: 'orange',
  circular: 'red',
  interview: 'red',
  accountability: 'red',
};

const TASK = { zh: '交办任务', en: 'task' }; // its clock is that of an order

const explained = async ({ store, rules }: Office, project: string, today: IsoDate): Promise<Explanation | null> =>
  explain(await store.readStream(projectStream(project)), await rules(), project, { day: today, position: null });

const projectOf = async (office: Office, project: string, found: Explanation | null): Promise<Notice['project']> => ({
  id: project,
  code: found?.project.code ?? '',
  name: found?.project.name ?? (await projectNamed(office, project)),
});

/** A reminder of the ledger as the notice that a person reads: of a project with the clock as it stands on that day, of a matter with its title. */
export const noticeOf = async (
  office: Office,
  one: Reminder,
  { kind, title, due: ownDue, path }: Subject,
  today: IsoDate,
): Promise<Notice> => {
  const found = one.project === null ? null : await explained(office, one.project, today);
  const ofProject = kind === 'project';
  const clock = ofProject ? found?.clocks.find(({ clock: name }) => name === one.clock) : undefined;
  const due = ownDue ?? clock?.due ?? one.on;
  const { publicUrl } = office.config;
  return {
    id: one.key,
    project: one.project === null ? null : await projectOf(office, one.project, found),
    rung: one.rung,
    colour: clock?.colour ?? COLOUR_OF[one.rung],
    about: kind === MEETING.name ? TASK : CLOCK_WORDS[one.clock],
    due,
    daysLate: ofProject ? (clock?.daysLate ?? 0) : daysBetween(due, today),
    ...(ofProject ? {} : { subject: title === null ? alike(one.subject) : inEveryText(title, byReference) }),
    ...(publicUrl === null ? {} : { link: new URL(path, publicUrl).href }),
  };
};

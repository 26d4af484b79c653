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
  type Sentence,
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

const explained = async (
  { store, rules }: Office,
  { project }: Reminder,
  today: IsoDate,
): Promise<Explanation | null> =>
  project === null
    ? null
    : explain(await store.readStream(projectStream(project)), await rules(), project, { day: today, position: null });

const projectOf = async (
  office: Office,
  { project }: Reminder,
  found: Explanation | null,
): Promise<Notice['project']> =>
  project === null
    ? null
    : {
        id: project,
        code: found?.project.code ?? '',
        name: found?.project.name ?? (await projectNamed(office, project)),
      };

/** The clock that a reminder of a project tells of, as it stands on that day. */
const clockOf = (one: Reminder, found: Explanation | null): Explanation['clocks'][number] | undefined =>
  found?.clocks.find(({ clock }) => clock === one.clock);

/** The page of a subject, where the server's own address is known. */
const linkOf = ({ config: { publicUrl } }: Office, path: string): Pick<Notice, 'link'> =>
  publicUrl === null ? {} : { link: new URL(path, publicUrl).href };

/** What a matter is called; of what nothing is known yet, its stream. */
const titleOf = ({ subject }: Reminder, title: Sentence | null): Sentence =>
  title === null ? alike(subject) : inEveryText(title, byReference);

/** A reminder of the ledger as the notice that a person reads: of a project with the clock as it stands on that day, of a matter with its title. */
export const noticeOf = async (
  office: Office,
  one: Reminder,
  { kind, title, due: ownDue, path }: Subject,
  today: IsoDate,
): Promise<Notice> => {
  const found = await explained(office, one, today);
  const ofProject = kind === 'project';
  const clock = ofProject ? clockOf(one, found) : undefined;
  const due = ownDue ?? clock?.due ?? one.on;
  return {
    id: one.key,
    project: await projectOf(office, one, found),
    rung: one.rung,
    colour: clock?.colour ?? COLOUR_OF[one.rung],
    about: kind === MEETING.name ? TASK : CLOCK_WORDS[one.clock],
    due,
    daysLate: ofProject ? (clock?.daysLate ?? 0) : daysBetween(due, today),
    ...(ofProject ? {} : { subject: titleOf(one, title) }),
    ...linkOf(office, path),
  };
};

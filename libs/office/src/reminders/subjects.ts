import type { Pool } from '#database';
import { matterOf, MEETING, projectIdOf, type IsoDate, type Sentence } from '#domain';
import { matterTitles } from '#projections';
import type { Reminder } from '#reminders';
import { pathOf } from '../matters/matter-commands.ts';

/** What a notice is about. `path`: its page, under the server's address. `title`: null where nothing is known of it yet. `due`: of a reply, a resolution or a task; a project's clocks have their own. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly title: Sentence | null;
  readonly due: IsoDate | null;
  readonly path: string;
}

type About = Pick<Reminder, 'subject' | 'recurrence'>;

/** A subject by its stream alone. */
const subjectOf = ({ subject }: About): Omit<Subject, 'title' | 'due'> => {
  const matter = matterOf(subject);
  if (matter === null) {
    const id = projectIdOf(subject);
    return { kind: 'project', id, path: `/projects/${id}` };
  }
  const id = subject.slice(matter.name.length + 1);
  return { kind: matter.name, id, path: `/matters/${pathOf(matter)}/${id}` };
};

/**
 * The subjects of notices, each in its notice's place: an order with its number, an issue, or a meeting with the one of its tasks that the notice chases. A project's title is null: its row is
 * the asker's. One statement for all of them.
 */
export const subjectsOf = async (pool: Pool, notices: readonly About[]): Promise<readonly Subject[]> => {
  const about = notices.map((one) => ({ ...subjectOf(one), recurrence: one.recurrence }));
  const matters = about.map(({ kind, id, recurrence }) =>
    kind === 'project' ? null : { kind, id, task: kind === MEETING.name ? recurrence - 1 : null },
  ); // a task's notices are counted by its place (matter-reminders.ts)
  const titles = await matterTitles(pool, matters);
  return about.map(({ kind, id, path }, at) => ({ kind, id, path, ...(titles[at] ?? { title: null, due: null }) }));
};

import { Tag } from 'antd';
import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { useUnitName } from '../app/known-to-all.ts';
import { OUTCOME_COLOURS, OUTCOMES, ROLES_TOLD, RUNGS } from '../words/supervision-words.ts';
import { CLOCKS, useWords } from '../words/words.ts';

export type Reminder = Schemas['Reminder'];

export const OutcomeWord = ({ outcome }: { outcome: string }) => {
  const { say } = useWords();
  return <Tag color={OUTCOME_COLOURS[outcome] ?? 'default'}>{say(OUTCOMES[outcome], outcome)}</Tag>;
};

/** Who was told, by name where there is one, with what they are to the project. */
export const Told = ({ to }: { to: Reminder['to'] }) => {
  const { say, marks } = useWords();
  const unitName = useUnitName();
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      {to
        .map(({ unit, role, person }) => {
          const part = say(ROLES_TOLD[role], role);
          const name = person ?? (unit === null ? '' : unitName(unit));
          return name === '' ? part : name + marks.aside(part);
        })
        .join(marks.list) || '—'}
    </span>
  );
};

/** What a notice says: its rung and its clock. A task's clock is that of an order, and is named after what it is. */
export const useReminderWords = (): ((reminder: Pick<Reminder, 'rung' | 'clock' | 'subject'>) => string) => {
  const { t, say } = useWords();
  return ({ rung, clock, subject }) =>
    `${say(RUNGS[rung], rung)} · ${subject.kind === 'meeting' ? t('task') : say(CLOCKS[clock], clock)}`;
};

/** The project, order, issue or task that a notice is about, by its title, leading to its page. */
export const About = ({ reminder }: { reminder: Reminder }) => {
  const { say } = useWords();
  const words = useReminderWords();
  const {
    subject: { title, path },
    project,
  } = reminder;
  return (
    <Link to={path} style={{ overflowWrap: 'anywhere' }}>
      {title === null ? (project?.code ?? words(reminder)) : say(title)}
    </Link>
  );
};

/** What a notice is about beside its own clock: the other clocks of its project, or the other projects of a circular. */
export const NamedBeside = ({ reminder: { names, project: own } }: { reminder: Reminder }) => {
  const { say } = useWords();
  if (names.length === 0) return null;
  return (
    <details>
      <summary>{say({ zh: `同时通知 ${names.length} 项`, en: `names ${names.length} more` })}</summary>
      <ul>
        {names.map(({ project, clock, on }) => (
          <li key={`${project?.id ?? ''} ${clock} ${on}`}>
            {project !== null && project.id !== own?.id && (
              <>
                <Link to={`/projects/${project.id}`}>{project.name ?? project.code}</Link> ·{' '}
              </>
            )}
            {say(CLOCKS[clock], clock)} {on}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** The project of an order, an issue or a task; nothing where the notice is about the project itself. */
export const OfProject = ({ reminder: { subject, project } }: { reminder: Reminder }) =>
  subject.kind === 'project' || project === null || project.name === null ? null : (
    <Link to={`/projects/${project.id}`}>{project.name}</Link>
  );

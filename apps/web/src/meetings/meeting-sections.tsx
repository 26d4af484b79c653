import { useQuery } from '@tanstack/react-query';
import { Card, Tag, Typography } from 'antd';
import { WideTable } from '../parts/wide-table.tsx';
import { Link } from '../parts/way.tsx';
import { answered, api, type Schemas } from '../ask/api.ts';
import { useTime } from '../parts/time.ts';
import { Changes } from '../parts/changes.tsx';
import { DueWord } from '../parts/due-word.tsx';
import { Standing } from '../parts/standing.tsx';
import { useUnitName } from '../app/known-to-all.ts';
import type { RowCommands } from '../parts/row-buttons.tsx';
import { RowButtons } from '../parts/row-buttons.tsx';
import { TASK_STATES } from '../words/supervision-words.ts';
import { useWords } from '../words/words.ts';

type Known = Schemas['KnownMeeting'];
type Task = Known['tasks'][number];

const OFFERED: Readonly<Record<string, readonly string[]>> = {
  open: ['CompleteTask', 'CancelTask'],
  completed: ['ConfirmTask', 'ReturnTask'],
};
const space = { marginTop: 16 };

/** Agenda, tasks, and what changed since the meeting before. */
export const MeetingSections = ({ id, known, rows }: { id: string; known: Known; rows: RowCommands }) => {
  const { t, say, marks } = useWords();
  const unitName = useUnitName();
  const { isPast } = useTime();
  const changes = useQuery({
    queryKey: ['matter', 'meetings', id, 'changes'],
    queryFn: () => answered(api.GET('/api/meetings/{id}/changes', { params: { path: { id } } })),
    enabled: !isPast, // it tells what changed until now
  });
  const { agenda, tasks } = known;
  const who = ({ unit, people }: { unit: string | null; people: readonly { name: string }[] }) =>
    [unitName(unit), people.map(({ name }) => name).join(marks.list)].filter((part) => part !== '').join(' · ');
  const held = known.heldOn !== null; // what is worked off then comes first
  const frozenAgenda = (
    <Card
      size="small"
      style={space}
      title={
        <>
          {t('agenda')}
          {agenda && (
            <small>
              {' '}
              · {agenda.items.length} · {t('dataAsOf')} {agenda.asOf}
            </small>
          )}
        </>
      }
      data-testid="agenda"
    >
      {agenda === null ? (
        <Typography.Text type="secondary">{t('noAgenda')}</Typography.Text>
      ) : (
        <ol className="plain long">
          {agenda.items.map(({ project, name, reason, ...stood }) => (
            <li key={project}>
              <Link to={`/projects/${project}`} className="in-text">
                {name}
              </Link>{' '}
              <small>
                <Standing stood={stood} /> {reason}
              </small>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
  const givenTasks = (
    <Card size="small" style={space} title={t('tasks')} data-testid="tasks">
      {tasks.length === 0 ? (
        <Typography.Text type="secondary">{t('noTasks')}</Typography.Text>
      ) : (
        <WideTable<Task>
          rowKey="task"
          size="small"
          pagination={false}
          about={t('tasks')}
          width={640}
          dataSource={tasks}
          columns={[
            {
              title: t('task'),
              width: 220,
              render: (_, task) => (
                <>
                  {task.text}
                  {task.completed && (
                    <div className="small">
                      {task.completed.on} {task.completed.text} · {task.completed.byName}
                    </div>
                  )}
                  {task.returned.map(({ on, reason, byName }) => (
                    <div key={on + reason} className="small">
                      {on} {reason} · {byName}
                    </div>
                  ))}
                  {task.cancelled && (
                    <div className="small">
                      {task.cancelled.on} {task.cancelled.reason}
                    </div>
                  )}
                </>
              ),
            },
            { title: t('people'), width: 120, render: (_, task) => who(task) },
            {
              title: t('due'),
              width: 120,
              render: (_, task) => (task.state === 'open' ? <DueWord due={task.due} /> : task.due),
            },
            { title: t('state'), width: 90, render: (_, { state }) => <Tag>{say(TASK_STATES[state], state)}</Tag> },
            {
              title: '',
              width: 130,
              render: (_, { task, state }) => <RowButtons rows={rows} row={task} types={OFFERED[state] ?? []} />,
            },
          ]}
        />
      )}
    </Card>
  );
  return (
    <>
      {held ? (
        <>
          {givenTasks}
          {frozenAgenda}
        </>
      ) : (
        <>
          {frozenAgenda}
          {givenTasks}
        </>
      )}
      <Card
        size="small"
        style={space}
        title={
          <>
            {t('changes')}
            {changes.data?.since && (
              <small>
                {' '}
                · <Link to={`/matters/meetings/${changes.data.since.meeting}`}>{changes.data.since.asOf}</Link>
              </small>
            )}
          </>
        }
        data-testid="meeting-changes"
      >
        {changes.data &&
          (changes.data.since === null ? (
            <Typography.Text type="secondary">{t('noBefore')}</Typography.Text>
          ) : (
            <Since changes={changes.data} who={who} />
          ))}
      </Card>
    </>
  );
};

const Since = ({
  changes,
  who,
}: {
  changes: Schemas['MeetingChanges'];
  who: (task: { unit: string | null; people: readonly { name: string }[] }) => string;
}) => {
  const { t, say, marks } = useWords();
  const named = (title: 'entered2' | 'left', all: readonly { readonly id: string; readonly name: string }[]) =>
    all.length > 0 && (
      <p>
        <strong>{t(title)}</strong>
        {marks.colon}
        {all.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && marks.list}
            <Link to={`/projects/${id}`} className="in-text">
              {name}
            </Link>
          </span>
        ))}
      </p>
    );
  return (
    <>
      {named('entered2', changes.entered)}
      {named('left', changes.left)}
      <Changes changed={changes.changed} />
      {changes.tasks.length > 0 && (
        <>
          <strong>{t('tasksBefore')}</strong>
          <ul className="plain">
            {changes.tasks.map((task) => (
              <li key={task.task}>
                {task.text} <Tag>{say(TASK_STATES[task.state], task.state)}</Tag>{' '}
                <small>
                  {who({ ...task, people: task.people.map((name) => ({ name })) })} · {task.due}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

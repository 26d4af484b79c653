import { Link } from '../parts/way.tsx';
import { StackingTable } from '../parts/stacking-table.tsx';
import { OutcomeWord, Told } from '../reminders/reminder-words.tsx';
import { RUNGS } from '../words/supervision-words.ts';
import { CLOCKS, useWords } from '../words/words.ts';
import type { Ahead } from './coming.ts';
import { COMING } from './forward-words.ts';

/** What lies ahead, a day and a project a line: what it is, and who is told of it. */
export const AheadTable = ({ rows }: { rows: readonly Ahead[] }) => {
  const { t, say } = useWords();
  return (
    <StackingTable<Ahead>
      size="small"
      rowKey="key"
      dataSource={[...rows]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      about={t('forwardPage')}
      width={940}
      locale={{ emptyText: t('nothingAhead') }}
      data-testid="ahead"
      columns={[
        {
          title: t('day'),
          width: 180,
          className: 'one-line',
          render: (_, { on, notice }) => (
            <>
              {on}
              {notice && notice.sendOn !== on && (
                <span className="small">
                  {' '}
                  {t('sentLater')} {notice.sendOn.slice(5)}
                </span>
              )}
            </>
          ),
        },
        {
          title: t('project'),
          width: 240,
          render: (_, { project }) => (
            <Link to={`/projects/${project.id}`}>
              {project.code} {project.name}
            </Link>
          ),
        },
        {
          title: t('ahead'),
          width: 100,
          render: (_, { kind }) => (
            <span className="one-line">
              <span className="dot" style={{ background: COMING[kind].paint }} aria-hidden />
              {say(COMING[kind].name)}
            </span>
          ),
        },
        {
          title: t('what'),
          width: 200,
          render: (_, { clock, notice }) =>
            [
              ...(notice ? [say(RUNGS[notice.rung], notice.rung)] : []),
              ...(clock ? [say(CLOCKS[clock], clock)] : []),
            ].join(' · '),
        },
        {
          title: t('told'),
          render: (_, { notice }) =>
            notice && (
              <>
                <Told to={notice.to} /> {notice.outcome !== 'expected' && <OutcomeWord outcome={notice.outcome} />}
              </>
            ),
        },
      ]}
    />
  );
};

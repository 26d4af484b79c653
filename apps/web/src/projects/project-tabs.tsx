import { Card, Skeleton, Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import type { Schemas } from '../ask/api.ts';
import { useChosen } from '../parts/chosen.ts';
import type { Money } from '../parts/money.ts';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { ClockCourse } from './clock-course.tsx';
import type { Entry } from './history-entry.ts';
import { HistoryList } from './history.tsx';
import type { ProjectState } from './project-state.ts';
import { decidingFirst } from './why-sentence.ts';

const ProjectChecklist = lazy(async () => ({ default: (await import('./project-checklist.tsx')).ProjectChecklist }));
const ProjectMatters = lazy(async () => ({ default: (await import('./project-matters.tsx')).ProjectMatters }));
const ProjectPapers = lazy(async () => ({ default: (await import('../papers/project-papers.tsx')).ProjectPapers }));
const ProjectFunds = lazy(async () => ({ default: (await import('./project-funds.tsx')).ProjectFunds }));

const FIRST = 'clocks';

/** The story of a project under four heads; which one is open stands in the address. */
export const ProjectTabs = ({
  id,
  asOf,
  day,
  state,
  certified,
  explanation,
  events,
  onCorrect,
  onVoid,
  onCertify,
  onReverse,
}: {
  id: string;
  asOf: string | null;
  day: string; // looked at
  state: ProjectState;
  certified: readonly Money[];
  explanation: Schemas['Explanation'] | undefined;
  events: readonly Entry[];
  onCorrect: ((entry: Entry) => void) | undefined;
  onVoid: ((entry: Entry) => void) | undefined;
  onCertify: ((arrival: string) => void) | undefined;
  onReverse: ((arrival: string) => void) | undefined;
}) => {
  const { t } = useWords();
  const { chosen, set } = useChosen();
  const clocks = explanation === undefined ? null : decidingFirst(explanation);
  const story = (
    <>
      <Card size="small" title={t('why')} data-testid="why">
        {clocks === null && <Skeleton active />}
        {clocks?.length === 0 && <span className="small">{t('noClock')}</span>}
        {clocks?.map((clock) => (
          <ClockCourse key={clock.clock} clock={clock} asOf={explanation!.asOf} />
        ))}
      </Card>
      <Card
        size="small"
        title={t('history')}
        extra={<Link to={`/projects/${id}/compare`}>{t('compareDays')}</Link>}
        className="space-above"
      >
        <HistoryList events={events} asOf={asOf} onCorrect={onCorrect} onVoid={onVoid} />
      </Card>
    </>
  );
  const matters = { id, name: state.title, unit: state.owner.unit };
  return (
    <Tabs
      activeKey={chosen.get('tab') ?? FIRST}
      tabBarGutter={16}
      onChange={(key) => {
        set('tab', key === FIRST ? null : key);
      }}
      items={[
        { key: FIRST, label: t('clocksAndHistory'), children: story },
        {
          key: 'funds',
          label: t('funds'),
          children: (
            <Suspense fallback={<Skeleton active />}>
              <ProjectFunds state={state} day={day} certified={certified} onCertify={onCertify} onReverse={onReverse} />
            </Suspense>
          ),
        },
        {
          key: 'checklist',
          label: t('checklist'),
          children: (
            <Suspense fallback={<Skeleton active />}>
              <ProjectChecklist id={id} asOf={asOf} />
            </Suspense>
          ),
        },
        {
          key: 'papers',
          label: t('papers'),
          children: (
            <Suspense fallback={<Skeleton active />}>
              <ProjectPapers id={id} events={events} />
            </Suspense>
          ),
        },
        ...(asOf === null
          ? [
              {
                key: 'matters',
                label: t('mattersOfProject'),
                children: (
                  <Suspense fallback={<Skeleton active />}>
                    <ProjectMatters {...matters} path="orders" empty="noProjectOrders" />
                    <ProjectMatters {...matters} path="issues" empty="noProjectIssues" />
                  </Suspense>
                ),
              },
            ]
          : []),
      ]}
    />
  );
};

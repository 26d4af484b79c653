import { MoreButton } from '../parts/more-button.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Card, Empty, Select, Skeleton, Tag } from 'antd';
import { useEffect } from 'react';
import { useChosen } from '../parts/chosen.ts';
import { Link } from '../parts/way.tsx';
import { answered, api } from '../ask/api.ts';
import { ChecklistTable } from './checklist.tsx';
import { useOrganisation, useSession } from '../app/known-to-all.ts';
import { ITEM_COLOURS, ITEM_STATES } from '../words/supervision-words.ts';
import { Refused } from '../parts/refused.tsx';
import { timeAsked, useTime } from '../parts/time.ts';
import { useWords } from '../words/words.ts';

/** The checklists of a unit's live projects, with those of the units below it. */
export const ChecklistPage = () => {
  const { t, say, marks } = useWords();
  const { chosen, set } = useChosen();
  const { time } = useTime();
  const units = useOrganisation().data?.units.filter(({ closed }) => !closed) ?? [];
  const session = useSession().data;
  const own = session?.scope.kind === 'all' ? undefined : session?.unit; // who sees all begins with all
  const unit = chosen.get('unit') ?? units.find(({ code }) => code === own)?.code ?? units[0]?.code ?? '';
  const pages = useInfiniteQuery({
    queryKey: ['checklist', unit, time],
    enabled: unit !== '',
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/units/{code}/checklist', {
          params: { path: { code: unit }, query: { ...timeAsked(time), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const projects = pages.data?.pages.flatMap((page) => page.projects) ?? [];
  useEffect(() => {
    document.title = `${t('checklist')} · ${t('product')}`;
  }, [t]);
  return (
    <>
      <h1 className="title">{t('checklist')}</h1>
      <div className="filters">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('chooseUnit')}
          aria-label={t('chooseUnit')}
          value={unit === '' ? null : unit}
          onChange={(value: string) => {
            set('unit', value);
          }}
          style={{ width: 'min(280px, 100%)' }}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </div>
      {pages.isError && <Refused error={pages.error} again={pages.refetch} />}
      {unit === '' ? (
        <Empty description={t('noUnits')} />
      ) : pages.isPending ? (
        <Skeleton active />
      ) : (
        pages.data && projects.length === 0 && <Empty description={t('noUnitProjects')} />
      )}
      {projects.map(({ project, items }) => (
        <Card
          key={project.id}
          size="small"
          style={{ marginBottom: 12 }}
          title={
            <Link to={`/projects/${project.id}?tab=checklist`}>
              {project.name}
              {marks.aside(project.code)}
            </Link>
          }
          extra={['late', 'reported']
            .map((state) => [state, items.filter((one) => one.state === state).length] as const)
            .filter(([, count]) => count > 0)
            .map(([state, count]) => (
              <Tag key={state} color={ITEM_COLOURS[state]!}>
                {say(ITEM_STATES[state])} {count}
              </Tag>
            ))}
        >
          <ChecklistTable items={items} />
        </Card>
      ))}
      <MoreButton pages={pages} />
    </>
  );
};

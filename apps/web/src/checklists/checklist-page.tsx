import { MoreButton } from '../parts/more-button.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Card, Empty, Select, Tag } from 'antd';
import { useEffect } from 'react';
import { useChosen } from '../parts/chosen.ts';
import { Link } from '../parts/way.tsx';
import { answered, api, type Schemas } from '../ask/api.ts';
import { Answer } from '../parts/answer.tsx';
import type { Unit } from '../people/unit-tree.ts';
import { ChecklistTable } from './checklist.tsx';
import { useOrganisation, useSession } from '../app/known-to-all.ts';
import { ITEM_COLOURS, ITEM_STATES } from '../words/supervision-words.ts';
import { timeAsked, useTime } from '../parts/time.ts';
import { useWords } from '../words/words.ts';

/** What people should look at first, counted beside the name of a project. */
const COUNTED = ['late', 'reported'] as const;

type Listed = Schemas['UnitChecklist']['projects'][number];

/** The checklist of one project. */
const ProjectCard = ({ listed: { project, items } }: { listed: Listed }) => {
  const { say, marks } = useWords();
  const counts = COUNTED.map((state) => [state, items.filter((one) => one.state === state).length] as const);
  return (
    <Card
      size="small"
      style={{ marginBottom: 12 }}
      title={
        <Link to={`/projects/${project.id}?tab=checklist`}>
          {project.name}
          {marks.aside(project.code)}
        </Link>
      }
      extra={counts
        .filter(([, count]) => count > 0)
        .map(([state, count]) => (
          <Tag key={state} color={ITEM_COLOURS[state]}>
            {say(ITEM_STATES[state])} {count}
          </Tag>
        ))}
    >
      <ChecklistTable items={items} />
    </Card>
  );
};

/** The checklists of one unit's live projects, at the time that is looked at. */
const UnitChecklist = ({ unit }: { unit: string }) => {
  const { t } = useWords();
  const { time } = useTime();
  const pages = useInfiniteQuery({
    queryKey: ['checklist', unit, time],
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
  return (
    <>
      <Answer to={pages}>{() => projects.length === 0 && <Empty description={t('noUnitProjects')} />}</Answer>
      {projects.map((listed) => (
        <ProjectCard key={listed.project.id} listed={listed} />
      ))}
      <MoreButton pages={pages} />
    </>
  );
};

/** The unit that is looked at: the one of the address, else one's own, else the first of all, with which who sees all begins. */
const chosenUnit = (
  named: string | null,
  units: readonly Unit[],
  session: Schemas['Session'] | null | undefined,
): string => {
  const own = session?.scope.kind === 'all' ? undefined : session?.unit;
  return named ?? units.find(({ code }) => code === own)?.code ?? units[0]?.code ?? '';
};

/** The checklists of a unit's live projects, with those of the units below it. */
export const ChecklistPage = () => {
  const { t } = useWords();
  const { chosen, set } = useChosen();
  const units = useOrganisation().data?.units.filter(({ closed }) => !closed) ?? [];
  const unit = chosenUnit(chosen.get('unit'), units, useSession().data);
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
      {unit === '' ? <Empty description={t('noUnits')} /> : <UnitChecklist unit={unit} />}
    </>
  );
};

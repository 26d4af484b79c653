import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link } from '../parts/way.tsx';
import { answered, api, type Schemas } from '../ask/api.ts';
import { ChartCard } from '../charts/chart-card.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWords } from '../words/words.ts';
import { chartedDwell, chartedForecast, chartedFunnel } from './charted-course.ts';
import { useFiguresAsked, type FiguresAsked } from './figures-asked.ts';
import { FiguresBar } from './figures-bar.tsx';
import { useNoteWord } from './metric-words.ts';
import './numbers.css';

const useCourse = (asked: FiguresAsked) => {
  const query = { params: { query: asked } };
  const kept = { placeholderData: keepPreviousData };
  return {
    dwell: useQuery({
      queryKey: ['list', 'dwell', asked],
      queryFn: () => answered(api.GET('/api/dwell', query)),
      ...kept,
    }),
    funnel: useQuery({
      queryKey: ['list', 'funnel', asked],
      queryFn: () => answered(api.GET('/api/funnel', query)),
      ...kept,
    }),
    forecast: useQuery({
      queryKey: ['list', 'forecast', asked],
      queryFn: () => answered(api.GET('/api/forecast', query)),
      ...kept,
    }),
  };
};

/** The projects that stay longest in their phase: where to look first. */
const Longest = ({ dwell }: { dwell: Schemas['Dwell'] }) => {
  const { many, t, say } = useWords();
  const stays = dwell.rows.flatMap(({ label, longestStays }) =>
    longestStays.filter(({ stillThere }) => stillThere).map((stay) => ({ label, ...stay })),
  );
  if (stays.length === 0) return null;
  return (
    <section className="panel" aria-label={t('longestOnes')}>
      <div className="panel-head">
        <h2>{t('longestOnes')}</h2>
      </div>
      <ul className="plain-list" data-testid="longest">
        {stays.map(({ label, project, since, days }) => (
          <li key={`${project.id}${since}`}>
            <Link to={`/projects/${project.id}`}>{project.name}</Link>{' '}
            <span className="small">
              {say(label)} · {t('sinceWord')} {since} · {many(days, 'days')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** How projects move: how long they stay where, how far they come, and which starts are expected. */
export const CoursePage = () => {
  const { t, language } = useWords();
  const noteWord = useNoteWord();
  const asked = useFiguresAsked();
  const { dwell, funnel, forecast } = useCourse(asked);
  const failed = [dwell, funnel, forecast].find(({ isError }) => isError);
  return (
    <>
      <PageTitle>{t('coursePage')}</PageTitle>
      <FiguresBar />
      {failed && <Refused error={failed.error} again={failed.refetch} />}
      {!failed && dwell.isPending && <Skeleton active />}
      <div className="numbers">
        {dwell.data && (
          <ChartCard
            testId="dwell"
            title={t('dwellTitle')}
            about={t('dwellAbout')}
            charted={chartedDwell(dwell.data, language)}
          />
        )}
        {dwell.data && <Longest dwell={dwell.data} />}
        {funnel.data && (
          <ChartCard testId="funnel" title={t('funnelTitle')} charted={chartedFunnel(funnel.data, language)} />
        )}
        {forecast.data && (
          <ChartCard
            testId="forecast"
            title={t('forecastTitle')}
            about={[
              `${t('notExpected')} ${forecast.data.notExpected.count}`,
              ...forecast.data.notes.map(noteWord),
            ].join(' · ')}
            charted={chartedForecast(forecast.data, language)}
          />
        )}
      </div>
    </>
  );
};

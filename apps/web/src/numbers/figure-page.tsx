import { MoreButton } from '../parts/more-button.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { Link } from '../parts/way.tsx';
import { answered, api, type Schemas } from '../ask/api.ts';
import type { paths } from '../generated/api.d.ts';
import '../charts/charts.css';
import './numbers.css';
import { useChosen } from '../parts/chosen.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Refused } from '../parts/refused.tsx';
import { EVENTS, useWords } from '../words/words.ts';
import { useRowName } from './row-names.ts';
import { behindPath } from './behind-path.ts';
import { useFiguresAsked } from './figures-asked.ts';
import { FigureWord } from './figure-word.tsx';
import { useMetricWord } from './metric-words.ts';

type Opened = Schemas['OpenedFigure'];
type Row = Opened['numerator']['rows'][number];
type FigureQuery = paths['/api/figures/{metric}']['get']['parameters']['query'];

const ROWS = 50;

const useFigure = (metric: string, asked: FigureQuery) =>
  useInfiniteQuery({
    queryKey: ['list', 'figure', metric, asked],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/figures/{metric}', {
          params: { path: { metric }, query: { ...asked, limit: ROWS, after: pageParam } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ numerator, denominator }, pages) =>
      Math.max(numerator.rows.length, denominator?.rows.length ?? 0) < ROWS ? undefined : pages.length * ROWS,
  });

const PartTable = ({
  title,
  value,
  rows,
}: {
  title: string;
  value: Opened['figure']['value'];
  rows: readonly Row[];
}) => {
  const { t, say } = useWords();
  return (
    <section className="panel" aria-label={title}>
      <div className="panel-head">
        <h2>
          {title} <FigureWord value={value} />
        </h2>
      </div>
      {rows.length === 0 ? (
        <p>{t('noParts')}</p>
      ) : (
        <div className="chart-table" tabIndex={0} role="region" aria-label={title}>
          <table className="behind">
            <thead>
              <tr>
                <th scope="col">{t('project')}</th>
                <th scope="col" className="figure">
                  {t('counts2')}
                </th>
                <th scope="col">{t('byWhichFact')}</th>
                <th scope="col">{t('paper')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ project, event, value: counted }, index) => (
                <tr key={index}>
                  <th scope="row">
                    <Link to={behindPath(project)}>{project.name}</Link> <span className="small">{project.code}</span>
                  </th>
                  <td className="figure">
                    <FigureWord value={counted} />
                  </td>
                  <td>
                    {event && (
                      <>
                        <time>{event.on}</time> {say(EVENTS[event.type], event.type)}
                      </>
                    )}
                  </td>
                  <td>{event?.basis ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};

/** The figure itself, beside its year before, its growth and its target where there are such, and by which definition it counts. */
const FigureLine = ({ of: { figure, definition } }: { of: Opened }) => {
  const { t } = useWords();
  return (
    <p className="figure-line">
      <strong>
        <FigureWord value={figure.value} />
      </strong>
      {figure.previous !== null && (
        <span>
          {t('lastYear')} <FigureWord value={figure.previous} />
        </span>
      )}
      {figure.yearOnYear !== null && (
        <span>
          {t('yearOnYear')} {figure.yearOnYear.percent} %
        </span>
      )}
      {figure.target !== null && (
        <span>
          {t('targetWord')} <FigureWord value={figure.target} />
        </span>
      )}
      <span className="small">
        {t('definition')} {definition.name === 'default' ? t('defaultDefinition') : definition.name} · {t('versionNo')}{' '}
        {definition.version}
      </span>
    </p>
  );
};

/** A figure opened: numerator and denominator into their projects, the facts by which they count, and the papers. */
export const FigurePage = () => {
  const { metric = '' } = useParams();
  const { t } = useWords();
  const metricWord = useMetricWord();
  const { chosen } = useChosen();
  const rowName = useRowName();
  const figures = useFiguresAsked();
  const by = chosen.get('by') as FigureQuery['by'] | null;
  const key = chosen.get('key');
  const asked: FigureQuery = { ...figures, ...(by !== null && { by }), ...(key !== null && { key }) };
  const pages = useFigure(metric, asked);
  const first = pages.data?.pages[0];
  const title = metricWord(metric);
  const rowsOf = (part: 'numerator' | 'denominator'): readonly Row[] =>
    pages.data?.pages.flatMap((page) => page[part]?.rows ?? []) ?? [];
  const about = [asked.period, asked.by === undefined ? null : rowName(asked.by, asked.key ?? null)];
  return (
    <>
      <PageTitle window={title}>
        {title} <small>{about.filter(Boolean).join(' · ')}</small>
      </PageTitle>
      {pages.isError && <Refused error={pages.error} again={pages.refetch} />}
      {pages.isPending && <Skeleton active />}
      {first && (
        <div className="numbers" data-testid="figure">
          <FigureLine of={first} />
          <PartTable
            title={t(first.denominator === null ? 'madeOf' : 'numerator')}
            value={first.numerator.value}
            rows={rowsOf('numerator')}
          />
          {first.denominator && (
            <PartTable title={t('denominator')} value={first.denominator.value} rows={rowsOf('denominator')} />
          )}
          <MoreButton pages={pages}>{t('moreRows')}</MoreButton>
        </div>
      )}
    </>
  );
};

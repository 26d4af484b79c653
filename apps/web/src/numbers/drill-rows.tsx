import { useQueries, useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { answered, api, type Schemas } from '../ask/api.ts';
import type { paths } from '../generated/api.d.ts';
import { Refusal } from '../parts/refusal.tsx';
import { Link } from '../parts/way.tsx';
import { useWords } from '../words/words.ts';
import { figureAddress, type FigureAsked } from './figure-address.ts';
import { behindPath } from './behind-path.ts';
import { FigureWord } from './figure-word.tsx';
import { projectLines, type Sides } from './project-lines.ts';

type IndicatorsQuery = paths['/api/indicators']['get']['parameters']['query'];
type FigureQuery = paths['/api/figures/{metric}']['get']['parameters']['query'];
type Opened = Schemas['OpenedFigure'];
type Counted = Opened['numerator']['rows'][number];

const ROWS = 50;

const isMore = ({ numerator, denominator }: Opened): boolean =>
  numerator.rows.length === ROWS || denominator?.rows.length === ROWS;

/** What a project counts for; several arrivals as a sum. */
const Sum = ({ values, within = false }: { values: readonly Counted['value'][]; within?: boolean }) => (
  <>
    {within && values.length > 1 && '('}
    {values.map((value, index) => (
      <Fragment key={index}>
        {index > 0 && ' + '}
        <FigureWord value={value} />
      </Fragment>
    ))}
    {within && values.length > 1 && ')'}
  </>
);

/** A share as its two sides; nothing where the project is in neither. */
const Share = ({ over = [], under = [] }: Sides) => {
  if (over.length + under.length === 0) return null;
  return (
    <>
      {over.length === 0 ? '0' : <Sum values={over} within />} ÷{' '}
      {under.length === 0 ? '0' : <Sum values={under} within />}
    </>
  );
};

const Said = ({ about, columns }: { about: ReactNode; columns: number }) => (
  <tr>
    <td colSpan={columns + 1} className="small">
      {about}
    </td>
  </tr>
);

/** The projects that make the figures of a row, under it: what each counts for in every metric shown. */
export const ProjectRows = ({ metrics, asked }: { metrics: readonly string[]; asked: FigureAsked }) => {
  const { t } = useWords();
  const opened = useQueries({
    queries: metrics.map((metric) => ({
      queryKey: ['list', 'figure-behind', metric, asked],
      queryFn: () =>
        answered(
          api.GET('/api/figures/{metric}', {
            params: { path: { metric }, query: { ...asked, limit: ROWS } as FigureQuery },
          }),
        ),
    })),
  });
  const failed = opened.find(({ isError }) => isError);
  if (failed !== undefined) return <Said columns={metrics.length} about={<Refusal error={failed.error} />} />;
  if (opened.some(({ data }) => data === undefined)) return <Said columns={metrics.length} about={t('loadingRows')} />;
  const found = Object.fromEntries(metrics.map((metric, at) => [metric, opened[at]!.data!]));
  const lines = projectLines(found);
  const longer = metrics.filter((metric) => isMore(found[metric]!));
  return (
    <>
      {lines.map(({ project, counts }) => (
        <tr key={project.id} className="within">
          <th scope="row">
            <Link to={behindPath(project)}>{project.name}</Link> <span className="small">{project.code}</span>
          </th>
          {metrics.map((metric) => {
            const sides = counts[metric] ?? {};
            return (
              <td key={metric} className="figure small">
                {found[metric]!.denominator === null ? <Sum values={sides.over ?? []} /> : <Share {...sides} />}
              </td>
            );
          })}
        </tr>
      ))}
      {lines.length === 0 && <Said columns={metrics.length} about={t('noParts')} />}
      {longer.length > 0 && (
        <tr className="within">
          <th scope="row" className="small">
            {t('moreRowsBehind')}
          </th>
          {metrics.map((metric) => (
            <td key={metric} className="figure small">
              {longer.includes(metric) && <Link to={figureAddress(metric, asked)}>{t('seeAllRows')}</Link>}
            </td>
          ))}
        </tr>
      )}
    </>
  );
};

/** The table of the units of a team, asked when the team is opened. */
export const useUnitsOf = (team: string | null, asked: FigureAsked, metrics: readonly string[]) =>
  useQuery({
    queryKey: ['list', 'indicators', 'within', team, asked, metrics],
    queryFn: () =>
      answered(
        api.GET('/api/indicators', {
          params: {
            query: { ...asked, unit: team ?? '', by: 'unit' as const, metric: [...metrics] } as IndicatorsQuery,
          },
        }),
      ),
    enabled: team !== null,
  });

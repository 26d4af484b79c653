import { Skeleton } from 'antd';
import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { figureAddress } from '../numbers/figure-address.ts';
import { FigureWord } from '../numbers/figure-word.tsx';
import { useWords, type Word } from '../words/words.ts';
import type { Shown } from './cockpit-queries.ts';

const MOST = 10;
const COLUMNS = [
  ['signed-amount', 'signedSum'],
  ['domestic-arrived', 'domesticArrived'],
  ['start-rate', 'startRate'],
  ['backlog', 'backlogCount'],
] as const satisfies readonly (readonly [string, Word])[];

/** The units by what they signed this year, the first ten; each figure opens its projects. `wall`: what they signed alone. */
export const UnitRanking = ({
  year,
  shown,
  period,
  wall,
}: {
  year: Schemas['Indicators'] | undefined;
  shown: Shown;
  period: string;
  wall: boolean;
}) => {
  const { t } = useWords();
  if (year === undefined) return <Skeleton active />;
  const columns = wall ? COLUMNS.slice(0, 1) : COLUMNS;
  const ranked = [...year.rows]
    .filter(({ figures }) => figures['signed-amount']?.rank != null)
    .sort((a, b) => a.figures['signed-amount']!.rank! - b.figures['signed-amount']!.rank!)
    .slice(0, MOST);
  return (
    <div className="chart-table" tabIndex={0} role="region" aria-label={t('ranking')}>
      <table data-testid="ranking">
        <thead>
          <tr>
            <th scope="col" className="figure">
              {t('rank')}
            </th>
            <th scope="col">{t('unit')}</th>
            {columns.map(([metric, word]) => (
              <th key={metric} scope="col" className="figure">
                {t(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ranked.map(({ key, unit, figures }) => (
            <tr key={key ?? ''}>
              <td className="figure">{figures['signed-amount']!.rank}</td>
              <th scope="row">{unit?.name ?? key}</th>
              {columns.map(([metric]) => (
                <td key={metric} className="figure">
                  <Link to={figureAddress(metric, { ...shown, period, by: 'unit', key })}>
                    <FigureWord value={figures[metric]?.value} />
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

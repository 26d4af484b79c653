import { Skeleton } from 'antd';
import { Link } from '../parts/way.tsx';
import type { Schemas } from '../ask/api.ts';
import { figureAddress } from '../numbers/figure-address.ts';
import { FigureWord } from '../numbers/figure-word.tsx';
import { useMetricWord } from '../numbers/metric-words.ts';
import { useWords } from '../words/words.ts';
import type { Shown } from './cockpit-queries.ts';

const MOST_DRAWN = 100;
const drawn = (percent: string): number => Math.max(0, Math.min(MOST_DRAWN, Number(percent)));

/** How far each target of the year is, beside how far the year is. */
export const TargetsPanel = ({
  year,
  shown,
  period,
}: {
  year: Schemas['Indicators'] | undefined;
  shown: Shown;
  period: string;
}) => {
  const { many, t } = useWords();
  const metricWord = useMetricWord();
  if (year === undefined) return <Skeleton active />;
  const set = Object.entries(year.total.figures).filter(([, { target }]) => target !== null);
  const due = year.due.percent;
  if (set.length === 0)
    return (
      <div className="empty" data-testid="no-targets">
        <strong>{t('noTargets')}</strong>
        <p>{t('noTargetsHint')}</p>
      </div>
    );
  return (
    <ul className="targets" data-testid="targets">
      {set.map(([metric, { value, target, progress, shortfall }]) => (
        <li key={metric}>
          <div className="panel-head">
            <span>{metricWord(metric)}</span>
            <Link to={figureAddress(metric, { ...shown, period })}>
              <FigureWord value={value} /> / <FigureWord value={target} />
            </Link>
          </div>
          <div className="progress" aria-hidden>
            <span className="progress-done" style={{ width: `${drawn(progress?.percent ?? '0')}%` }} />
            <span className="progress-due" style={{ left: `${drawn(due)}%` }} />
          </div>
          <div className="small">
            {t('done2')} {progress?.percent ?? '0'} % · {t('dueByNow')} {due} %
            {shortfall !== null && ` · ${t('shortBy')} ${many(shortfall, 'points')}`}
          </div>
        </li>
      ))}
    </ul>
  );
};

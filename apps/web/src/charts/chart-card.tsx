import { Segmented, Skeleton } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import { ChartTable } from './chart-table.tsx';
import './charts.css';
import type { Charted } from './charted.ts';

const DrawnChart = lazy(async () => ({ default: (await import('./drawn-chart.tsx')).DrawnChart }));

/** A chart with its table behind a switch. `wall`: large, the drawing alone. */
export const ChartCard = ({
  title,
  about,
  charted,
  height = 240,
  wall = false,
  testId,
}: {
  title: string;
  about?: ReactNode;
  charted: Charted;
  height?: number;
  wall?: boolean;
  testId?: string;
}) => {
  const { t, marks } = useWords();
  const [as, show] = useState<'chart' | 'table'>('chart');
  return (
    <section className="panel" data-testid={testId} aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
        {about !== undefined && <span className="small">{about}</span>}
        {!wall && (
          <Segmented
            size="small"
            className="no-print"
            aria-label={`${title}${marks.colon}${t('chartOrTable')}`}
            value={as}
            onChange={show}
            options={[
              { value: 'chart', label: t('asChart') },
              { value: 'table', label: t('asTable') },
            ]}
          />
        )}
      </div>
      {as === 'table' ? (
        <ChartTable title={title} charted={charted} />
      ) : (
        <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height }} />}>
          <DrawnChart title={title} charted={charted} height={wall ? '100%' : height} large={wall} />
        </Suspense>
      )}
    </section>
  );
};

import { Segmented } from 'antd';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import { ChartTable } from './chart-table.tsx';
import './charts.css';
import type { Charted } from './charted.ts';
import { useSeen } from './seen.ts';

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
  const place = useRef<HTMLElement>(null);
  const seen = useSeen(place);
  const size = wall ? '100%' : height;
  const room = <div className="drawn" style={{ height: size }} />; // what comes later moves nothing
  const [as, show] = useState<'chart' | 'table'>('chart');
  return (
    <section ref={place} className="panel" data-testid={testId} aria-label={title}>
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
      ) : seen ? (
        <Suspense fallback={room}>
          <DrawnChart title={title} charted={charted} height={size} large={wall} />
        </Suspense>
      ) : (
        room
      )}
    </section>
  );
};

import { useDeferredValue, useMemo } from 'react';
import { Link } from '../parts/way.tsx';
import { ChartCard } from '../charts/chart-card.tsx';
import { useWords } from '../words/words.ts';
import {
  chartedAges,
  chartedMonths,
  chartedSteps,
  chartedWeeks,
  chartedYears,
  sameDaysWords,
} from './charted-cockpit.ts';
import { useYear, type Cockpit, type Shown } from './cockpit-queries.ts';
import { TargetsPanel } from './targets-panel.tsx';
import { ColourTiles, ListTiles } from './tiles.tsx';
import { UnitRanking } from './unit-ranking.tsx';

/** The panels of the cockpit. `wall`: large and without switches, to be read from afar. */
export const CockpitBoard = ({ cockpit, shown, wall }: { cockpit: Cockpit; shown: Shown; wall: boolean }) => {
  const { t, language } = useWords();
  const period = cockpit.asOf.slice(0, 4);
  const year = useDeferredValue(useYear(shown, shown.leader === null ? period : undefined).data);
  // The same charts as long as their figures are the same: what else comes to the page draws none anew.
  const { charts, months } = useMemo(
    () => ({
      charts: [
        ['backlog-years', 'byYear', chartedYears(cockpit, shown, language)],
        ['backlog-ages', 'byAge', chartedAges(cockpit, shown, language)],
        ['weeks-ahead', 'nearlyDue', chartedWeeks(cockpit, shown, language)],
        ['conversion', 'conversion', chartedSteps(cockpit, shown, language)],
      ] as const,
      months: chartedMonths(cockpit, shown, language),
    }),
    [cockpit, shown, language],
  );
  return (
    <div className={wall ? 'cockpit cockpit-wall' : 'cockpit'} data-testid="cockpit">
      <ColourTiles cockpit={cockpit} shown={shown} />
      <ListTiles cockpit={cockpit} shown={shown} />
      <div className="panels">
        {charts.map(([key, word, charted]) => (
          <ChartCard key={key} testId={key} title={t(word)} charted={charted} wall={wall} />
        ))}
        <div className="panel-wide">
          <ChartCard
            testId="months"
            title={t('trend')}
            about={sameDaysWords(cockpit, language)}
            charted={months}
            wall={wall}
          />
        </div>
        {shown.leader === null && (
          <>
            <section className="panel" aria-label={t('targetsOfYear')}>
              <div className="panel-head">
                <h2>
                  {t('targetsOfYear')} · {period}
                </h2>
              </div>
              <TargetsPanel year={year} shown={shown} period={period} />
            </section>
            <section className="panel" aria-label={t('ranking')}>
              <div className="panel-head">
                <h2>
                  {t('ranking')} · {period}
                </h2>
                {!wall && <Link to={`/numbers/indicators?period=${period}`}>{t('allIndicators')}</Link>}
              </div>
              <UnitRanking year={year} shown={shown} period={period} wall={wall} />
            </section>
          </>
        )}
      </div>
    </div>
  );
};

import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';
import { FigureWord } from './figure-word.tsx';
import { useMetricWord } from './metric-words.ts';

/** What each issuer set for the whole, beside the sum of its units: they need not agree, and both are shown. */
export const TargetsBeside = ({ targets }: { targets: Schemas['Indicators']['targets'] }) => {
  const { t } = useWords();
  const metricWord = useMetricWord();
  if (targets.length === 0) return null;
  return (
    <section className="panel" aria-label={t('targetsOfYear')}>
      <div className="panel-head">
        <h2>{t('targetsOfYear')}</h2>
      </div>
      <div className="chart-table" tabIndex={0} role="region" aria-label={t('targetsOfYear')}>
        <table data-testid="targets-beside">
          <thead>
            <tr>
              <th scope="col">{t('metricWord')}</th>
              <th scope="col">{t('issuer')}</th>
              <th scope="col" className="figure">
                {t('parentTarget')}
              </th>
              <th scope="col" className="figure">
                {t('sumOfChildren')}
              </th>
            </tr>
          </thead>
          <tbody>
            {targets.map(({ metric, issuer, parent, sumOfChildren }, index) => (
              <tr key={index}>
                <th scope="row">{metricWord(metric)}</th>
                <td>{issuer}</td>
                <td className="figure">
                  <FigureWord value={parent} />
                </td>
                <td className="figure">
                  <FigureWord value={sumOfChildren} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

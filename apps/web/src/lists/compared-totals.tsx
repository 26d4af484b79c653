import '../charts/charts.css';
import { WORST_FIRST } from '../charts/charted.ts';
import { ColourWord } from '../parts/colour-word.tsx';
import { changeForReading, changeOf, exactly, forReading, type Money } from '../parts/money.ts';
import { useWords } from '../words/words.ts';
import type { Comparison } from './compare-queries.ts';

const Amounts = ({ of }: { of: readonly Money[] }) => (
  <span title={of.map(exactly).join(' · ')}>{of.map(forReading).join(' · ') || '—'}</span>
);

const difference = (before: number, after: number): string =>
  after === before ? '—' : `${after > before ? '+' : '−'}${Math.abs(after - before)}`;

/** The two days side by side: how many, how much, and how many of each colour. */
export const ComparedTotals = ({ found: { from, to, totals } }: { found: Comparison }) => {
  const { t } = useWords();
  return (
    <div className="panel chart-table" tabIndex={0} role="region" aria-label={t('comparedTotals')}>
      <table data-testid="compared-totals">
        <thead>
          <tr>
            <th scope="col">{t('comparedTotals')}</th>
            {[from, to].map((day) => (
              <th key={day} scope="col" className="figure">
                {day}
              </th>
            ))}
            <th scope="col" className="figure">
              {t('difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('projectCount')}</th>
            <td className="figure">{totals.from.total}</td>
            <td className="figure">{totals.to.total}</td>
            <td className="figure">{difference(totals.from.total, totals.to.total)}</td>
          </tr>
          <tr>
            <th scope="row">{t('contractedSum')}</th>
            <td className="figure">
              <Amounts of={totals.from.sums.contracted} />
            </td>
            <td className="figure">
              <Amounts of={totals.to.sums.contracted} />
            </td>
            <td className="figure">
              {changeOf(totals.from.sums.contracted, totals.to.sums.contracted).map(changeForReading).join(' · ') ||
                '—'}
            </td>
          </tr>
          {WORST_FIRST.map((colour) => (
            <tr key={colour}>
              <th scope="row">
                <ColourWord colour={colour} />
              </th>
              <td className="figure">{totals.from.colours[colour]}</td>
              <td className="figure">{totals.to.colours[colour]}</td>
              <td className="figure">{difference(totals.from.colours[colour], totals.to.colours[colour])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
